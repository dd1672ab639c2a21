#include "client/viewmodels/review/review.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QVariantMap>

#include "client/viewmodels/words/words.h"
#include "shared/base/limits.h"

namespace zhixing::client {

namespace {

QString nameOf(ReviewItem::Kind kind) {
    return kind == ReviewItem::Kind::spend    ? QStringLiteral("spend")
           : kind == ReviewItem::Kind::report ? QStringLiteral("report")
                                              : QStringLiteral("plan");
}

}  // namespace

Review::Review(Context& context, Conflicts& conflicts)
    : Live(context, {"spend", "budget_line", "campaign", "person", "node", "grant", "review", "budget_change", "policy",
                     "task"}),
      conflicts_(conflicts),
      rows_({"key", "kind", "kindWord", "title", "amount", "who", "site", "day", "warns", "blocked", "marked"}, this),
      photos_(context, "receipt") {
    timer_.setSingleShot(true);
    timer_.setInterval(holdMs);
    connect(&timer_, &QTimer::timeout, this, &Review::settle);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &Review::end);
    connect(&context.gateway(), &Gateway::statusChanged, this, &Review::changed);
    connect(&conflicts, &Conflicts::changed, this, &Review::show);
}

Review::~Review() { end(); }

const ReviewItem* Review::find(const QString& key) const {
    const Id id = idOf(key);
    const auto found =
        std::find_if(items_.begin(), items_.end(), [&](const ReviewItem& item) { return item.id == id; });
    return id.isNil() || found == items_.end() ? nullptr : &*found;
}

bool Review::isHeld(const Id& id) const {
    return std::find(heldRecords_.begin(), heldRecords_.end(), id) != heldRecords_.end();
}

int Review::count() const {
    return static_cast<int>(std::count_if(items_.begin(), items_.end(), [this](const ReviewItem& item) {
        return item.isDecidable() && (isHeldOld_ || !isHeld(item.id));
    }));
}

QString Review::summary() const {
    std::int64_t fen = 0;
    for (const ReviewItem& item : items_) {
        if (item.addsUp && item.isDecidable() && !isHeld(item.id)) fen += item.fen;
    }
    return tr("%n to decide, ￥%1 of spends", "", count()).arg(words::sum(fen));
}

void Review::setKind(const QString& kind) {
    if (kind == kind_) return;
    kind_ = kind;
    current_ = 0;
    marked_.clear();
    show();
}

QVariantList Review::kinds() const {
    const auto many = [this](ReviewItem::Kind kind) {
        return static_cast<int>(std::count_if(items_.begin(), items_.end(), [&](const ReviewItem& item) {
            return item.kind == kind && !isHeld(item.id);
        }));
    };
    const auto choice = [](const char* value, const QString& label) {
        return QVariantMap{{"value", QLatin1String(value)}, {"label", label}};
    };
    return {choice("all", tr("All")), choice("spend", tr("Spends %1").arg(many(ReviewItem::Kind::spend))),
            choice("report", tr("Reports %1").arg(many(ReviewItem::Kind::report))),
            choice("plan", tr("Plans %1").arg(many(ReviewItem::Kind::plan))),
            choice("conflict", tr("Conflicts %1").arg(conflicts_.count()))};
}

void Review::setCurrentIndex(int index) {
    if (index == current_) return;
    current_ = index;
    show();
}

QString Review::amount() const { return chosen() && chosen()->hasMoney ? words::yuan(chosen()->fen) : QString(); }

QString Review::leftAfter() const {
    return chosen() ? words::sum(chosen()->sums.budget - chosen()->sums.approved - chosen()->fen) : QString();
}

double Review::approvedShare() const { return chosen() ? chosen()->sums.share(chosen()->sums.approved) : 0; }
double Review::thisShare() const { return chosen() ? chosen()->sums.share(chosen()->fen) : 0; }

QString Review::lineWords() const {
    if (!chosen()) return {};
    const Budget::Sums& sums = chosen()->sums;
    return tr("Budget ￥%1 · approved ￥%2 · waiting ￥%3, this one included")
        .arg(words::sum(sums.budget), words::sum(sums.approved), words::sum(sums.pending));
}

QString Review::approveWord() const {
    const ReviewItem* item = chosen();
    if (item != nullptr && item->onlyEndorses) return tr("Agree, and pass it on");
    return item != nullptr && item->kind == ReviewItem::Kind::report ? tr("Accept") : tr("Approve");
}

QString Review::hindrance() const {
    if (!mayDecide() || context().gateway().status().link == SyncStatus::Link::connected) return {};
    return tr("You are offline: your decision is a proposal until headquarters has taken it.");
}

sync::Edit Review::approval(const ReviewItem& item) const {
    if (!item.onlyEndorses) return Context::change(item.type, item.id, {{"state", Value(item.step)}});
    IdSet endorsed = item.endorsedBy;
    endorsed.push_back(context().person());
    std::sort(endorsed.begin(), endorsed.end());
    return Context::change(item.type, item.id, {{"endorsed_by", Value(endorsed)}});
}

void Review::approve() {
    const ReviewItem* item = chosen();
    if (item == nullptr || !item->isDecidable()) return;
    const QString what = item->hasMoney ? QStringLiteral("￥") + words::yuan(item->fen) : item->title;
    hold({item->id}, {approval(*item)},
         item->onlyEndorses ? tr("%1 passed on to headquarters").arg(what) : tr("%1 approved").arg(what));
}

void Review::giveBack(const QString& reason) {
    const QString trimmed = reason.trimmed();
    const ReviewItem* item = chosen();
    if (trimmed.isEmpty() || item == nullptr || !item->isDecidable()) return;
    hold({item->id}, {returning(*item, trimmed)}, tr("Returned to %1").arg(item->who), trimmed);
}

sync::Edit Review::returning(const ReviewItem& item, const QString& reason) {
    return Context::change(
        item.type, item.id,
        {{"state", Value(std::string("returned"))}, {"returned_reason", Value(reason.toStdString())}});
}

void Review::mark(int index) {
    const QString key = rows_.value(index, QStringLiteral("key")).toString();
    const ReviewItem* item = find(key);
    if (item == nullptr || !item->isDecidable()) return;
    if (!marked_.remove(key)) marked_.insert(key);
    show();
}

void Review::markAlike() {
    const ReviewItem* like = chosen();
    if (like == nullptr) return;
    marked_.clear();
    for (const ReviewItem& item : items_) {
        if (item.kind != like->kind || !item.isDecidable() || isHeld(item.id)) continue;
        marked_.insert(keyOf(item.id));
        if (!markedRefusal().isEmpty()) marked_.remove(keyOf(item.id));
    }
    show();
}

void Review::unmark() {
    marked_.clear();
    show();
}

QString Review::markedWords() const {
    std::int64_t fen = 0;
    for (const QString& key : marked_) {
        if (const ReviewItem* item = find(key); item != nullptr && item->addsUp) fen += item->fen;
    }
    return fen != 0 ? tr("%n marked, ￥%1 together", "", markedCount()).arg(words::sum(fen))
                    : tr("%n marked", "", markedCount());
}

QString Review::markedRefusal() const {
    std::map<Id, std::int64_t> asked;
    std::optional<ReviewItem::Kind> kind;
    for (const QString& key : marked_) {
        const ReviewItem* item = find(key);
        if (item == nullptr) continue;
        if (kind && *kind != item->kind) return tr("Only things of one kind are approved together");
        kind = item->kind;
        if (item->kind == ReviewItem::Kind::plan) return tr("Plans are decided one by one");
        if (item->isAboveLimit()) return tr("One is above the limit: decide it by itself");
        if (item->isDuplicate) return tr("One has an invoice that was used before: decide it by itself");
        if (item->line.isNil()) continue;
        asked[item->line] += item->fen;
        if (item->sums.budget - item->sums.approved < asked[item->line]) {
            return tr("Together they exceed the budget line “%1”").arg(item->title);
        }
    }
    return {};
}

void Review::approveMarked() {
    if (marked_.isEmpty() || !markedRefusal().isEmpty()) return;
    std::vector<Id> records;
    std::vector<sync::Edit> edits;
    const QString words = markedWords();
    for (const QString& key : marked_) {
        const ReviewItem* item = find(key);
        if (item == nullptr || edits.size() == limits::groupOperationsMax) continue;
        records.push_back(item->id);
        edits.push_back(approval(*item));
    }
    marked_.clear();
    hold(std::move(records), std::move(edits), tr("Approved: %1").arg(words));
}

// ---- the decision that can still be undone

void Review::hold(std::vector<Id> records, std::vector<sync::Edit> edits, const QString& words, const QString& reason) {
    settle();
    heldRecords_ = std::move(records);
    heldEdits_ = std::move(edits);
    heldWords_ = words;
    // What cannot be written down is recorded rather than put at risk.
    if (!writeDown(reason)) return settle();
    timer_.start();
    show();
}

void Review::undo() {
    timer_.stop();
    if (!heldEdits_.empty()) forgetWritten();
    heldRecords_.clear();
    heldEdits_.clear();
    heldWords_.clear();
    isHeldOld_ = false;
    show();
}

void Review::settle() {
    timer_.stop();
    if (heldEdits_.empty()) return;
    heldWords_.clear();
    isHeldOld_ = false;
    const QPointer<Review> self(this);
    context().record(std::exchange(heldEdits_, {}), {}, [self] {
        if (self && self->heldEdits_.empty()) self->forgetWritten();
    });
    emit changed();
}

void Review::end() {
    if (!isHeldOld_) settle();
}

bool Review::writeDown(const QString& reason) const {
    QJsonArray records;
    for (const Id& id : heldRecords_) records.append(keyOf(id));
    const QJsonObject decision{{"records", records}, {"reason", reason}, {"words", heldWords_}};
    const QString json = QString::fromUtf8(QJsonDocument(decision).toJson(QJsonDocument::Compact));
    context().gateway().saveDraft(heldName, json);
    return context().gateway().draft(heldName) == json;
}

void Review::forgetWritten() const { context().gateway().saveDraft(heldName, {}); }

void Review::resume() {
    const QString json = context().gateway().draft(heldName);
    if (json.isEmpty()) return;
    const QJsonObject decision = QJsonDocument::fromJson(json.toUtf8()).object();
    const QString reason = decision["reason"].toString();
    for (const QJsonValue& key : decision["records"].toArray()) {
        const ReviewItem* item = find(key.toString());
        // It was recorded just before the end, or somebody else has decided meanwhile: its history tells.
        if (item == nullptr || !item->isDecidable()) continue;
        heldRecords_.push_back(item->id);
        heldEdits_.push_back(reason.isEmpty() ? approval(*item) : returning(*item, reason));
    }
    if (heldEdits_.empty()) return forgetWritten();
    heldWords_ = tr("Not recorded when the app ended: %1").arg(decision["words"].toString());
    isHeldOld_ = true;
    show();
    // Once there is a window to say it in.
    QMetaObject::invokeMethod(
        this, [this] { emit context().said(tr("A decision of yours waits for you under Review."), false); },
        Qt::QueuedConnection);
}

void Review::read(Reader& reader) {
    items_ = ReviewQueue(reader, Permissions::read(reader, context().person()), context().today()).read();
    // What was recorded is no longer waiting, or waits again because somebody took it back.
    if (heldEdits_.empty()) heldRecords_.clear();
    show();
}

void Review::show() {
    std::vector<RowModel::Row> rows;
    for (const ReviewItem& item : items_) {
        const QString kind = nameOf(item.kind);
        if (isHeld(item.id) || (kind_ != u"all" && kind_ != kind)) continue;
        const QString key = keyOf(item.id);
        rows.push_back({key, kind, kindWord(item.kind), item.title, item.hasMoney ? words::yuan(item.fen) : QString(),
                        item.who, item.site, item.day, item.exceeds() || item.isDuplicate || item.isAboveLimit(),
                        !item.isDecidable(), marked_.contains(key)});
    }
    if (kind_ == u"all" || kind_ == u"conflict") {
        RowModel& open = *conflicts_.open();
        for (int i = 0; i < open.count(); ++i) {
            rows.push_back({open.value(i, QStringLiteral("key")), QStringLiteral("conflict"), tr("Conflict"),
                            open.value(i, QStringLiteral("what")), QString(), open.value(i, QStringLiteral("field")),
                            QString(), QString(), true, false, false});
        }
    }
    rows_.take(std::move(rows));
    current_ = std::clamp(current_, 0, std::max(0, rows_.count() - 1));
    photos_.open("spend", chosen() && chosen()->type == "spend" ? chosen()->id : Id{});
    emit changed();
}

}  // namespace zhixing::client
