import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* StackedBars in its states. */
Column {
    spacing: Theme.gap

    StackedBars {
        width: parent.width
        firstRole: "spent"
        secondRole: "committed"
        wordsRole: "left"
        firstWord: "已支出"
        secondWord: "待审"
        model: ListModel {
            ListElement { key: "a"; name: "华东大区"; spent: 0.3; committed: 0.2; left: "24,013.50" }
            ListElement { key: "b"; name: "总部"; spent: 0.9; committed: 0.3; left: "−2,000" }
        }
    }
}
