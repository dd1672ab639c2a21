pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What rules have noticed and nobody has settled yet; the worst first. For both shapes. */
Column {
    id: root
    required property RowModel rows
    required property History history
    spacing: Theme.gapSmall

    Card {
        width: parent.width
        visible: root.rows.count === 0

        Label {
            width: parent.width
            text: qsTr("No open alerts on this device.")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
    }
    Repeater {
        model: root.rows

        Card {
            id: alert
            required property string key
            required property string light
            required property string lightWord
            required property string title
            required property string words
            required property string stateWord
            width: root.width
            spacing: Theme.gapTiny

            RowLayout {
                width: parent.width
                spacing: Theme.gapSmall

                Label {
                    Layout.fillWidth: true
                    text: alert.title
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Light {
                    Layout.alignment: Qt.AlignTop
                    light: alert.light
                    word: alert.lightWord
                }
            }
            RowLayout {
                width: parent.width
                spacing: Theme.gapSmall

                Caption {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(alert.stateWord).arg(alert.words)
                    wrapMode: Text.Wrap
                }
                Button {
                    quiet: true
                    text: qsTr("History")
                    onClicked: sheet.show("alert", alert.key)
                }
            }
        }
    }
    HistorySheet {
        id: sheet
        history: root.history
    }
}
