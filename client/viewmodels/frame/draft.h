#pragma once

#include <functional>
#include <optional>

#include <QJsonObject>
#include <QString>

#include "client/viewmodels/frame/gateway.h"

namespace zhixing::client {

/// A form's draft: what was typed is kept with every keystroke, and offered again when the form next opens. It belongs to a
/// form and what the form is about (`spend/new`, `spend/<id>`), and knows when it was typed and in which version of the form.
class Draft {
public:
    /// `write` gives what the form holds now; an empty object is not worth keeping. `version` grows when a form's fields
    /// come to mean something else.
    Draft(Gateway& gateway, QString form, std::function<QJsonObject()> write, int version = 1);

    /// What was typed before, or an empty object.
    [[nodiscard]] QJsonObject kept();
    /// When; nothing before kept() found something.
    [[nodiscard]] std::optional<Instant> keptAt() const { return keptAt_; }
    /// It was typed into another version of the form: what it says is to be looked over.
    [[nodiscard]] bool isOfAnotherVersion() const { return isOfAnotherVersion_; }
    /// Keeps the form. The store's thread writes it; nobody waits.
    void touch();
    void forget();
    /// From here on the draft of another form or record. What was kept stays where it is.
    void turnTo(const QString& form) { form_ = form; }

private:
    Gateway& gateway_;
    QString form_;
    std::function<QJsonObject()> write_;
    int version_;
    std::optional<Instant> keptAt_;
    bool isOfAnotherVersion_ = false;
};

}  // namespace zhixing::client
