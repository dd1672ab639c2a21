#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/drafted.h"
#include "client/viewmodels/records/photo_list.h"

namespace zhixing::client {

/// One record, opened: with its photos, which are added at once without anything to save, and with what is typed about it as
/// a draft of its own.
///
/// Those that open one name it with its namespace, for the reason that Drafted gives.
class OpenedRecord : public zhixing::client::Drafted {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QString key READ key NOTIFY changed FINAL)
    Q_PROPERTY(zhixing::client::PhotoList* photos READ photos CONSTANT FINAL)
    /// An edit of it is still on its way to headquarters.
    Q_PROPERTY(bool pending READ pending NOTIFY changed FINAL)

public:
    /// `type` is the record's, `types` are all that is read of.
    OpenedRecord(Context& context, const char* type, std::initializer_list<const char*> types);

    [[nodiscard]] QString key() const { return keyOf(id_); }
    [[nodiscard]] PhotoList* photos() { return &photos_; }
    [[nodiscard]] bool pending() const { return isPending_; }

    using Drafted::open;
    Q_INVOKABLE virtual void open(const QString& key);

protected:
    [[nodiscard]] const Id& id() const { return id_; }
    void setPending(bool isPending) { isPending_ = isPending; }
    /// Records these values of it and says `done`, as Context::record() does.
    void change(const Context::Values& values, const QString& done, std::function<void()> then = {});

private:
    const char* type_;
    Id id_;
    PhotoList photos_;
    bool isPending_ = false;
};

}  // namespace zhixing::client
