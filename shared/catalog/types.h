#pragma once

#include "shared/model/record_type.h"

/// One function per record type, each in the file of its name. A type's number and its fields' numbers are permanent:
/// new ones take the next free number, hidden ones are never used again. Numbers leave room between the groups.
namespace zhixing::types {

// organisation, 1 and up
[[nodiscard]] RecordType node();
[[nodiscard]] RecordType person();
[[nodiscard]] RecordType grant();
[[nodiscard]] RecordType partner();
[[nodiscard]] RecordType calendarDay();

// plan, 10 and up
[[nodiscard]] RecordType campaign();
[[nodiscard]] RecordType objective();
[[nodiscard]] RecordType kpi();
[[nodiscard]] RecordType kpiReading();
[[nodiscard]] RecordType strategy();
[[nodiscard]] RecordType task();
[[nodiscard]] RecordType checklist();
[[nodiscard]] RecordType material();
[[nodiscard]] RecordType materialMove();
[[nodiscard]] RecordType booking();
[[nodiscard]] RecordType research();
[[nodiscard]] RecordType persona();
[[nodiscard]] RecordType competitor();

// money, 30 and up
[[nodiscard]] RecordType budgetLine();
[[nodiscard]] RecordType allowance();
[[nodiscard]] RecordType budgetChange();
[[nodiscard]] RecordType spend();

// field, 40 and up
[[nodiscard]] RecordType feedback();
[[nodiscard]] RecordType questionnaire();
[[nodiscard]] RecordType incident();
[[nodiscard]] RecordType attendance();
[[nodiscard]] RecordType dailyReport();
[[nodiscard]] RecordType photo();

// control, 50 and up
[[nodiscard]] RecordType policy();
[[nodiscard]] RecordType alert();
[[nodiscard]] RecordType risk();
[[nodiscard]] RecordType review();
[[nodiscard]] RecordType decision();
[[nodiscard]] RecordType conflict();
[[nodiscard]] RecordType comment();

// library, 60 and up; `template` and `case` are words of C++, so their functions are called otherwise
[[nodiscard]] RecordType planTemplate();
[[nodiscard]] RecordType caseStudy();

}  // namespace zhixing::types
