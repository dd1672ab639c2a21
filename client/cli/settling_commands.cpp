#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/store_reader.h"
#include "shared/model/document.h"

/// The commands with which people settle what two of them wrote without knowing of each other.
namespace zhixing::client::cli {
namespace {

using sync::Choice;
using sync::Decision;
using sync::Dispute;

/// Which of the two values is the person's own.
Result<Choice> ownChoice(const Arguments& arguments, const Record& conflict, const Id& person) {
    const bool hasLost = conflict.reference("lost_by") == person;
    if (!hasLost && conflict.reference("kept_by") != person) {
        return Error{
            Code::not_an_option, "neither of the two values is yours; say --kept, --lost or --value", "choice", {}};
    }
    const bool wantsMine = arguments.choice == "mine";
    return hasLost == wantsMine ? Choice::lost : Choice::kept;
}

/// Both values as they travel, as a remark on the record.
std::string remarkOf(const Dispute& dispute) {
    return std::string(dispute.conflict.string("field")) + ": " + std::string(dispute.conflict.string("kept_value")) +
           " | " + std::string(dispute.conflict.string("lost_value"));
}

Result<Decision> decisionOf(const Arguments& arguments, const Dispute& dispute, const Id& person) {
    if (arguments.choice == "kept") return Decision{Choice::kept};
    if (arguments.choice == "lost") return Decision{Choice::lost};
    if (arguments.choice == "both") return Decision{Choice::both, {}, remarkOf(dispute), {}};
    if (arguments.choice.empty()) {
        if (!dispute.field) {
            return Error{
                Code::not_an_option, "this conflict is about a record as a whole, not about one value", {}, {}};
        }
        ZX_ASSIGN(Value another, parseJsonValue(dispute.type->fields[*dispute.field], arguments.json));
        return Decision{Choice::another, std::move(another), {}, {}};
    }
    ZX_ASSIGN(const Choice choice, ownChoice(arguments, dispute.conflict, person));
    return Decision{choice};
}

}  // namespace

Result<void> conflicts(const Arguments& arguments) {
    Query query{.type = &catalog().at("conflict")};
    if (!arguments.all) query.where.push_back({"state", std::string("open")});
    ZX_ASSIGN(auto database, openForLooking(arguments));
    return StoreReader(catalog(), database).forEach(query, [](sqlite::Row&& row) -> Result<void> {
        printLine(canonicalLine(row.record));
        return {};
    });
}

Result<void> settle(const Arguments& arguments) {
    ZX_ASSIGN(const Id id, parseId(arguments.id));
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_ASSIGN(const auto conflict, device->store().find(catalog().at("conflict"), id));
    if (!conflict) return Error{Code::not_found, "this device holds no such conflict", {}, {}};
    ZX_ASSIGN(const Dispute dispute, sync::readDispute(catalog(), *conflict));
    ZX_ASSIGN(const Decision decision, decisionOf(arguments, dispute, device->replica().state().person));
    ZX_TRY(device->replica().settle(id, decision, SystemClock().now()));
    printId(id);
    return {};
}

Result<void> undoSettle(const Arguments& arguments) {
    ZX_ASSIGN(const Id id, parseId(arguments.id));
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_TRY(device->replica().reopen(id, SystemClock().now()));
    printId(id);
    return {};
}

}  // namespace zhixing::client::cli
