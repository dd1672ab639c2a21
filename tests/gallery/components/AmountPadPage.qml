import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* AmountPad in its states. */
Column {
    spacing: Theme.gap

    AmountPad { width: 350; wanWord: "万"; backspaceWord: "删除" }
}
