pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What went wrong with this device's copy and was put right, latest first. For both shapes. */
ColumnLayout {
    id: root
    required property Repairs repairs
    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        visible: root.repairs.rows.count === 0
        padding: 0

        EmptyState {
            width: parent.width
            glyph: "agree"
            title: qsTr("Nothing had to be repaired")
            explanation: qsTr("Both sides are compared all the time. Should they ever differ, what was done about it stands here.")
        }
    }
    Repeater {
        model: root.repairs.rows

        Card {
            id: repair
            required property string light
            required property string title
            required property string when
            required property string words
            required property string keptWords
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            GridLayout {
                width: parent.width
                columns: Theme.large ? 1 : 2
                columnSpacing: Theme.gapSmall
                rowSpacing: Theme.gapTiny

                Label {
                    Layout.fillWidth: true
                    text: repair.title
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Light {
                    light: repair.light
                    word: repair.light === "red" ? qsTr("Not repaired") : qsTr("Put right")
                }
            }
            Caption {
                width: parent.width
                text: repair.when
            }
            Label {
                width: parent.width
                text: repair.words
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                visible: repair.keptWords !== ""
                text: repair.keptWords
                color: Theme.amber
                wrapMode: Text.Wrap
            }
        }
    }
    Button {
        objectName: "exportRepairs"
        visible: root.repairs.rows.count > 0
        quiet: true
        text: qsTr("Export all to a file")
        onClicked: root.repairs.exportAll()
    }
}
