#include <fstream>
#include <sstream>

#include <QByteArray>

#include "client/cli/commands.h"
#include "client/cli/output.h"
#include "client/cli/store_file.h"
#include "client/store/blob_queue.h"
#include "shared/base/limits.h"
#include "shared/model/document.h"
#include "sync/wire/line_writer.h"

namespace zhixing::client::cli {
namespace {

/// One byte more than may be, so that too much is seen as such.
Result<std::string> readFile(const std::string& path, std::size_t bytesMax) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes(bytesMax + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.gcount() == 0) return Error{Code::io_failed, "cannot read " + path, {}, {}};
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

Result<std::string> readThumbnail(const std::string& path) {
    ZX_ASSIGN(const std::string bytes, readFile(path, limits::thumbnailBytesMax));
    ZX_ASSIGN(const media::Media picture, media::inspect(bytes));
    if (picture.format != media::Format::jpeg || bytes.size() > limits::thumbnailBytesMax) {
        return Error{Code::too_large, "a thumbnail is a JPEG of at most", "thumbnail", limits::thumbnailBytesMax};
    }
    return QByteArray::fromStdString(picture.clean).toBase64().toStdString();
}

/// What the command was told about each photo, before what its file tells.
Result<sync::Edit> commonEdit(const Arguments& arguments) {
    const RecordType& type = catalog().at("photo");
    sync::Edit edit{sync::Verb::add, &type, {}, {}, {}, {}};
    if (!arguments.json.empty()) {
        ZX_ASSIGN(auto document, parseDocumentLine(catalog(), &type, arguments.json));
        edit.place = document.place;
        edit.audience = document.audience;
        edit.values = std::move(document.values);
    }
    if (!arguments.thumbnail.empty()) {
        ZX_ASSIGN(std::string thumbnail, readThumbnail(arguments.thumbnail));
        edit.values.push_back({static_cast<std::uint16_t>(*type.find("thumbnail")), std::move(thumbnail)});
    }
    return edit;
}

void describeBlob(sync::Edit& edit, const BlobQueue::Added& added) {
    const auto set = [&](std::string_view name, Value value) {
        edit.values.push_back({static_cast<std::uint16_t>(*edit.type->find(name)), std::move(value)});
    };
    set("hash", added.name);
    set("format", std::string(media::word(added.media.format)));
    set("byte_count", added.byteCount);
    if (added.media.width > 0) {
        set("width", added.media.width);
        set("height", added.media.height);
    }
}

Result<void> addOne(Device& device, BlobQueue& queue, sync::Edit edit, const std::string& path) {
    const Instant now = SystemClock().now();
    ZX_ASSIGN(const std::string bytes, readFile(path, limits::blobBytesMax));
    ZX_ASSIGN(const auto added, queue.add(bytes, now));
    describeBlob(edit, added);
    sync::ReplicaActions nobodyIsConnected;
    ZX_ASSIGN(const auto ids, device.replica().record(std::span(&edit, 1), now, nobodyIsConnected));
    std::string line;
    sync::LineWriter(line)
        .id("id", ids.front())
        .word("hash", added.name)
        .number("byte_count", added.byteCount)
        .flag("cleaned", !added.media.isClean)
        .end();
    printLine(line);
    return flushOutput();
}

}  // namespace

Result<void> addPhotos(const Arguments& arguments) {
    ZX_ASSIGN(const sync::Edit common, commonEdit(arguments));
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    BlobQueue queue(device->store().database());
    for (const std::string& path : arguments.files) {
        if (auto added = addOne(*device, queue, common, path); !added) {
            Error error = added.error();
            error.message = path + ": " + error.message;
            return error;
        }
    }
    return {};
}

Result<void> listPhotos(const Arguments& arguments) {
    ZX_ASSIGN(auto database, openForLooking(arguments));
    ZX_ASSIGN(const auto items, BlobQueue::all(database));
    for (const auto& item : items) {
        std::string line;
        sync::LineWriter writer(line);
        writer.word("hash", item.name).number("byte_count", item.byteCount).word("state", word(item.state));
        writer.number("sent", item.sent).number("attempts", item.attempts).flag("may_free", BlobQueue::mayFree(item));
        if (!item.receipt.empty()) writer.word("receipt", item.receipt);
        if (!item.code.empty()) writer.word("code", item.code).text("message", item.message);
        writer.end();
        printLine(line);
    }
    return {};
}

Result<void> freePhotos(const Arguments& arguments) {
    ZX_ASSIGN(const auto device, openForRecording(arguments));
    ZX_ASSIGN(const std::int64_t freed, BlobQueue(device->store().database()).freeHeld());
    printLine("{\"freed\":" + std::to_string(freed) + "}");
    return {};
}

}  // namespace zhixing::client::cli
