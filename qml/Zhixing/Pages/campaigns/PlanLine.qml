import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* A task of the plan on a phone: what, who, when, how far; and beneath it its bar among the plan's days, with the thin bar of
   the frozen plan and the line of today. */
T.AbstractButton {
    id: root
    required property string key
    required property string number
    required property string title
    required property string who
    required property string span
    required property string status
    required property string statusWord
    required property string dueText
    required property bool late
    required property bool clash
    required property bool milestone
    required property int percent
    /* Days since 1970, or nothing. */
    required property var startDay
    required property var dueDay
    required property var baseStart
    required property var baseDue
    required property int firstDay
    required property int lastDay
    required property int today

    readonly property real dayWidth: track.width / Math.max(1, root.lastDay - root.firstDay + 1)
    readonly property int first: root.startDay ?? root.dueDay ?? 0
    readonly property int last: Math.max(root.first, root.dueDay ?? root.first)
    readonly property bool isDated: root.first > 0

    function xOf(day: int): real {
        return (day - root.firstDay) * root.dayWidth;
    }

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * Theme.gap
    Accessible.name: root.title
    Accessible.description: root.statusWord + ", " + root.span + ", " + root.who

    background: Rectangle {
        color: root.down ? Theme.accentSoft : "transparent"
        radius: Theme.radius

        Hairline {
            x: Theme.gapPage
            width: root.width - 2 * x
            anchors.bottom: parent.bottom
        }
        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }
    ColumnLayout {
        id: column
        x: Theme.gapPage
        y: Theme.gap
        width: root.width - 2 * x
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Label {
                Layout.fillWidth: true
                text: qsTr("%1. %2", "number, task").arg(root.number).arg(root.title)
                wrapMode: Text.Wrap
                font.weight: root.milestone ? Theme.strong : Theme.regular
            }
            TaskState {
                Layout.alignment: Qt.AlignTop
                status: root.status
                word: root.statusWord
            }
        }
        Item {
            id: track
            Layout.fillWidth: true
            implicitHeight: 18
            Accessible.ignored: true

            Rectangle {
                y: 7
                width: parent.width
                height: Theme.hair
                color: Theme.line
            }
            Rectangle {
                x: root.xOf(root.baseStart ?? 0)
                y: 14
                width: Math.max(2, ((root.baseDue ?? 0) - (root.baseStart ?? 0) + 1) * root.dayWidth)
                height: 3
                visible: root.baseStart !== undefined && root.baseDue !== undefined
                color: Theme.edge
            }
            Rectangle {
                x: root.xOf(root.first)
                y: 2
                width: Math.max(4, (root.last - root.first + 1) * root.dayWidth)
                height: 10
                visible: root.isDated
                radius: Theme.gapTiny
                color: root.status === "done" ? Theme.green : root.late ? Theme.redSoft : Theme.bar
                border.width: root.late ? Theme.hair : 0
                border.color: Theme.red

                Rectangle {
                    width: parent.width * root.percent / 100
                    height: parent.height
                    visible: root.status !== "done"
                    radius: Theme.gapTiny
                    color: root.late ? Theme.red : Theme.barDone
                }
            }
            Rectangle {
                x: root.xOf(root.today) + root.dayWidth / 2 - 1
                width: 2
                height: parent.height
                visible: root.today >= root.firstDay && root.today <= root.lastDay
                color: Theme.accent
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Caption {
                Layout.fillWidth: true
                text: root.who === "" ? root.span : qsTr("%1 · %2").arg(root.span).arg(root.who)
                wrapMode: Text.Wrap
            }
            Caption {
                visible: text !== ""
                text: root.clash ? qsTr("Begins too early") : root.late ? root.dueText : ""
                color: Theme.red
            }
        }
    }
}
