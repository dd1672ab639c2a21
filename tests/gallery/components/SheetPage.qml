import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Sheet in its states. */
Column {
    spacing: Theme.gap

    Item { width: parent.width; height: 260 }
    Sheet { id: sheet; title: "确定丢弃？"; Label { width: parent.width; text: "这条记录不会发往总部，90 天内可以找回。"; wrapMode: Text.Wrap } Button { text: "保留"; quiet: true } }
    // A popup needs its window first.
    Timer { running: true; interval: 0; onTriggered: sheet.open() }
}
