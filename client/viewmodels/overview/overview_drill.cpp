#include <optional>

#include "client/viewmodels/overview/overview.h"
#include "client/viewmodels/overview/overview_sources.h"
#include "client/viewmodels/records/record_words.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"

/// From a figure to its rows, to a record, to its photos.
namespace zhixing::client {
namespace {

constexpr int rowsShown = 500;

std::optional<Overview::Figure> figureOf(const QString& word) {
    if (word == u"budget") return Overview::Figure::budget;
    if (word == u"spent") return Overview::Figure::spent;
    if (word == u"committed") return Overview::Figure::committed;
    if (word == u"revenue") return Overview::Figure::revenue;
    return std::nullopt;
}

}  // namespace

void Overview::drill(const QString& word, const QString& region) {
    const auto figure = figureOf(word);
    Reader* reader = context().reader();
    if (!figure || reader == nullptr) return;
    const bool isOfAll = region.isEmpty();
    const Id wanted = region == u"-" ? Id{} : idOf(region);
    const std::string_view type = overview::typeOf(*figure);
    std::vector<RowModel::Row> rows;
    int count = 0;
    drilledSum_ = 0;
    reader->each(
        "SELECT r.id, " + std::string(overview::nameOf(*figure)) + ", r.place, " +
            std::string(overview::dayOf(*figure)) + ", " + std::string(overview::amountOf(*figure)) +
            (type == "daily_report" ? ", NULL" : ", r.state") + overview::sourceOf(*figure) + " ORDER BY 5 DESC, r.id",
        [&](Columns row) {
            const Id place = row.id(2);
            if (!isOfAll && regionOf(place) != wanted) return;
            ++count;
            drilledSum_ += row.number(4);
            if (count > rowsShown) return;
            const auto node = nodes_.find(place);
            const auto day = row.date(3);
            QStringList details{node == nodes_.end() ? QString() : node->second.name,
                                day ? words::day(*day, context().today()) : QString(),
                                row.isSet(5) ? words::option(type, row.text(5).toStdString()) : QString()};
            details.removeAll(QString());
            rows.push_back({row.key(0), row.text(1).isEmpty() ? words::recordType(type) : row.text(1).simplified(),
                            details.join(QStringLiteral(" · ")), money(row.number(4))});
        },
        chosenCampaign());
    rows_.take(std::move(rows));
    const QString of = isOfAll ? tr("everywhere") : nameOf(wanted);
    const QString name = *figure == Figure::budget      ? tr("Budget")
                         : *figure == Figure::spent     ? tr("Spent")
                         : *figure == Figure::committed ? tr("Committed")
                                                        : tr("Revenue");
    rowsTitle_ = tr("%1, %2", "figure, region").arg(name, of);
    rowsSum_ = count > rowsShown
                   ? tr("%1 in %n row(s); the first %2 are listed", "", count).arg(money(drilledSum_)).arg(rowsShown)
                   : tr("%1 in %n row(s)", "", count).arg(money(drilledSum_));
    recordType_ = QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
    recordKey_.clear();
    emit drilled();
}

void Overview::openRow(const QString& key) {
    const RecordType* type = catalog().find(recordType_.toStdString());
    Reader* reader = context().reader();
    if (type == nullptr || reader == nullptr) return;
    recordKey_ = key;
    sync::Operation about;
    about.type = type;
    about.record = idOf(key);
    recordTitle_ = words::subject(*reader, about);
    std::vector<RowModel::Row> fields;
    const auto record = reader->record(*type, about.record);
    for (std::size_t i = 0; record && i < type->fields.size(); ++i) {
        const Field& field = type->fields[i];
        const Value& value = record->fields[i];
        if (!isSet(value)) continue;
        if (std::holds_alternative<IdSet>(value) && field.target == "photo") continue;  // shown as pictures
        const QString text = words::shown(*reader, field, value, context().today());
        if (text.isEmpty()) continue;
        const auto name = QString::fromUtf8(field.name.data(), static_cast<qsizetype>(field.name.size()));
        fields.push_back({name, words::field(type->name, field.name), text});
    }
    fields_.take(std::move(fields));
    photos_.open(type->name.data(), about.record);
    emit drilled();
}

}  // namespace zhixing::client
