#include <nlohmann/json.hpp>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/reports.h"

namespace zhixing::client::cli {
namespace {

using Json = nlohmann::ordered_json;

/// A ratio as a number; nothing where there is none to show.
void addShare(Json& json, const std::optional<rules::Rate>& share) {
    if (share) json["share"] = static_cast<double>(share->millionths) / 1e6;
}

void addFigures(Json& json, const rules::BudgetFigures& figures) {
    json["budget"] = figures.budget.fen;
    json["approved"] = figures.approved.fen;
    json["pending"] = figures.pending.fen;
    json["remaining"] = figures.remaining.fen;
    addShare(json, figures.share);
}

void addProgress(Json& json, const rules::Progress& progress) {
    json["total"] = progress.total;
    json["not_started"] = progress.notStarted;
    json["in_progress"] = progress.inProgress;
    json["done"] = progress.done;
    json["overdue"] = progress.overdue;
    addShare(json, progress.share);
}

Json jsonOf(const BudgetReport::Line& line) {
    Json json{{"id", line.id.text()}, {"item", line.item}, {"category", line.category}};
    if (line.number) json["number"] = *line.number;
    addFigures(json, line.figures);
    return json;
}

Json jsonOf(const BudgetReport& report) {
    Json campaigns = Json::array();
    for (const auto& campaign : report.campaigns) {
        Json json{{"name", campaign.name}, {"lines", Json::array()}, {"total", Json::object()}};
        if (!campaign.id.isNil()) json["id"] = campaign.id.text();
        for (const auto& line : campaign.lines) json["lines"].push_back(jsonOf(line));
        addFigures(json["total"], campaign.total);
        campaigns.push_back(std::move(json));
    }
    return {{"report", "budget"}, {"campaigns", std::move(campaigns)}};
}

Json jsonOf(const std::vector<ProgressReport::Site>& sites) {
    Json json = Json::array();
    for (const auto& site : sites) {
        Json one{{"place", site.place.text()}, {"name", site.name}};
        addProgress(one, site.progress);
        json.push_back(std::move(one));
    }
    return json;
}

Json jsonOf(const ProgressReport& report) {
    Json campaigns = Json::array();
    for (const auto& campaign : report.campaigns) {
        Json json{{"name", campaign.name}, {"sites", jsonOf(campaign.sites)}, {"total", Json::object()}};
        if (!campaign.id.isNil()) json["id"] = campaign.id.text();
        addProgress(json["total"], campaign.total);
        campaigns.push_back(std::move(json));
    }
    return {{"report", "progress"}, {"campaigns", std::move(campaigns)}, {"sites", jsonOf(report.sites)}};
}

}  // namespace

Result<void> report(const Arguments& arguments) {
    std::optional<Id> campaign;
    if (!arguments.campaign.empty()) {
        ZX_ASSIGN(campaign, parseId(arguments.campaign));
    }
    ZX_ASSIGN(auto database, openForLooking(arguments));
    if (arguments.report == "budget") {
        ZX_ASSIGN(const auto figures, budgetReport(database, campaign));
        printLine(jsonOf(figures).dump());
    } else {
        ZX_ASSIGN(const auto figures, progressReport(database, SystemClock().now(), campaign));
        printLine(jsonOf(figures).dump());
    }
    return {};
}

}  // namespace zhixing::client::cli
