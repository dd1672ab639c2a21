#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "client/cli/arguments.h"
#include "client/store/device.h"
#include "shared/catalog/catalog.h"
#include "shared/sqlite/database.h"

/// How commands come to the store they work on.
namespace zhixing::client::cli {

/// Another run of the command line is done in a moment; the app, or `sync --follow`, is not.
inline constexpr std::chrono::milliseconds lockWaitMax{2'000};

/// Tries again for a moment while another program is writing to the store.
template <typename Open>
[[nodiscard]] auto whenUnlocked(Open open) -> decltype(open()) {
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + lockWaitMax;
    for (;;) {
        auto opened = open();
        if (opened.ok() || opened.error().code != Code::locked) return opened;
        if (Clock::now() >= end) {
            return Error{Code::locked, "another program is working with this store; end it first", {}, {}};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

/// For looking: works beside whoever writes.
[[nodiscard]] Result<sqlite::Database> openForLooking(const Arguments& arguments);
/// For recording: this program becomes the store's one writer. `not_enrolled` when the store has no owner yet.
[[nodiscard]] Result<std::unique_ptr<Device>> openForRecording(const Arguments& arguments);

[[nodiscard]] Error notEnrolled();

// ---- what was typed, as what it means

[[nodiscard]] Result<const RecordType*> findType(const std::string& name);
[[nodiscard]] Result<Id> parseId(const std::string& text);
/// `status=done`, as a field and its value; the quotes of a text may be left away, nothing after = is no value.
[[nodiscard]] Result<FieldValue> parseAssignment(const RecordType& type, std::string_view text);

}  // namespace zhixing::client::cli
