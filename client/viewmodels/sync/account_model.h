#pragma once

#include <QtQml/qqmlregistration.h>
#include <QImage>
#include <QUrl>

#include "client/viewmodels/frame/context.h"

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
    /// What kept the last try to join from succeeding, and what to do about it.
    Q_PROPERTY(QString fault READ fault NOTIFY enrolmentChanged FINAL)
    /// The way in, however it came: typed, pasted, read from a picture of a code.
    Q_PROPERTY(QString link READ link WRITE setLink NOTIFY linkChanged FINAL)
    /// Which server it leads to; empty while it is no enrolment link.
    Q_PROPERTY(QString server READ server NOTIFY linkChanged FINAL)
    /// Why it cannot be used; empty while nothing was given.
    Q_PROPERTY(QString linkFault READ linkFault NOTIFY linkChanged FINAL)
    /// A new device is being filled: the first screen works, the rest is still coming.
    Q_PROPERTY(bool arriving READ arriving NOTIFY arrivalChanged FINAL)
    Q_PROPERTY(QString arrivalTitle READ arrivalTitle NOTIFY arrivalChanged FINAL)
    Q_PROPERTY(QString arrivalWords READ arrivalWords NOTIFY arrivalChanged FINAL)
    /// 0 to 1.
    Q_PROPERTY(double arrived READ arrived NOTIFY arrivalChanged FINAL)

public:
    explicit AccountModel(Context& context);

    [[nodiscard]] bool isEnrolled() const { return context().gateway().status().isEnrolled; }
    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] const QString& role() const { return role_; }
    [[nodiscard]] const QString& site() const { return site_; }
    [[nodiscard]] const QString& organisation() const { return organisation_; }
    [[nodiscard]] bool busy() const { return isBusy_; }
    [[nodiscard]] const QString& fault() const { return fault_; }

    [[nodiscard]] const QString& link() const { return link_; }
    void setLink(const QString& link);
    /// The same with a link that the system opened the application with. Who already belongs to an organisation is told
    /// that it was not used.
    void offerLink(const QString& link);
    [[nodiscard]] const QString& server() const { return server_; }
    [[nodiscard]] const QString& linkFault() const { return linkFault_; }
    [[nodiscard]] bool arriving() const;
    [[nodiscard]] QString arrivalTitle() const;
    [[nodiscard]] QString arrivalWords() const;
    [[nodiscard]] double arrived() const;

    /// Takes the link from a picture of the code: a frame of the camera, a screenshot. False when there is no code in it.
    bool takePicture(const QImage& picture);
    /// The same from a file.
    Q_INVOKABLE bool takeFile(const QUrl& file);
    /// Takes what was copied: a link, a text with a link in it, or a picture of a code.
    Q_INVOKABLE bool paste();
    Q_INVOKABLE void enrol(const QString& link, const QString& password);

signals:
    void changed();
    void enrolmentChanged();
    void linkChanged();
    void arrivalChanged();

protected:
    void read(Reader& reader) override;

private:
    QString name_;
    QString role_;
    QString site_;
    QString organisation_;
    void refuseLink(const QString& why);

    QString link_;
    QString server_;
    QString linkFault_;
    bool isBusy_ = false;
    QString fault_;
};

}  // namespace zhixing::client
