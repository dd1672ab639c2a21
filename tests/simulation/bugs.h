#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sync/planted.h"
#include "tests/simulation/world.h"

namespace zhixing::simulation {

/// The planted bugs by name; each must be found, see tst_simulation.cpp.
inline constexpr std::array<std::pair<std::string_view, sync::Bug>, 44> bugs{{
    {"acknowledge-before-commit", sync::Bug::acknowledgeBeforeCommit},
    {"skip-dedup", sync::Bug::skipDedup},
    {"cursor-one-ahead", sync::Bug::cursorOneAhead},
    {"push-result-before-page", sync::Bug::pushResultBeforePage},
    {"ignore-scope-on-live-push", sync::Bug::ignoreScopeOnLivePush},
    {"lose-shadow-on-rebase", sync::Bug::loseShadowOnRebase},
    {"drop-the-loser", sync::Bug::dropTheLoser},
    {"wrong-base-version", sync::Bug::wrongBaseVersion},
    {"digest-not-updated-on-leave", sync::Bug::digestNotUpdatedOnLeave},
    {"forget-tray-on-restart", sync::Bug::forgetTrayOnRestart},
    {"counter-is-set", sync::Bug::counterIsSet},
    {"set-drops-members", sync::Bug::setDropsMembers},
    {"append-replaces", sync::Bug::appendReplaces},
    {"text-takes-mine", sync::Bug::textTakesMine},
    {"last-writer-wins", sync::Bug::lastWriterWins},
    {"workflow-unchecked", sync::Bug::workflowUnchecked},
    {"self-approval", sync::Bug::selfApproval},
    {"delete-ignores-edits", sync::Bug::deleteIgnoresEdits},
    {"edit-of-deleted-forgotten", sync::Bug::editOfDeletedForgotten},
    {"unique-key-not-marked", sync::Bug::uniqueKeyNotMarked},
    {"group-half-applied", sync::Bug::groupHalfApplied},
    {"outcomes-not-kept", sync::Bug::outcomesNotKept},
    {"outcomes-forgotten-early", sync::Bug::outcomesForgottenEarly},
    {"acked-ahead", sync::Bug::ackedAhead},
    {"counter-not-kept", sync::Bug::counterNotKept},
    {"counter-reused-after-crash", sync::Bug::counterReusedAfterCrash},
    {"head-not-kept", sync::Bug::headNotKept},
    {"digests-not-kept", sync::Bug::digestsNotKept},
    {"digest-not-updated-on-edit", sync::Bug::digestNotUpdatedOnEdit},
    {"departure-forgotten", sync::Bug::departureForgotten},
    {"live-deletion-forgotten", sync::Bug::liveDeletionForgotten},
    {"credit-leak", sync::Bug::creditLeak},
    {"rejection-forgotten", sync::Bug::rejectionForgotten},
    {"pending-lost-with-page", sync::Bug::pendingLostWithPage},
    {"rebase-forgets-pending", sync::Bug::rebaseForgetsPending},
    {"horizon-untold", sync::Bug::horizonUntold},
    {"disputed-forgotten", sync::Bug::disputedForgotten},
    {"unknown-type-dropped", sync::Bug::unknownTypeDropped},
    {"unknown-fields-dropped", sync::Bug::unknownFieldsDropped},
    {"never-understood", sync::Bug::neverUnderstood},
    {"restore-unnoticed", sync::Bug::restoreUnnoticed},
    {"nothing-sent-again", sync::Bug::nothingSentAgain},
    {"rows-not-recounted", sync::Bug::rowsNotRecounted},
    {"extra-rows-stay", sync::Bug::extraRowsStay},
}};

[[nodiscard]] inline std::optional<sync::Bug> bugNamed(std::string_view name) {
    for (const auto& [known, bug] : bugs) {
        if (known == name) return bug;
    }
    return std::nullopt;
}

/// What many runs amounted to.
struct Totals {
    std::size_t runs = 0, edits = 0, crashes = 0, conflicts = 0, rejected = 0;

    void add(const Report& report) {
        ++runs;
        edits += report.edits;
        crashes += report.crashes;
        conflicts += report.conflicts;
        rejected += report.rejected;
    }
    [[nodiscard]] std::string text() const {
        return std::to_string(runs) + " histories, " + std::to_string(edits) + " confirmed edits, " +
               std::to_string(crashes) + " crashes, " + std::to_string(conflicts) + " conflicts, " +
               std::to_string(rejected) + " rejections";
    }
};

}  // namespace zhixing::simulation
