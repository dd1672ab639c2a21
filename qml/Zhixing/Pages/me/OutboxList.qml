pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The operations that wait, for both shapes. */
Item {
    id: root
    required property RowModel rows

    implicitHeight: Math.max(list.contentHeight, empty.visible ? empty.implicitHeight : 0)

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: root.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            required property string what
            required property string words
            required property string drawing
            required property string progress
            required property string trouble
            width: list.width
            indent: Theme.touch ? Theme.gapPage : Theme.gapLarge
            glyph: drawing
            title: what
            subtitle: trouble === "" ? words : words + "\n" + trouble
            value: progress
            chevron: false
            enabled: false
        }
    }
    EmptyState {
        id: empty
        width: parent.width
        visible: list.count === 0
        glyph: "outbox"
        title: qsTr("Everything was sent")
        explanation: qsTr("What you record without a network waits here and goes out by itself.")
    }
}
