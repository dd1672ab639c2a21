import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* NavigationItem in its states. */
Column {
    spacing: Theme.gap

    BottomBar {
        width: 390
        current: "today"
        captureWord: "记录"
        items: [
            NavigationItem { name: "today"; glyph: "today"; word: "今日" },
            NavigationItem { name: "tasks"; glyph: "tasks"; word: "任务" },
            NavigationItem { name: "board"; glyph: "board"; word: "看板"; count: 5 },
            NavigationItem { name: "me"; glyph: "me"; word: "我的"; needsYou: true; count: 2 }
        ]
    }
}
