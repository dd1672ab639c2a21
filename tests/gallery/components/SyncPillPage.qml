import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* SyncPill in its states. */
Column {
    spacing: Theme.gap

    SyncPill { light: "green"; state1: "在线"; state2: "08:32 与总部一致" }
    SyncPill { light: "amber"; state1: "离线 · 6 条待发"; state2: "08:32 与总部一致" }
    SyncPill { light: "red"; state1: "2 条需要您处理"; state2: "昨天与总部一致" }
    SyncPill { light: "none"; state1: "离线工作"; state2: "从未同步"; leading: true }
}
