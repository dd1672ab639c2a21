import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* One line in which to say what is looked for, with a way to take it back. */
TextField {
    id: root
    required property string clearWord

    leftPadding: Theme.gap + Theme.icon + Theme.gapSmall
    rightPadding: Theme.target
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    Accessible.role: Accessible.EditableText

    Icon {
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.icon
        height: Theme.icon
        name: "search"
        color: Theme.inkSoft
    }
    IconButton {
        objectName: "clearSearch"
        anchors.verticalCenter: parent.verticalCenter
        x: root.width - width
        visible: root.text !== ""
        glyph: "close"
        tint: Theme.inkSoft
        text: root.clearWord
        onClicked: {
            root.clear();
            root.forceActiveFocus();
        }
    }
}
