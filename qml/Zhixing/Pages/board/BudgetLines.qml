pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme
import Zhixing.ViewModels

/* What each line of a budget still has; `detailed` with what rules say of it and who answers for it. */
Card {
    id: root
    required property Budget budget
    property bool detailed: false

    visible: root.budget.lines.count > 0
    padding: 0

    Repeater {
        model: root.budget.lines

        Item {
            id: line
            required property string category
            required property string item
            required property string budget
            required property string remaining
            required property real approvedShare
            required property real pendingShare
            required property string light
            required property string approved
            required property string pending
            required property string owner
            required property string check
            required property string checkLight
            required property string frozen
            required property string variance
            required property int index
            width: parent.width
            height: lineColumn.implicitHeight + 2 * Theme.gap

            ColumnLayout {
                id: lineColumn
                x: Theme.gapLarge
                y: Theme.gap
                width: parent.width - 2 * x
                spacing: Theme.gapTiny

                Item {
                    Layout.fillWidth: true
                    // What is left stands beneath the name in large text.
                    implicitHeight: Theme.large ? left.y + left.implicitHeight : Math.max(name.implicitHeight, left.implicitHeight)

                    Label {
                        id: name
                        width: parent.width - (Theme.large ? 0 : left.width + Theme.gap)
                        text: line.category
                        wrapMode: Text.Wrap
                    }
                    Label {
                        id: left
                        x: Theme.large ? 0 : parent.width - width
                        y: Theme.large ? name.implicitHeight : 0
                        text: qsTr("%1 left").arg(line.remaining)
                        color: line.light === "red" ? Theme.red : Theme.ink
                    }
                }
                Meter {
                    Layout.fillWidth: true
                    approved: line.approvedShare
                    pending: line.pendingShare
                }
                Caption {
                    Layout.fillWidth: true
                    text: line.item + " · " + qsTr("of %1").arg(line.budget)
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    visible: root.detailed
                    text: qsTr("Approved %1, waiting %2").arg(line.approved).arg(line.pending) + (line.owner === "" ? "" : qsTr(" · %1").arg(line.owner))
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    visible: root.detailed && line.frozen !== ""
                    text: qsTr("Frozen at %1, now %2").arg(line.frozen).arg(line.variance)
                    wrapMode: Text.Wrap
                }
                Light {
                    visible: root.detailed && line.check !== ""
                    light: line.checkLight
                    word: line.check
                }
            }
            Hairline {
                x: Theme.gapLarge
                width: parent.width - 2 * x
                anchors.bottom: parent.bottom
                visible: line.index < root.budget.lines.count - 1
            }
        }
    }
}
