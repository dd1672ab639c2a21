#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/context.h"

namespace zhixing::client {

/// Who is signed in on this device, where they work, and the way in for someone who is not.
class AccountModel : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(bool isEnrolled READ isEnrolled NOTIFY enrolmentChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString role READ role NOTIFY changed FINAL)
    Q_PROPERTY(QString site READ site NOTIFY changed FINAL)
    Q_PROPERTY(QString organisation READ organisation NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY enrolmentChanged FINAL)
    /// What kept the last try to join from succeeding.
    Q_PROPERTY(QString fault READ fault NOTIFY enrolmentChanged FINAL)

public:
    explicit AccountModel(Context& context);

    [[nodiscard]] bool isEnrolled() const { return context().gateway().status().isEnrolled; }
    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] const QString& role() const { return role_; }
    [[nodiscard]] const QString& site() const { return site_; }
    [[nodiscard]] const QString& organisation() const { return organisation_; }
    [[nodiscard]] bool busy() const { return isBusy_; }
    [[nodiscard]] const QString& fault() const { return fault_; }

    Q_INVOKABLE void enrol(const QString& link, const QString& password);

signals:
    void changed();
    void enrolmentChanged();

protected:
    void read(Reader& reader) override;

private:
    QString name_;
    QString role_;
    QString site_;
    QString organisation_;
    bool isBusy_ = false;
    QString fault_;
};

}  // namespace zhixing::client
