#pragma once

#include <QVariantList>

#include "client/viewmodels/frame/permissions.h"
#include "client/viewmodels/planning/budget.h"

namespace zhixing::client {

/// One thing that waits for a decision, with everything that is known about it before somebody decides.
struct ReviewItem {
    enum class Kind { spend, report, plan };

    Kind kind = Kind::spend;
    std::string type;  ///< of the record
    Id id;
    std::string step;  ///< the state that approving leads to
    QString title;
    QString context;  ///< the campaign it belongs to
    QString who;
    QString site;
    QString day;
    std::int64_t fen = 0;
    bool hasMoney = false;
    bool addsUp = false;  ///< its money counts in sums: a spend's does, a proposed budget's does not
    Id line;              ///< a spend's
    Budget::Sums sums;    ///< of that line, this spend among the waiting
    bool isDuplicate = false;
    std::optional<StepSum> sum{};  ///< the limit of one approval, where there is one
    bool onlyEndorses = false;     ///< this person's word is the first of two
    bool isEndorsed = false;       ///< and was given already
    IdSet endorsedBy;
    QString refusal;       ///< why this person may not decide; empty when they may
    QVariantList facts;    ///< `{label, words}`
    QVariantList notices;  ///< `{light, words}`: limits and rules, as they stand before the decision

    [[nodiscard]] bool isAboveLimit() const { return sum && sum->isPassed; }
    [[nodiscard]] bool isDecidable() const { return refusal.isEmpty() && !isEndorsed; }
    [[nodiscard]] bool exceeds() const { return line != Id{} && sums.budget - sums.approved < fen; }
};

[[nodiscard]] QString kindWord(ReviewItem::Kind kind);

/// What waits where this person decides, or would but for a rule that is then named: spends first, then reports, then
/// changes of plans.
class ReviewQueue {
public:
    ReviewQueue(Reader& reader, const Permissions& permissions, Date today);

    [[nodiscard]] std::vector<ReviewItem> read();

    static constexpr int rowsMax = 300;

private:
    struct Origin {
        Id place;
        Id author;
        Id owner;
        std::string state;
    };

    void readSpends();
    void readReports();
    void readCampaigns();
    void readBudgetChanges();
    void judgeSpend(ReviewItem& item, const Columns& row);
    /// Sets `refusal` by the catalog's rules, and notices it; false when the item is none of this person's business.
    [[nodiscard]] bool judge(ReviewItem& item, const Origin& origin) const;
    void fact(ReviewItem& item, const QString& label, const QString& words) const;
    void notice(ReviewItem& item, const char* light, const QString& words) const;

    Reader& reader_;
    const Permissions& permissions_;
    Date today_;
    std::vector<ReviewItem> items_;
};

}  // namespace zhixing::client
