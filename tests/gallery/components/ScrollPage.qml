import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Scroll in its states. */
Column {
    spacing: Theme.gap

    Scroll { width: parent.width; height: 120; Repeater { model: 8; Label { required property int index; text: "第 " + (index + 1) + " 行" } } }
}
