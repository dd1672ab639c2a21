pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme
import Zhixing.ViewModels

/* The tree of targets as a list: a whole, and beneath it its parts and whether they add up. */
ListView {
    id: root
    required property Targets targets

    function joined(first: string, second: string): string {
        return first === "" || second === "" ? first + second : qsTr("%1 · %2").arg(first).arg(second);
    }

    objectName: "planningTargets"
    clip: true
    model: root.targets.rows
    boundsBehavior: Flickable.StopAtBounds

    delegate: Item {
        id: line
        required property string name
        required property string plainName
        required property bool isSum
        required property string metric
        required property string target
        required property string unit
        required property string share
        required property string owner
        required property string due
        required property string check
        required property string light
        /* As far as the table's words are indented. */
        readonly property int depth: line.name.length - line.name.trim().length
        readonly property string details: root.joined(root.joined(line.share, line.owner), line.due)
        width: root.width
        height: column.implicitHeight + 2 * Theme.gap

        ColumnLayout {
            id: column
            x: Theme.gapPage + Math.min(48, line.depth * 4)
            y: Theme.gap
            width: line.width - x - Theme.gapPage
            spacing: Theme.gapTiny

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Label {
                    Layout.fillWidth: true
                    text: line.name.trim()
                    color: line.isSum ? Theme.inkSoft : Theme.ink
                    wrapMode: Text.Wrap
                }
                Label {
                    text: line.unit === "" ? line.target : qsTr("%1 %2", "amount, unit").arg(line.target).arg(line.unit)
                    font.weight: line.isSum ? Theme.regular : Theme.strong
                    color: line.isSum ? Theme.inkSoft : Theme.ink
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Caption {
                    Layout.fillWidth: true
                    text: line.details
                    wrapMode: Text.Wrap
                }
                Light {
                    visible: line.isSum || line.light !== "green"
                    light: line.light
                    word: line.check
                }
            }
        }
        Hairline {
            x: Theme.gapPage
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
        }
    }
    EmptyState {
        y: 40
        width: parent.width
        visible: root.count === 0
        glyph: "agree"
        title: qsTr("No targets yet")
        explanation: qsTr("What this campaign must reach is written down at headquarters and shown here.")
    }
}
