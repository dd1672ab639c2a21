#include "client/viewmodels/overview/overview_sources.h"

namespace zhixing::client::overview {

using Figure = Overview::Figure;

std::string sourceOf(Figure figure) {
    const std::string ofCampaign = "(?1 = x'00000000000000000000000000000000' OR ";
    switch (figure) {
        case Figure::budget:
            return " FROM budget_line r WHERE r.amount IS NOT NULL AND " + ofCampaign + "r.campaign = ?1)";
        case Figure::spent:
            return " FROM spend r LEFT JOIN budget_line b ON b.id = r.budget_line WHERE r.state = 'approved' AND " +
                   ofCampaign + "b.campaign = ?1)";
        case Figure::committed:
            return " FROM spend r LEFT JOIN budget_line b ON b.id = r.budget_line WHERE r.state = 'submitted' AND " +
                   ofCampaign + "b.campaign = ?1)";
        case Figure::revenue:
            return " FROM daily_report r WHERE r.revenue IS NOT NULL AND " + ofCampaign + "r.campaign = ?1)";
    }
    return {};
}

std::string_view typeOf(Figure figure) {
    if (figure == Figure::budget) return "budget_line";
    return figure == Figure::revenue ? "daily_report" : "spend";
}

std::string_view amountOf(Figure figure) { return figure == Figure::revenue ? "r.revenue" : "r.amount"; }

std::string_view nameOf(Figure figure) {
    if (figure == Figure::budget) return "coalesce(r.item, r.description, '')";
    return figure == Figure::revenue ? "coalesce(r.done, '')" : "coalesce(r.note, r.payee, '')";
}

std::string_view dayOf(Figure figure) {
    if (figure == Figure::budget) return "NULL";
    return figure == Figure::revenue ? "r.report_on" : "r.spent_on";
}

}  // namespace zhixing::client::overview
