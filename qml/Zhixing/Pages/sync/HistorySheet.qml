pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* How a record came to be what it is: who changed which field when, from which device, and what it replaced; and how
   complete this is. For any page with a record: `HistorySheet { id: history; history: root.app.history }`, and
   `history.show("task", key)`. */
Sheet {
    id: root
    required property History history

    function show(type: string, key: string): void {
        root.history.open(type, key);
        root.open();
    }

    title: qsTr("History: %1").arg(root.history.subject)

    Caption {
        width: parent.width
        objectName: "historyNote"
        text: root.history.note
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        width: parent.width
        height: Math.min(contentHeight, (root.parent?.height ?? 700) - 260)
        clip: true
        model: root.history.rows
        boundsBehavior: Flickable.StopAtBounds

        delegate: Item {
            id: entry
            required property int index
            required property string who
            required property string where
            required property string what
            required property string changes
            required property string light
            required property string stateWord
            width: list.width
            height: column.implicitHeight + 2 * Theme.gap
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.who + ", " + entry.what + ", " + entry.where

            Hairline {
                width: parent.width
                visible: entry.index > 0
            }
            ColumnLayout {
                id: column
                y: Theme.gap
                width: parent.width
                spacing: Theme.gapTiny

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("%1 · %2").arg(entry.who).arg(entry.what)
                        font.weight: Theme.strong
                        wrapMode: Text.Wrap
                    }
                    Light {
                        visible: entry.stateWord !== ""
                        light: entry.light
                        word: entry.stateWord
                    }
                }
                Caption {
                    Layout.fillWidth: true
                    text: entry.where
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    visible: entry.changes !== ""
                    text: entry.changes
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Button {
        objectName: "closeHistory"
        width: parent.width
        quiet: true
        text: qsTr("Close")
        onClicked: root.close()
    }
}
