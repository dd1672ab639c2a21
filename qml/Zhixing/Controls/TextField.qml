import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* One line to type. */
T.TextField {
    id: root

    property string fault: ""

    implicitWidth: 200
    implicitHeight: Math.max(Theme.touch ? 48 : 36, contentHeight + 16)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.inkSoft
    font.family: Theme.family
    font.pixelSize: Theme.touch ? Theme.lead : Theme.body
    Accessible.name: root.placeholderText

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.hair
        border.color: root.fault !== "" ? Theme.red : root.activeFocus ? Theme.accent : Theme.edge
    }

    Label {
        x: root.leftPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        font: root.font
        color: Theme.inkSoft
        elide: Text.ElideRight
    }
}
