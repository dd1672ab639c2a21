#include "client/viewmodels/frame/exported_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "client/viewmodels/words/words.h"

namespace zhixing::client {
namespace {

struct ExportedFile {
    Q_DECLARE_TR_FUNCTIONS(ExportedFile)
};

}  // namespace

QString exportPath(const Context& context, const QString& name) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QDir().mkpath(folder);
    const QString stamp = QDateTime::fromMSecsSinceEpoch(context.gateway().now().ms).toString(u"yyyy-MM-dd HHmmss");
    return QDir(folder).filePath(name.arg(stamp));
}

void sayExported(Context& context, const QString& name, const QByteArray& content) {
    const QString path = exportPath(context, name);
    QFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(content) == content.size() && file.flush();
    emit context.said(isWritten ? ExportedFile::tr("Written to %1").arg(path)
                                : ExportedFile::tr("%1 could not be written. Nothing was changed.").arg(path),
                      !isWritten);
}

}  // namespace zhixing::client
