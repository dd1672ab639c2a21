import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* One of the three lights, always with its own shape and its word; `none` is the open ring of "nothing to say yet". */
Rectangle {
    id: root
    required property string light
    required property string word
    property bool plain: false

    readonly property color tone: root.light === "green" ? Theme.green
        : root.light === "amber" ? Theme.amber : root.light === "red" ? Theme.red : Theme.inkSoft

    readonly property int sides: root.plain ? 0 : 16

    implicitWidth: Math.ceil(sign.width + line.spacing + natural.advanceWidth) + 1 + root.sides
    implicitHeight: line.implicitHeight + (root.plain ? 0 : 6)
    radius: Math.min(height / 2, 14)
    color: root.plain ? "transparent" : root.light === "green" ? Theme.greenSoft
        : root.light === "amber" ? Theme.amberSoft : root.light === "red" ? Theme.redSoft : Theme.sunken

    TextMetrics {
        id: natural
        font: says.font
        text: root.word
    }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.gapTiny

        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.caption
            height: Theme.caption
            name: root.light === "green" || root.light === "amber" || root.light === "red" ? "light-" + root.light : "light-none"
            color: root.tone
        }
        Caption {
            id: says
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(natural.advanceWidth) + 1, root.width - root.sides - sign.width - line.spacing)
            wrapMode: Text.Wrap
            text: root.word
            color: root.tone
        }
    }
}
