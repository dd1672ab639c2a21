#pragma once

#include <QtQml/qqmlregistration.h>

#include "client/viewmodels/frame/context.h"

namespace zhixing::client {

/// What this device holds, in figures, and what of it may be freed: the photos that the server has signed for, nothing else.
/// A figure is looked up when the page opens and whenever a photo moves.
class Storage : public Live {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("offered by App")
    Q_PROPERTY(QString records READ records NOTIFY changed FINAL)
    Q_PROPERTY(QString unsent READ unsent NOTIFY changed FINAL)
    Q_PROPERTY(QString delivered READ delivered NOTIFY changed FINAL)
    /// How many were freed before; empty when none was.
    Q_PROPERTY(QString freed READ freed NOTIFY changed FINAL)
    Q_PROPERTY(QString left READ left NOTIFY changed FINAL)
    /// What free() would give back; empty when nothing may be freed.
    Q_PROPERTY(QString freeable READ freeable NOTIFY changed FINAL)
    Q_PROPERTY(int unsentCount READ unsentCount NOTIFY changed FINAL)

public:
    explicit Storage(Context& context);

    [[nodiscard]] QString records() const;
    [[nodiscard]] QString unsent() const { return words(unsent_); }
    [[nodiscard]] QString delivered() const { return words(delivered_); }
    [[nodiscard]] QString freed() const;
    [[nodiscard]] QString left() const;
    [[nodiscard]] QString freeable() const;
    [[nodiscard]] int unsentCount() const { return static_cast<int>(unsent_.count); }

    /// Deletes the bytes of the photos that headquarters has, and says what that gave back.
    Q_INVOKABLE void free();

signals:
    void changed();

protected:
    void read(Reader& reader) override;

private:
    struct Photos {
        std::int64_t count = 0;
        std::int64_t bytes = 0;
    };
    [[nodiscard]] static QString words(const Photos& photos);

    Photos unsent_;
    Photos delivered_;
    Photos freed_;
};

}  // namespace zhixing::client
