#pragma once

/// Bugs that the simulator switches on to prove that its checks would find them. In the product `planted()` is a
/// constant false and the compiler removes every trace; only the simulator is built with ZHIXING_PLANTED_BUGS.
namespace zhixing::sync {

enum class Bug {
    none,
    acknowledgeBeforeCommit,
    skipDedup,
    cursorOneAhead,
    pushResultBeforePage,
    ignoreScopeOnLivePush,
    loseShadowOnRebase,
    dropTheLoser,
    wrongBaseVersion,
    digestNotUpdatedOnLeave,
    forgetTrayOnRestart,
    // merging
    counterIsSet,
    setDropsMembers,
    appendReplaces,
    textTakesMine,
    lastWriterWins,
    // deciding
    workflowUnchecked,
    selfApproval,
    deleteIgnoresEdits,
    editOfDeletedForgotten,
    uniqueKeyNotMarked,
    groupHalfApplied,
    // once and only once
    outcomesNotKept,
    outcomesForgottenEarly,
    ackedAhead,
    counterNotKept,
    counterReusedAfterCrash,
    // what the server keeps and sends
    headNotKept,
    digestsNotKept,
    digestNotUpdatedOnEdit,
    departureForgotten,
    liveDeletionForgotten,
    creditLeak,
    // what a device keeps
    rejectionForgotten,
    pendingLostWithPage,
    rebaseForgetsPending,
    // months away
    horizonUntold,
    disputedForgotten,
    unknownTypeDropped,
    unknownFieldsDropped,
    neverUnderstood,
    // after a backup was restored, and rows were damaged
    restoreUnnoticed,
    nothingSentAgain,
    rowsNotRecounted,
    extraRowsStay,
};

#ifdef ZHIXING_PLANTED_BUGS
inline Bug plantedBug = Bug::none;
[[nodiscard]] inline bool planted(Bug bug) { return plantedBug == bug; }
#else
[[nodiscard]] constexpr bool planted(Bug /*bug*/) { return false; }
#endif

}  // namespace zhixing::sync
