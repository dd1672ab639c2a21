#include "client/viewmodels/day/attendance.h"

#include "client/viewmodels/day/site_day.h"
#include "client/viewmodels/words/field_words.h"
#include "client/viewmodels/words/words.h"

namespace zhixing::client {

namespace {

QString placeFault(const Error& error) {
    switch (error.code) {
        case Code::forbidden:
            return Attendance::tr("This device does not let Zhixing know where it is. You can go on without a place.");
        case Code::timed_out:
            return Attendance::tr(
                "No position was found in time; it is often better by a window. You can go on without.");
        default:
            return Attendance::tr("This device cannot tell where it is. You can go on without a place.");
    }
}

}  // namespace

Attendance::Attendance(Context& context)
    : Live(context, {"attendance", "campaign", "person", "partner", "node"}),
      roster_({"key", "who", "words", "stateWord", "hasCome", "canCome"}, this) {
    connect(&context.settings(), &Settings::languageChanged, this, &Attendance::placeChanged);
}

QString Attendance::dayWords() const {
    const Date today = context().today();
    return tr("%1, %2", "16 Oct, Thursday").arg(words::day(today, today), words::weekday(today));
}

QString Attendance::state() const {
    return leftAt_.ms != 0      ? QStringLiteral("left")
           : arrivedAt_.ms != 0 ? QStringLiteral("here")
                                : QStringLiteral("away");
}

QString Attendance::headline() const {
    if (leftAt_.ms != 0) return tr("Here from %1 to %2").arg(words::clock(arrivedAt_), words::clock(leftAt_));
    if (arrivedAt_.ms != 0) return tr("Here since %1").arg(words::clock(arrivedAt_));
    return tr("Not arrived yet");
}

QString Attendance::place() const {
    return isFinding_               ? QStringLiteral("finding")
           : place_                 ? QStringLiteral("found")
           : !placeFault_.isEmpty() ? QStringLiteral("failed")
                                    : QStringLiteral("none");
}

QString Attendance::placeWords() const {
    if (isFinding_) return tr("Looking for the position…");
    if (!place_) return placeFault_;
    const QString at = QStringLiteral("%1, %2")
                           .arg(place_->latitudeMicro / 1e6, 0, 'f', 4)
                           .arg(place_->longitudeMicro / 1e6, 0, 'f', 4);
    return place_->accuracyMetres > 0
               ? tr("%1, accurate to %2 m", "latitude and longitude").arg(at).arg(place_->accuracyMetres)
               : tr("%1, accuracy not known", "latitude and longitude").arg(at);
}

void Attendance::findPlace() {
    isFinding_ = true;
    place_.reset();
    placeFault_.clear();
    emit placeChanged();
    context().gateway().findPlace([this](const Result<Place>& found) {
        isFinding_ = false;
        if (found) {
            place_ = *found;
        } else {
            placeFault_ = placeFault(found.error());
        }
        emit placeChanged();
    });
}

void Attendance::dropPlace() {
    context().gateway().stopFindingPlace();
    isFinding_ = false;
    place_.reset();
    placeFault_.clear();
    emit placeChanged();
}

void Attendance::arrive() {
    Context::Values values{{"arrived_at", Value(context().gateway().now().ms)}};
    if (place_) values.emplace_back("location", Value(*place_));
    const auto saved = [this] { dropPlace(); };
    const QString words = tr("Arrival saved on this device");
    if (!mine_.isNil()) return context().record(Context::change("attendance", mine_, values), words, saved);
    values.emplace_back("person", Value(context().person()));
    if (!campaign_.isNil()) values.emplace_back("campaign", Value(campaign_));
    context().record(Context::add("attendance", values), words, saved);
}

void Attendance::leave() {
    if (mine_.isNil()) return;
    context().record(Context::change("attendance", mine_, {{"left_at", Value(context().gateway().now().ms)}}),
                     tr("Leaving saved on this device"), [this] { dropPlace(); });
}

void Attendance::arriveFor(const QString& key) {
    context().record(Context::change("attendance", idOf(key), {{"arrived_at", Value(context().gateway().now().ms)}}),
                     tr("Arrival saved on this device"));
}

void Attendance::read(Reader& reader) {
    const Date today = context().today();
    campaign_ = site_day::campaignOn(reader, today).id;
    mine_ = {};
    arrivedAt_ = leftAt_ = {};
    duty_.clear();
    arrived_ = 0;
    std::vector<RowModel::Row> rows;
    reader.each(
        R"(SELECT a.id, a.person, coalesce(p.name, r.name), a.zone, a.duty, a.starts_at, a.ends_at, a.arrived_at, a.left_at,
                  a.absence_reason
           FROM attendance a LEFT JOIN person p ON p.id = a.person LEFT JOIN partner r ON r.id = a.partner
           WHERE a.place = ?1 AND coalesce(a.starts_at, a.arrived_at) >= ?2 AND coalesce(a.starts_at, a.arrived_at) < ?3
           ORDER BY a.starts_at, a.zone, a.id LIMIT 200)",
        [&](Columns row) { takeRoster(row, rows); }, context().home(), site_day::startOf(today).ms,
        site_day::startOf(Date{today.days + 1}).ms);
    roster_.take(std::move(rows));
    emit changed();
}

void Attendance::takeRoster(const Columns& row, std::vector<RowModel::Row>& rows) {
    const bool hasCome = row.isSet(7);
    arrived_ += hasCome ? 1 : 0;
    QString span = row.isSet(5) ? words::clock(row.instant(5)) : QString();
    if (row.isSet(6)) span += QStringLiteral(" – ") + words::clock(row.instant(6));
    QStringList parts{row.text(3), row.text(4), span};
    parts.removeAll(QString());
    const QString words = parts.join(QStringLiteral(" · "));
    if (row.id(1) == context().person() && !context().person().isNil()) {
        mine_ = row.id(0);
        duty_ = words;
        if (hasCome) arrivedAt_ = row.instant(7);
        if (row.isSet(8)) leftAt_ = row.instant(8);
        return;
    }
    const QString state = row.isSet(8)             ? tr("left %1", "a time").arg(words::clock(row.instant(8)))
                          : hasCome                ? tr("here since %1").arg(words::clock(row.instant(7)))
                          : !row.text(9).isEmpty() ? tr("absent: %1").arg(row.text(9))
                                                   : tr("not arrived yet");
    rows.push_back({row.key(0), row.text(2), words, state, hasCome, !hasCome});
}

}  // namespace zhixing::client
