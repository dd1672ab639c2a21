import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* Something asked in between: rises from the bottom on a phone, stands in the middle on a laptop. */
T.Popup {
    id: root
    default property alias body: column.data
    property string title: ""
    /* With a word for it, a cross closes the sheet: for one that only shows something. */
    property string closeWord: ""
    property string closeName: ""

    parent: T.Overlay.overlay
    modal: true
    dim: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    width: Theme.touch ? parent.width : Math.min(440 * Math.min(1.5, Theme.textScale), parent.width - 80)
    x: (parent.width - width) / 2
    y: Theme.touch ? parent.height - height : Math.max(40, (parent.height - height) / 2)
    height: Math.min(parent.height - 40, column.implicitHeight + 2 * Theme.gapPage)
    padding: 0

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        color: Theme.surface
        radius: Theme.radius + 4
        border.width: Theme.hair
        border.color: Theme.line

        // Square at the bottom edge of a phone, where the sheet meets the screen's end.
        Rectangle {
            visible: Theme.touch
            y: parent.height - height
            width: parent.width
            height: parent.radius
            color: Theme.surface
        }
    }
    Flickable {
        id: scroll
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.gapPage
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height + 1
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: column
            x: Theme.touch ? Theme.gapPage : Theme.gapHuge
            y: Theme.gapPage
            width: scroll.width - 2 * x
            spacing: Theme.gap

            Item {
                width: parent.width
                height: Math.max(heading.height, closing.visible ? closing.height - 2 * Theme.gapSmall : 0)
                visible: root.title !== "" || closing.visible

                Heading {
                    id: heading
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - (closing.visible ? closing.width : 0)
                    text: root.title
                    wrapMode: Text.Wrap
                }
                // Its drawing, not its ground, ends where the words end.
                IconButton {
                    id: closing
                    x: parent.width - width + (width - Theme.icon) / 2
                    y: (parent.height - height) / 2
                    objectName: root.closeName
                    visible: root.closeWord !== ""
                    glyph: "close"
                    text: root.closeWord
                    onClicked: root.close()
                }
            }
        }
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.quick
        }
    }
}
