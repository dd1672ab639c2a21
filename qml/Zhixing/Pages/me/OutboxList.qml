pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Everything recorded here and where it is, for both shapes: six states, each with its shape and word; above it what happens
   next and when. */
Item {
    id: root
    required property Outbox outbox

    implicitHeight: top.height + Math.max(list.contentHeight, empty.visible ? empty.implicitHeight : 0)

    function lightOf(state: string): string {
        if (state === "needsYou" || state === "returned") return "red";
        if (state === "delivered") return "green";
        return state === "draft" ? "none" : "amber";
    }

    Column {
        id: top
        x: Theme.touch ? Theme.gapPage : Theme.gapLarge
        width: root.width - 2 * x
        topPadding: Theme.touch ? 0 : Theme.gap
        bottomPadding: Theme.gap
        spacing: Theme.gapSmall

        Label {
            width: parent.width
            text: root.outbox.next
            wrapMode: Text.Wrap
        }
        Caption {
            width: parent.width
            visible: root.outbox.amount !== ""
            text: root.outbox.amount
        }
        Row {
            spacing: Theme.gapSmall

            Button {
                objectName: "tryNow"
                visible: root.outbox.openCount > 0
                quiet: true
                glyph: "sync"
                text: qsTr("Try now")
                onClicked: root.outbox.tryNow()
            }
            Button {
                objectName: "exportOutbox"
                visible: root.outbox.openCount > 0
                quiet: true
                text: qsTr("Export")
                onClicked: root.outbox.exportAll()
            }
        }
    }
    ListView {
        id: list
        y: top.height
        width: root.width
        height: root.height - y
        clip: true
        model: root.outbox.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: row
            required property string state
            required property string stateWord
            required property string what
            required property string words
            required property string drawing
            required property real share
            required property string trouble
            width: list.width
            indent: Theme.touch ? Theme.gapPage : Theme.gapLarge
            glyph: row.drawing
            title: row.what
            subtitle: row.trouble === "" ? row.words : row.words === "" ? row.trouble : row.words + "\n" + row.trouble
            chevron: false
            enabled: false
            Accessible.description: row.stateWord + ", " + row.subtitle

            Light {
                light: root.lightOf(row.state)
                word: row.stateWord
            }
        }
    }
    EmptyState {
        id: empty
        y: top.height
        width: parent.width
        visible: list.count === 0
        glyph: "outbox"
        title: qsTr("Everything was sent")
        explanation: qsTr("What you record without a network waits here and goes out by itself.")
    }
}
