#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/model/record.h"
#include "sync/wire/messages.h"

/// Messages to bytes and back: the only place in sync that sees JSON. A message is one or more lines of JSON; the first
/// says what it is, each further one holds one operation, outcome or record, so that one bad line spoils only itself.
/// Decoding is strict and bounded (limits.h); a name, type or word that the catalog lacks is an Error, never a guess. Only
/// records from the server may say more than an older catalog knows (PageRecord::foreign).
namespace zhixing::sync {

[[nodiscard]] std::string encode(const ClientMessage& message);
[[nodiscard]] std::string encode(const ServerMessage& message);
[[nodiscard]] Result<ClientMessage> decodeClient(const Catalog& catalog, std::string_view bytes);
[[nodiscard]] Result<ServerMessage> decodeServer(const Catalog& catalog, std::string_view bytes);

/// One operation's line, without the line end: what the outbox keeps, so that a push is made by joining lines.
[[nodiscard]] std::string encodeOperation(const Operation& operation);
[[nodiscard]] Result<Operation> decodeOperation(const Catalog& catalog, std::string_view line);
/// What a line made by encodeOperation is about, found without reading all of it: hundreds of them are only passed on.
struct OperationOutline {
    const RecordType* type = nullptr;
    bool more = false;  ///< as in Operation
};
[[nodiscard]] Result<OperationOutline> outlineOf(const Catalog& catalog, std::string_view operationLine);
/// Stands for an operation whose number was used and that is not to be done (any more): it is rejected alone.
[[nodiscard]] std::string unusedNumberLine(Counter counter);
/// A push of lines made by encodeOperation.
[[nodiscard]] std::string joinPush(Counter acked, const std::vector<std::string>& operationLines);

/// One outcome's line: what the authority keeps until the device has it.
[[nodiscard]] std::string encodeOutcome(const Outcome& outcome);
[[nodiscard]] Result<Outcome> decodeOutcome(std::string_view line);

/// A page, or another message with records, whose record lines were made before (by canonicalLine, or goneLine): the server's stored documents are
/// spliced, not read and written again.
[[nodiscard]] std::string pageHead(Seq from, Seq to, Seq head);
[[nodiscard]] std::string filledHead(const Filled& filled);
[[nodiscard]] std::string fetchedHead(bool isLast);
/// A record's line that was kept.
[[nodiscard]] Result<PageRecord> decodePageRecord(const Catalog& catalog, std::string_view line);
[[nodiscard]] std::string historyHead(const History& history);
/// One change's line: what a device keeps of a record's history.
[[nodiscard]] std::string encodeHistory(const HistoryEntry& entry);
[[nodiscard]] Result<HistoryEntry> decodeHistory(const Catalog& catalog, std::string_view line);
[[nodiscard]] std::string goneLine(const RecordType& type, const Id& record, Version version, Gone gone);

}  // namespace zhixing::sync
