pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
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

    objectName: "historySheet"
    title: qsTr("History: %1").arg(root.history.subject)
    closeWord: qsTr("Close")
    closeName: "closeHistory"

    Caption {
        width: parent.width
        objectName: "historyNote"
        text: root.history.note
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        width: parent.width
        height: Math.min(contentHeight, (root.parent?.height ?? 700) - 220)
        clip: true
        model: root.history.rows
        boundsBehavior: Flickable.StopAtBounds

        T.ScrollBar.vertical: ScrollBar {}

        // A line through time, the latest at its top: a ring for each change, filled where headquarters has it.
        delegate: Item {
            id: entry
            required property int index
            required property string who
            required property string where
            required property string what
            required property string changes
            required property string light
            required property string stateWord
            readonly property bool isSent: entry.stateWord === ""
            readonly property int axis: Math.round(6 * Theme.textScale)
            width: list.width
            height: column.y + column.implicitHeight + Theme.gap
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.who + ", " + entry.what + ", " + entry.where + (entry.isSent ? "" : ", " + entry.stateWord)

            Rectangle {
                x: entry.axis - width / 2
                y: entry.index === 0 ? dot.y + dot.height : 0
                width: 2
                height: entry.index === list.count - 1 ? Math.max(0, dot.y - y) : entry.height - y
                color: Theme.line
            }
            Rectangle {
                id: dot
                x: 0
                y: column.y + Math.round((Theme.body * 1.4 - height) / 2)
                width: 2 * entry.axis
                height: width
                radius: entry.axis
                color: entry.isSent ? Theme.accent : Theme.surface
                border.width: 2
                border.color: entry.isSent ? Theme.accent : Theme.amber
            }
            ColumnLayout {
                id: column
                x: 2 * entry.axis + Theme.gap
                y: entry.index === 0 ? 0 : Theme.gapTiny
                width: parent.width - x
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(entry.who).arg(entry.what)
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    text: entry.where
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapTiny
                    visible: entry.changes !== ""
                    text: entry.changes
                    wrapMode: Text.Wrap
                }
                Light {
                    Layout.topMargin: Theme.gapTiny
                    visible: !entry.isSent
                    light: entry.light
                    word: entry.stateWord
                }
            }
        }
    }
}
