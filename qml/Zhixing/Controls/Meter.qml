import QtQuick
import Zhixing.Theme

/* A budget at a glance: what is approved, what waits for approval (hatched), what is left. Past the end it turns red. */
Item {
    id: root
    required property real approved
    required property real pending

    readonly property bool over: root.approved + root.pending > 1

    implicitWidth: 120
    implicitHeight: 8

    Rectangle {
        anchors.fill: parent
        radius: 4
        color: Theme.line
    }
    Rectangle {
        width: Math.min(1, Math.max(0, root.approved + root.pending)) * root.width
        height: root.height
        radius: 4
        color: Theme.surface
        border.width: root.pending > 0 ? Theme.hair : 0
        border.color: root.over ? Theme.red : Theme.accent
        visible: root.pending > 0
    }
    Rectangle {
        width: Math.min(1, Math.max(0, root.approved)) * root.width
        height: root.height
        radius: 4
        color: root.over ? Theme.red : Theme.accent
    }
}
