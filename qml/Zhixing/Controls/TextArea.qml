import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* Paragraphs to type. Grows with its text. */
T.TextArea {
    id: root

    property string fault: ""
    property int linesMin: 3

    implicitWidth: 200
    implicitHeight: Math.max(contentHeight, hint.visible ? hint.implicitHeight : 0, root.linesMin * font.pixelSize * 1.45) + topPadding + bottomPadding
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: 10
    bottomPadding: 10
    wrapMode: TextEdit.Wrap
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    font.family: Theme.family
    font.pixelSize: Theme.touch ? Theme.lead : Theme.body
    Accessible.name: root.placeholderText
    KeyNavigation.priority: KeyNavigation.BeforeItem

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.hair
        border.color: root.fault !== "" ? Theme.red : root.activeFocus ? Theme.accent : Theme.edge
    }

    Label {
        id: hint
        x: root.leftPadding
        y: root.topPadding
        width: root.width - root.leftPadding - root.rightPadding
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        font: root.font
        color: Theme.inkSoft
        wrapMode: Text.Wrap
    }
}
