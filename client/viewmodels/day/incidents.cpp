#include "client/viewmodels/day/incidents.h"

#include <QVariantMap>

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/planning/tasks.h"
#include "client/viewmodels/words/field_words.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

constexpr std::array<const char*, 7> drawings = {"crowd",   "equipment", "feedback", "safety",
                                                 "weather", "supply",    "note"};

QStringList allSeverities() {
    QStringList list;
    for (const char* word : words::severities) list.append(words::severity(QLatin1String(word)));
    return list;
}

int positionOf(const QString& severity) {
    const auto found = std::find(words::severities.begin(), words::severities.end(), severity);
    return found == words::severities.end() ? 1 : static_cast<int>(found - words::severities.begin());
}

const char* drawingOf(const QString& kind) {
    for (std::size_t i = 0; i < words::incidentKinds.size(); ++i) {
        if (kind == QLatin1String(words::incidentKinds[i])) return drawings[i];
    }
    return "note";
}

/// What an incident is called in a list: the first line of what happened, else its kind.
QString titleOf(const QString& title, const QString& description, const QString& kind) {
    if (!title.isEmpty()) return title;
    const QString line = description.section(u'\n', 0, 0).trimmed();
    return line.isEmpty() ? words::incidentKind(kind) : line;
}

Value textValue(const QString& text) {
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? Value() : Value(trimmed.toStdString());
}

}  // namespace

// ---- recording

IncidentForm::IncidentForm(Context& context)
    : Drafted(context, {"campaign"}, {formName, "incident"}), photos_(context, "evidence") {
    connect(&photos_, &PhotoList::edited, this, [this] { typed(); });
    connect(&photos_, &PhotoList::changed, this, &IncidentForm::changed);
}

QVariantList IncidentForm::kinds() const {
    QVariantList list;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        const QString word = words::incidentKind(QLatin1String(words::incidentKinds[i]));
        list.append(QVariantMap{{"glyph", QLatin1String(drawings[i])}, {"word", word}});
    }
    return list;
}

QStringList IncidentForm::severityWords() const { return allSeverities(); }

void IncidentForm::setKind(int kind) {
    if (kind == kind_) return;
    kind_ = kind;
    if (seenAt_.ms == 0) seenAt_ = context().gateway().now();
    typed();
}

void IncidentForm::setSeverity(int severity) {
    if (severity == severity_) return;
    severity_ = severity;
    typed();
}

void IncidentForm::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    if (seenAt_.ms == 0) seenAt_ = context().gateway().now();
    typed();
}

bool IncidentForm::save() {
    if (!canSave()) return false;
    Context::Values values{{"kind", Value(std::string(words::incidentKinds[static_cast<std::size_t>(kind_)]))},
                           {"severity", Value(std::string(words::severities[static_cast<std::size_t>(severity_)]))},
                           {"happened_at", Value(seenAt_.ms)}};
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    if (!text_.trimmed().isEmpty()) values.emplace_back("description", textValue(text_));
    std::vector<sync::Edit> edits;
    const IdSet photos = photos_.addTo(edits, "incident", record());
    if (!photos.empty()) values.emplace_back("photos", Value(photos));
    edits.push_back(Context::add("incident", values, record()));
    context().record(std::move(edits), tr("Incident saved on this device"), [this] { finish(); });
    return true;
}

QJsonObject IncidentForm::content() const {
    if (kind_ < 0 && text_.isEmpty() && !photos_.hasNew()) return {};
    return {{"kind", kind_},
            {"severity", severity_},
            {"text", text_},
            {"seen_at", static_cast<qint64>(seenAt_.ms)},
            {"photos", photos_.content()}};
}

void IncidentForm::restore(const QJsonObject& content) {
    kind_ = std::clamp(content["kind"].toInt(-1), -1, static_cast<int>(drawings.size()) - 1);
    severity_ = std::clamp(content["severity"].toInt(1), 0, 2);
    text_ = content["text"].toString();
    seenAt_ = Instant{content["seen_at"].toInteger()};
    photos_.fill(content["photos"].toArray());
}

void IncidentForm::blank() {
    kind_ = -1;
    severity_ = 1;
    text_.clear();
    seenAt_ = {};
    photos_.fill({});
    photos_.readNow();
}

QString IncidentForm::nameOf(const QJsonObject& content) const {
    const int kind = content["kind"].toInt(-1);
    if (kind < 0 || kind >= static_cast<int>(drawings.size())) return tr("Incident");
    return tr("Incident: %1")
        .arg(words::incidentKind(QLatin1String(words::incidentKinds[static_cast<std::size_t>(kind)])));
}

QString IncidentForm::textOf(const QJsonObject& content) const { return content["text"].toString(); }

void IncidentForm::readForm(Reader& reader) { campaign_ = site_day::campaignOn(reader, context().today()).id; }

// ---- the list

Incidents::Incidents(Context& context)
    : Live(context, {"incident", "person", "node"}),
      rows_({"key", "title", "kindWord", "drawing", "severityWord", "light", "words", "stateWord", "isOpen", "pending"},
            this) {}

void Incidents::read(Reader& reader) {
    const Date today = context().today();
    std::vector<RowModel::Row> rows;
    open_ = 0;
    reader.each(
        task_rows::mine() + R"(
            SELECT i.id, i.title, i.kind, i.severity, i.happened_at, i.state, i.description, p.name, i.is_pending
            FROM incident i LEFT JOIN person p ON p.id = i.recorded_by
            WHERE i.place IN mine ORDER BY i.state IN ('resolved', 'closed'), i.happened_at DESC, i.id LIMIT 200)",
        [&](Columns row) {
            const QString kind = row.text(2);
            const QString state = row.text(5);
            const bool isOpen = state != u"resolved" && state != u"closed";
            open_ += isOpen ? 1 : 0;
            QStringList parts{words::incidentState(state), words::moment(row.instant(4), today), row.text(7)};
            parts.removeAll(QString());
            rows.push_back({row.key(0), titleOf(row.text(1), row.text(6), kind), words::incidentKind(kind),
                            drawingOf(kind), words::severity(row.text(3)), words::severityLight(row.text(3)),
                            parts.join(QStringLiteral(" · ")), words::incidentState(state), isOpen, row.flag(8)});
        },
        context().home());
    rows_.take(std::move(rows));
    emit changed();
}

// ---- one of them

IncidentDetail::IncidentDetail(Context& context) : OpenedRecord(context, "incident", {"incident", "person"}) {}

QString IncidentDetail::stateWord() const { return words::incidentState(state_); }

QStringList IncidentDetail::severityWords() const { return allSeverities(); }

QVariantList IncidentDetail::steps() const {
    const auto step = [](const char* to, bool isMain) {
        return QVariantMap{{"step", to}, {"word", words::incidentStep(QLatin1String(to))}, {"main", isMain}};
    };
    if (state_ == u"open") return {step("in_progress", false), step("resolved", true)};
    if (state_ == u"in_progress") return {step("resolved", true)};
    if (state_ == u"resolved")
        return {QVariantMap{{"step", "in_progress"}, {"word", tr("Not solved after all")}, {"main", false}}};
    return {};
}

void IncidentDetail::setDescription(const QString& text) {
    if (text == description_) return;
    description_ = text;
    typed();
}

void IncidentDetail::setMeasures(const QString& text) {
    if (text == measures_) return;
    measures_ = text;
    typed();
}

void IncidentDetail::grade(int severity) {
    const std::string word = words::severities[static_cast<std::size_t>(std::clamp(severity, 0, 2))];
    change({{"severity", Value(word)}}, {});
}

void IncidentDetail::step(const QString& to) {
    Context::Values values{{"state", Value(to.toStdString())}};
    if (to == u"resolved") values.emplace_back("resolved_at", Value(context().gateway().now().ms));
    if (to == u"in_progress") values.emplace_back("commander", Value(context().person()));
    change(values, to == u"resolved" ? tr("Solved, saved on this device") : QString());
}

void IncidentDetail::save() {
    if (!canSave()) return;
    Context::Values values{{"measures", textValue(measures_)}};
    if (canDescribe_) values.emplace_back("description", textValue(description_));
    change(values, tr("Saved on this device"), [this] { finish(); });
}

QJsonObject IncidentDetail::content() const { return {{"description", description_}, {"measures", measures_}}; }

void IncidentDetail::restore(const QJsonObject& content) {
    description_ = content["description"].toString();
    measures_ = content["measures"].toString();
}

void IncidentDetail::blank() {
    description_.clear();
    measures_.clear();
}

QString IncidentDetail::nameOf(const QJsonObject&) const { return tr("Details of this incident"); }

QString IncidentDetail::textOf(const QJsonObject& content) const {
    return content["description"].toString() + u' ' + content["measures"].toString();
}

void IncidentDetail::readForm(Reader& reader) {
    const Date today = context().today();
    const bool leads = site_day::leads(reader, context().person());
    reader.each(
        R"(SELECT i.title, i.kind, i.severity, i.happened_at, i.state, i.description, i.measures, p.name, i.is_pending,
                  i.recorded_by
           FROM incident i LEFT JOIN person p ON p.id = i.recorded_by WHERE i.id = ?1)",
        [&](Columns row) {
            title_ = row.text(0).isEmpty() ? words::incidentKind(row.text(1)) : row.text(0);
            QStringList parts{words::moment(row.instant(3), today), row.text(7)};
            parts.removeAll(QString());
            whenWords_ = parts.join(QStringLiteral(" · "));
            severity_ = positionOf(row.text(2));
            state_ = row.text(4);
            setPending(row.flag(8));
            // Before headquarters has seen it nobody else can have written it.
            canDescribe_ = leads || row.id(9) == context().person() || !row.isSet(9);
            if (isTyped()) return;
            description_ = row.text(5);
            measures_ = row.text(6);
        },
        id());
}

}  // namespace zhixing::client
