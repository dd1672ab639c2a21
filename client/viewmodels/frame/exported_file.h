#pragma once

#include <QByteArray>
#include <QString>

#include "client/viewmodels/frame/context.h"

namespace zhixing::client {

/// A new file among the person's documents; `name` has a place for day and time. Nothing that is there is overwritten.
[[nodiscard]] QString exportPath(const Context& context, const QString& name);
/// Writes it and says where, or why not.
void sayExported(Context& context, const QString& name, const QByteArray& content);

}  // namespace zhixing::client
