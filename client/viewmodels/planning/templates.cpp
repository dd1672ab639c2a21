#include "client/viewmodels/planning/templates.h"

#include <algorithm>
#include <array>

#include <QJsonArray>
#include <QJsonDocument>

#include "client/viewmodels/frame/permissions.h"
#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

namespace {

constexpr std::array typesMade{"task", "budget_line", "objective"};
constexpr std::int64_t daysAwayMax = 3'660;

std::vector<QJsonObject> linesOf(const QString& outline) {
    std::vector<QJsonObject> lines;
    for (const QString& text : outline.split(u'\n', Qt::SkipEmptyParts)) {
        if (lines.size() == static_cast<std::size_t>(Templates::linesMax)) break;
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        if (document.isObject()) lines.push_back(document.object());
    }
    return lines;
}

std::optional<Date> dayFrom(const QJsonObject& line, const char* key, Date firstDay) {
    const QJsonValue days = line.value(QLatin1String(key));
    if (!days.isDouble() || std::abs(days.toDouble()) > static_cast<double>(daysAwayMax)) return std::nullopt;
    return firstDay.plusDays(static_cast<std::int64_t>(days.toDouble()));
}

}  // namespace

Templates::Templates(Context& context, Campaigns& campaigns)
    : Live(context, {"template", "grant", "node", "person"}),
      campaigns_(campaigns),
      rows_({"key", "name", "scene", "contents", "edition"}, this) {}

QString Templates::contents(const QString& outline) {
    int tasks = 0;
    int lines = 0;
    for (const QJsonObject& line : linesOf(outline)) {
        const QString type = line.value(u"type").toString();
        if (type == u"task") ++tasks;
        if (type == u"budget_line") ++lines;
    }
    return tr("%n task(s)", "", tasks) + QStringLiteral(" · ") + tr("%n budget line(s)", "", lines);
}

void Templates::read(Reader& reader) {
    mayPlan_ = Permissions::read(reader, context().person()).has(writers::planners, context().home());
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT id, name, coalesce(scene, ''), coalesce(outline, ''), coalesce(edition, 1) FROM template
           WHERE state = 'published' OR recorded_by = ?1 ORDER BY series, name, edition DESC, id LIMIT 200)",
        [&](Columns row) {
            rows.push_back(
                {row.key(0), row.text(1), row.text(2), contents(row.text(3)), QString::number(row.number(4))});
        },
        context().person());
    rows_.take(std::move(rows));
    emit changed();
}

bool Templates::fillFields(const RecordType& type, const QJsonObject& line, Context::Values& values) {
    for (auto entry = line.begin(); entry != line.end(); ++entry) {
        const auto position = type.find(entry.key().toStdString());
        if (!position || entry.key() == u"type") continue;
        const Field& field = type.fields[*position];
        if (field.kind == Kind::boolean) {
            values.emplace_back(field.name, Value(entry->toBool()));
            continue;
        }
        const QString text = entry->isDouble() ? QString::number(entry->toDouble(), 'g', 15) : entry->toString();
        auto value = words::typed(field, text);
        if (!value) return false;
        values.emplace_back(field.name, std::move(value).value());
    }
    return true;
}

Templates::Outline Templates::outlineOf(const QString& text, const Id& campaign, Date firstDay) {
    Outline outline;
    const std::vector<QJsonObject> lines = linesOf(text);
    std::vector<Id> tasks;
    for (const QJsonObject& line : lines) {
        if (line.value(u"type").toString() == u"task") tasks.push_back(context().newId());
    }
    for (const QJsonObject& line : lines) {
        const std::string name = line.value(u"type").toString().toStdString();
        if (std::find(typesMade.begin(), typesMade.end(), name) == typesMade.end()) continue;
        const RecordType& type = catalog().at(name);
        Context::Values values{{"campaign", Value(campaign)}};
        if (!fillFields(type, line, values)) continue;
        const auto from = dayFrom(line, "from", firstDay);
        const auto to = dayFrom(line, "to", firstDay);
        Id id = context().newId();
        if (name == "task") {
            id = tasks[static_cast<std::size_t>(outline.tasks++)];
            values.emplace_back("sequence", Value(std::int64_t{outline.tasks}));
            values.emplace_back("site", Value(context().home()));
            if (from) values.emplace_back("start_date", Value(from->days));
            if (to) values.emplace_back("due_date", Value(to->days));
            IdSet after;
            for (const QJsonValue& number : line.value(u"after").toArray()) {
                const int at = number.toInt();
                if (at >= 1 && at <= static_cast<int>(tasks.size()))
                    after.push_back(tasks[static_cast<std::size_t>(at) - 1]);
            }
            std::sort(after.begin(), after.end());
            after.erase(std::unique(after.begin(), after.end()), after.end());
            if (!after.empty()) values.emplace_back("depends_on", Value(after));
        } else if (name == "objective" && to) {
            values.emplace_back("due_on", Value(to->days));
        }
        sync::Edit edit = Context::add(name, values);
        edit.record = id;
        if (name != "task") edit.place = context().home();
        outline.edits.push_back(std::move(edit));
    }
    return outline;
}

QString Templates::start(const QString& key, const QString& name, const QString& firstDay) {
    Reader* reader = context().reader();
    const QString trimmed = name.trimmed();
    const auto day = Date::parse(firstDay.trimmed().toStdString());
    if (trimmed.isEmpty()) return tr("Give the campaign a name");
    if (!day) return tr("Write the first day as 2025-10-16");
    if (reader == nullptr || !mayPlan_) return tr("Campaigns are planned by regional managers and headquarters");
    QString text;
    QString kind;
    std::int64_t edition = 1;
    const Id id = idOf(key);
    reader->each(
        "SELECT coalesce(outline, ''), coalesce(kind, ''), coalesce(edition, 1) FROM template WHERE id = ?1",
        [&](Columns row) {
            text = row.text(0);
            kind = row.text(1);
            edition = row.number(2);
        },
        id);
    const Id campaign = context().newId();
    Outline outline = outlineOf(text, campaign, *day);
    std::int64_t last = day->days;
    for (const QJsonObject& line : linesOf(text)) {
        if (const auto to = dayFrom(line, "ends", *day)) last = std::max(last, to->days);
    }
    Context::Values values{{"name", Value(trimmed.toStdString())},
                           {"starts_on", Value(day->days)},
                           {"ends_on", Value(last)},
                           {"owner", Value(context().person())}};
    if (!id.isNil()) {
        values.emplace_back("template", Value(id));
        values.emplace_back("template_edition", Value(edition));
    }
    if (!kind.isEmpty()) values.emplace_back("kind", Value(kind.toStdString()));
    sync::Edit first = Context::add("campaign", values);
    first.record = campaign;
    first.place = context().home();
    outline.edits.insert(outline.edits.begin(), std::move(first));
    // The campaign and its first tasks arrive together; a long outline follows in further groups.
    for (std::size_t from = 0; from < outline.edits.size(); from += limits::groupOperationsMax) {
        const std::size_t to = std::min(outline.edits.size(), from + limits::groupOperationsMax);
        const auto at = [&](std::size_t position) {
            return outline.edits.begin() + static_cast<std::ptrdiff_t>(position);
        };
        context().record(std::vector<sync::Edit>(at(from), at(to)),
                         from == 0 ? tr("“%1” is planned: %n task(s) from the template", "", outline.tasks).arg(trimmed)
                                   : QString());
    }
    campaigns_.choose(campaign);
    emit started();
    return {};
}

QString Templates::outlineFrom(Reader& reader, const Id& campaign, Date firstDay) const {
    QStringList lines;
    const auto line = [&lines](const QJsonObject& object) {
        lines.append(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    };
    std::vector<Id> order;
    reader.each(
        "SELECT id FROM task WHERE campaign = ?1 AND status <> 'cancelled' ORDER BY sequence, start_date, id LIMIT 400",
        [&](Columns row) { order.push_back(row.id(0)); }, campaign);
    reader.each(
        R"(SELECT title, coalesce(phase, ''), coalesce(module, ''), coalesce(department, ''), coalesce(content_standard, ''),
                  coalesce(remark, ''), start_date, due_date, coalesce(milestone, 0), depends_on
           FROM task WHERE campaign = ?1 AND status <> 'cancelled' ORDER BY sequence, start_date, id LIMIT 400)",
        [&](Columns row) {
            QJsonObject object{{"type", "task"}, {"title", row.text(0)}};
            int column = 0;
            for (const char* field : {"phase", "module", "department", "content_standard", "remark"}) {
                if (const QString text = row.text(++column); !text.isEmpty()) object.insert(QLatin1String(field), text);
            }
            if (const auto from = row.date(6)) object.insert(u"from", static_cast<double>(from->days - firstDay.days));
            if (const auto to = row.date(7)) object.insert(u"to", static_cast<double>(to->days - firstDay.days));
            if (row.flag(8)) object.insert(u"milestone", true);
            QJsonArray after;
            for (const Id& before : row.ids(9)) {
                const auto found = std::find(order.begin(), order.end(), before);
                if (found != order.end()) after.append(static_cast<int>(found - order.begin()) + 1);
            }
            if (!after.isEmpty()) object.insert(u"after", after);
            line(object);
        },
        campaign);
    reader.each(
        R"(SELECT coalesce(category, ''), coalesce(item, ''), coalesce(amount, 0), coalesce(remark, '')
           FROM budget_line WHERE campaign = ?1 ORDER BY number, id LIMIT 100)",
        [&](Columns row) {
            QJsonObject object{{"type", "budget_line"},
                               {"item", row.text(1)},
                               {"amount", words::yuan(row.number(2))},
                               {"number", static_cast<double>(lines.size())}};
            if (!row.text(0).isEmpty()) object.insert(u"category", row.text(0));
            if (!row.text(3).isEmpty()) object.insert(u"remark", row.text(3));
            line(object);
        },
        campaign);
    return lines.join(u'\n');
}

void Templates::keep() {
    Reader* reader = context().reader();
    if (reader == nullptr || !mayPlan_ || campaigns_.current().isNil()) return;
    QString name;
    QString kind;
    std::optional<Date> firstDay;
    reader->each(
        "SELECT name, coalesce(kind, ''), starts_on FROM campaign WHERE id = ?1",
        [&](Columns row) {
            name = row.text(0);
            kind = row.text(1);
            firstDay = row.date(2);
        },
        campaigns_.current());
    std::int64_t edition = 1;
    reader->each(
        "SELECT coalesce(max(edition), 0) + 1 FROM template WHERE series = ?1",
        [&](Columns row) { edition = row.number(0); }, name);
    const QString outline = outlineFrom(*reader, campaigns_.current(), firstDay.value_or(context().today()));
    Context::Values values{{"name", Value(name.toStdString())},
                           {"series", Value(name.left(60).toStdString())},
                           {"edition", Value(edition)},
                           {"source", Value(campaigns_.current())},
                           {"outline", Value(outline.toStdString())}};
    if (!kind.isEmpty()) values.emplace_back("kind", Value(kind.toStdString()));
    sync::Edit edit = Context::add("template", values);
    edit.place = context().home();
    context().record(std::move(edit), tr("Kept as a template, edition %1").arg(edition));
}

}  // namespace zhixing::client
