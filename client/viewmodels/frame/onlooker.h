#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointer>
#include <QVariant>

#include "client/viewmodels/frame/context.h"

namespace zhixing::client {

/// A page's eye on a view model that is costly to read. As long as none of a model's onlookers looks, because their pages
/// are not on the screen, changed rows only make it due; it reads at once when one looks again. A model without any
/// onlooker reads whenever rows change.
class Onlooker : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// A Live; said once. It has no narrower type, because the linter of QML does not learn what a view model is made from.
    Q_PROPERTY(QVariant model READ model WRITE setModel REQUIRED FINAL)
    Q_PROPERTY(bool looks READ looks WRITE setLooks REQUIRED FINAL)

public:
    using QObject::QObject;
    ~Onlooker() override { setLooks(false); }
    Q_DISABLE_COPY_MOVE(Onlooker)

    [[nodiscard]] QVariant model() const { return QVariant::fromValue<QObject*>(model_); }
    [[nodiscard]] bool looks() const { return looks_; }
    void setModel(const QVariant& model);
    void setLooks(bool looks);

private:
    QPointer<Live> model_;
    bool looks_ = false;
};

}  // namespace zhixing::client
