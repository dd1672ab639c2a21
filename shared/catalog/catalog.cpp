#include "shared/catalog/catalog.h"

#include "shared/catalog/types.h"

namespace zhixing {
namespace {

std::vector<RecordType> allTypes() {
    using namespace types;
    return {
        node(),         person(),     grant(),         partner(),    calendarDay(), campaign(),    objective(),
        kpi(),          kpiReading(), strategy(),      task(),       checklist(),   material(),    materialMove(),
        booking(),      research(),   persona(),       competitor(), budgetLine(),  allowance(),   budgetChange(),
        spend(),        feedback(),   questionnaire(), incident(),   attendance(),  dailyReport(), photo(),
        policy(),       alert(),      risk(),          review(),     decision(),    conflict(),    comment(),
        planTemplate(), caseStudy(),
    };
}

}  // namespace

const Catalog& catalog() {
    static const Catalog all(allTypes());
    return all;
}

}  // namespace zhixing
