import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Chips in its states. */
Column {
    spacing: Theme.gap

    Chips { width: parent.width; words: ["问卷", "访谈", "投诉", "表扬", "现场观察"]; current: 2 }
    Chips { width: parent.width; words: ["还没有选"] }
}
