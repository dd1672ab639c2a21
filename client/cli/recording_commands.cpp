#include <fstream>
#include <optional>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "shared/base/limits.h"
#include "shared/exchange/ndjson.h"
#include "shared/exchange/text_lines.h"
#include "shared/model/document.h"

namespace zhixing::client::cli {
namespace {

using sync::Edit;
using sync::Verb;

Result<std::vector<Id>> record(Device& device, std::span<const Edit> edits, sync::Together together) {
    sync::ReplicaActions nobodyIsConnected;
    return device.replica().record(edits, SystemClock().now(), nobodyIsConnected, together);
}

Result<void> recordOne(const Arguments& arguments, const Edit& edit) {
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_ASSIGN(const auto ids, record(*device, std::span(&edit, 1), sync::Together::asGroup));
    printId(ids.front());
    return {};
}

/// The command says which type; a line that says so as well must not say another.
Result<void> checkType(const RecordType& type, const DocumentLine& document) {
    if (document.type == nullptr || document.type == &type) return {};
    return Error{Code::wrong_type, "this is a " + std::string(document.type->name), "type", {}};
}

Result<Edit> additionOf(const RecordType& type, DocumentLine&& document) {
    ZX_TRY(checkType(type, document));
    return Edit{
        Verb::add, &type, document.id.value_or(Id{}), document.place, document.audience, std::move(document.values)};
}

/// Many lines share a commit, because a commit waits for the disk. Each line stays a change of its own all the same:
/// one that the server refuses takes no other with it.
class BulkAdd {
public:
    BulkAdd(Device& device, const RecordType& type) : device_(&device), type_(&type) {}

    Result<void> take(std::size_t line, DocumentLine&& document) {
        ZX_ASSIGN(Edit addition, additionOf(*type_, std::move(document)));
        edits_.push_back(std::move(addition));
        lines_.push_back(line);
        return edits_.size() < limits::batchOperationsMax ? Result<void>() : commit();
    }

    /// A fault undoes the whole commit; so the good lines before it are then recorded one by one.
    Result<void> commit() {
        auto ids = record(*device_, edits_, sync::Together::inOneCommit);
        if (ids) {
            for (const Id& id : *ids) printId(id);
        } else if (auto some = commitOneByOne(); !some) {
            failure_ = some.error();
            return some;
        }
        edits_.clear();
        lines_.clear();
        return flushOutput();
    }
    /// What kept a line from being recorded.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

private:
    Result<void> commitOneByOne() {
        for (std::size_t i = 0; i < edits_.size(); ++i) {
            auto ids = record(*device_, std::span(&edits_[i], 1), sync::Together::inOneCommit);
            if (!ids) return exchange::atLine(lines_[i], ids.error());
            printId(ids->front());
        }
        return {};
    }

    Device* device_;
    const RecordType* type_;
    std::vector<Edit> edits_;
    std::vector<std::size_t> lines_;
    std::optional<Error> failure_;
};

Result<void> addFile(const Arguments& arguments, const RecordType& type) {
    std::ifstream in(arguments.file, std::ios::binary);
    if (!in) return Error{Code::io_failed, "cannot read " + arguments.file, {}, {}};
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    BulkAdd bulk(*device, type);
    const auto read = exchange::readNdjson(in, catalog(), &type, [&](std::size_t line, DocumentLine&& document) {
        return bulk.take(line, std::move(document));
    });
    // What stands before a faulty line is recorded all the same.
    if (bulk.failure()) return *bulk.failure();
    ZX_TRY(bulk.commit());
    if (!read) return read.error();
    return {};
}

}  // namespace

Result<void> add(const Arguments& arguments) {
    ZX_ASSIGN(const RecordType* type, findType(arguments.type));
    if (!arguments.file.empty()) return addFile(arguments, *type);
    ZX_ASSIGN(auto document, parseDocumentLine(catalog(), type, arguments.json));
    ZX_ASSIGN(const Edit addition, additionOf(*type, std::move(document)));
    return recordOne(arguments, addition);
}

Result<void> edit(const Arguments& arguments) {
    ZX_ASSIGN(const RecordType* type, findType(arguments.type));
    ZX_ASSIGN(const Id id, parseId(arguments.id));
    ZX_ASSIGN(auto document, parseDocumentLine(catalog(), type, arguments.json));
    ZX_TRY(checkType(*type, document));
    if (document.id && *document.id != id) return Error{Code::not_editable, "an id cannot be changed", "id", {}};
    return recordOne(arguments, {Verb::edit, type, id, document.place, document.audience, std::move(document.values)});
}

Result<void> remove(const Arguments& arguments) {
    ZX_ASSIGN(const RecordType* type, findType(arguments.type));
    ZX_ASSIGN(const Id id, parseId(arguments.id));
    return recordOne(arguments, {Verb::remove, type, id, {}, {}, {}});
}

}  // namespace zhixing::client::cli
