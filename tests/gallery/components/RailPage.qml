import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Rail in its states. */
Column {
    spacing: Theme.gap

    Rail {
        height: 420
        current: "board"
        organisation: "知行示范公司"
        person: "张伟 · 大区经理"
        items: [
            NavigationItem { name: "today"; glyph: "today"; word: "今日" },
            NavigationItem { name: "tasks"; glyph: "tasks"; word: "任务" },
            NavigationItem { name: "board"; glyph: "board"; word: "看板"; count: 5 },
            NavigationItem { name: "me"; glyph: "me"; word: "我的"; needsYou: true; count: 2 }
        ]

        SyncPill { light: "green"; state1: "在线"; state2: "08:32 与总部一致"; leading: true }
    }
}
