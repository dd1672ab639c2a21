#include "client/viewmodels/sync/repairs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include "client/viewmodels/frame/exported_file.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

Repairs::Repairs(Context& context)
    : Live(context, {}), rows_({"key", "light", "title", "when", "words", "kept", "keptWords"}, this) {
    connect(&context.gateway(), &Gateway::statusChanged, this, &Repairs::readSoon);
}

QString Repairs::latest() const {
    if (rows_.count() == 0) return {};
    return tr("%1, %2", "what, when")
        .arg(rows_.value(0, QStringLiteral("title")).toString(), rows_.value(0, QStringLiteral("when")).toString());
}

void Repairs::read(Reader& reader) {
    std::vector<RowModel::Row> rows;
    reader.each(
        "SELECT number, kind, at, missing, outdated, extra, resent, kept FROM zx_incident ORDER BY number DESC LIMIT "
        "200",
        [&](Columns row) {
            const QString kind = row.text(1);
            QStringList words;
            const auto add = [&](int column, const QString& text) {
                if (row.number(column) > 0) words.append(text);
            };
            add(3, tr("%n record(s) were missing and were fetched", "", static_cast<int>(row.number(3))));
            add(4, tr("%n record(s) were outdated and were fetched", "", static_cast<int>(row.number(4))));
            add(5,
                tr("%n record(s) were removed that headquarters does not have", "", static_cast<int>(row.number(5))));
            add(6, tr("%n of your change(s) were sent again", "", static_cast<int>(row.number(6))));
            const QString title = kind == u"recounted"  ? tr("The check sum was counted anew")
                                  : kind == u"repaired" ? tr("Records were repaired")
                                  : kind == u"restored" ? tr("Headquarters went back to a backup")
                                                        : tr("A difference remains");
            const QStringList kept = row.text(7).split(u'\n', Qt::SkipEmptyParts);
            rows.push_back({QString::number(row.number(0)),
                            kind == u"unrepaired" ? QStringLiteral("red") : QStringLiteral("green"), title,
                            words::moment(row.instant(2), context().today()),
                            words.isEmpty() ? tr("No record was wrong.") : words.join(u'\n'), row.text(7),
                            kept.isEmpty()
                                ? QString()
                                : tr("%n removed record(s) are kept here", "", static_cast<int>(kept.size()))});
        });
    rows_.take(std::move(rows));
    emit changed();
}

void Repairs::exportAll() {
    QByteArray lines;
    if (Reader* reader = context().reader()) {
        reader->each("SELECT kind, at, missing, outdated, extra, resent, kept FROM zx_incident ORDER BY number",
                     [&](Columns row) {
                         const QJsonObject line{{"kind", row.text(0)},
                                                {"at", qint64(row.number(1))},
                                                {"missing", qint64(row.number(2))},
                                                {"outdated", qint64(row.number(3))},
                                                {"extra", qint64(row.number(4))},
                                                {"resent", qint64(row.number(5))},
                                                {"kept", row.text(6)}};
                         lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
                     });
    }
    sayExported(context(), tr("Repairs %1.ndjson", "a file; day and time"), lines);
}

}  // namespace zhixing::client
