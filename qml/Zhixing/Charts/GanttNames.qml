pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* The tasks' names beside their bars, scrolled by the chart. Only those in sight exist. */
ListView {
    id: root
    required property real rowHeight
    required property int currentRow
    signal chosen(int row)
    signal opened(string key)

    clip: true
    interactive: false
    reuseItems: true
    cacheBuffer: 0
    boundsBehavior: Flickable.StopAtBounds

    delegate: Item {
        id: row
        required property int index
        required property string key
        required property string title
        required property string who
        required property string status
        required property bool late
        required property bool milestone
        width: root.width
        height: root.rowHeight
        Accessible.role: Accessible.ListItem
        Accessible.name: row.title
        Accessible.description: row.who
        Accessible.selected: row.index === root.currentRow

        Rectangle {
            anchors.fill: parent
            color: row.index === root.currentRow ? Theme.accentSoft : "transparent"
        }
        Icon {
            id: mark
            x: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            name: row.late ? "light-red" : row.status === "done" ? "state-done" : row.status === "in_progress" ? "state-half"
                : row.status === "cancelled" ? "state-stopped" : "state-open"
            color: row.late ? Theme.red : row.status === "done" ? Theme.green : row.status === "in_progress" ? Theme.accent : Theme.inkSoft
            ground: Theme.surface
        }
        Label {
            x: mark.x + mark.width + Theme.gapSmall
            width: root.width - x - (person.visible ? person.width + Theme.gap : 0) - Theme.gapSmall
            height: parent.height
            text: row.title
            wrapMode: Text.Wrap
            maximumLineCount: Theme.large ? 2 : 1
            elide: Text.ElideRight
            font.weight: row.milestone ? Theme.strong : Theme.regular
            color: row.status === "cancelled" ? Theme.inkSoft : Theme.ink
        }
        Caption {
            id: person
            x: root.width - width - Theme.gapSmall
            width: Math.min(implicitWidth, 92 * Theme.textScale)
            height: parent.height
            visible: root.width >= 260 * Theme.textScale
            text: row.who
            elide: Text.ElideRight
        }
        Hairline {
            y: parent.height - 1
            width: parent.width
        }
        TapHandler {
            onTapped: root.chosen(row.index)
            onDoubleTapped: root.opened(row.key)
        }
    }
}
