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

    implicitWidth: line.implicitWidth + (root.plain ? 0 : 16)
    implicitHeight: line.implicitHeight + (root.plain ? 0 : 6)
    radius: height / 2
    color: root.plain ? "transparent" : root.light === "green" ? Theme.greenSoft
        : root.light === "amber" ? Theme.amberSoft : root.light === "red" ? Theme.redSoft : Theme.sunken

    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.gapTiny

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 12
            height: 12
            name: root.light === "green" || root.light === "amber" || root.light === "red" ? "light-" + root.light : "light-none"
            color: root.tone
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            text: root.word
            color: root.tone
        }
    }
}
