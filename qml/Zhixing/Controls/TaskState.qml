import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* How far a task is: its ring fills from open to done. */
Row {
    id: root
    required property string status
    required property string word

    spacing: 6

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(Theme.body * 1.28)
        height: width
        name: root.status === "done" ? "state-done" : root.status === "in_progress" ? "state-half"
            : root.status === "cancelled" ? "state-stopped" : "state-open"
        color: root.status === "done" ? Theme.green : root.status === "in_progress" ? Theme.accent : Theme.inkSoft
        ground: Theme.surface
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: root.word
        color: root.status === "cancelled" ? Theme.inkSoft : Theme.ink
    }
}
