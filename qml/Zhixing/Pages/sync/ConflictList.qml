pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The conflicts that wait, then what was decided lately, by whom, with the way back. For both shapes. */
ColumnLayout {
    id: root
    required property Conflicts conflicts
    required property History history
    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        visible: root.conflicts.count === 0
        padding: 0

        EmptyState {
            width: parent.width
            glyph: "conflict"
            title: qsTr("No conflicts")
            explanation: qsTr("When two people change the same thing, both values come here for you to choose.")
        }
    }
    Caption {
        Layout.fillWidth: true
        objectName: "conflictNote"
        visible: root.conflicts.count > 0
        text: qsTr("Choose what is right. What is not chosen stays in the history, and the choice can be undone.")
        wrapMode: Text.Wrap
    }
    Repeater {
        model: root.conflicts.open

        ConflictCard {
            required property string type
            required property string record
            Layout.fillWidth: true
            onHistoryAsked: history.show(type, record)
            onTaken: (key, choice) => root.conflicts.settle(key, choice)
            onTyped: (key, text) => root.conflicts.settleWith(key, text)
        }
    }
    Heading {
        Layout.topMargin: Theme.gap
        visible: root.conflicts.settled.count > 0
        text: qsTr("Decided lately")
    }
    Repeater {
        model: root.conflicts.settled

        Card {
            id: settled
            required property string key
            required property string what
            required property string field
            required property string verdict
            required property string by
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: settled.what
                        wrapMode: Text.Wrap
                    }
                    Label {
                        Layout.fillWidth: true
                        text: settled.verdict
                        font.weight: Theme.strong
                        wrapMode: Text.Wrap
                    }
                    Caption {
                        Layout.fillWidth: true
                        text: settled.field === "" ? settled.by : qsTr("%1 · %2").arg(settled.field).arg(settled.by)
                        wrapMode: Text.Wrap
                    }
                }
                Button {
                    objectName: "undoSettle"
                    quiet: true
                    text: qsTr("Undo")
                    onClicked: root.conflicts.undo(settled.key)
                }
            }
        }
    }
    HistorySheet {
        id: history
        history: root.history
    }
}
