import QtQuick
import QtQuick.Layouts
import Zhixing.Theme

/* The top of a phone's page: where we are, the way back if there is one, and the state of sync. */
Item {
    id: root
    required property string title
    property string subtitle: ""
    property bool canGoBack: false
    required property string backWord
    default property alias trailing: end.data
    signal back

    /* Large text needs the whole width for the title: what stands at the end moves beneath it. */
    readonly property real lineHeight: Math.max(Theme.touch ? 64 : 0, line.implicitHeight + 16)

    implicitWidth: 320
    implicitHeight: root.lineHeight + (Theme.large ? end.implicitHeight : 0)

    RowLayout {
        id: line
        x: root.canGoBack ? 4 : Theme.gapPage
        width: root.width - x - Theme.gapPage + (Theme.large ? 0 : 10 - end.width - Theme.gapTiny)
        height: root.lineHeight
        spacing: Theme.gapTiny

        IconButton {
            // Beside the first line, however many a large title takes.
            Layout.alignment: Theme.large ? Qt.AlignTop : Qt.AlignVCenter
            Layout.topMargin: Theme.large ? Math.max(0, 8 + Math.round((1.45 * Theme.heading - implicitHeight) / 2)) : 0
            visible: root.canGoBack
            glyph: "back"
            text: root.backWord
            onClicked: root.back()
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.title
                font.pixelSize: root.canGoBack ? Theme.heading : Theme.display
                font.weight: Theme.strong
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Caption {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                text: root.subtitle
                font.pixelSize: Theme.touch ? Theme.caption : Theme.body
                wrapMode: Text.Wrap
            }
        }
    }
    RowLayout {
        id: end
        x: Theme.large ? Theme.gapPage - 10 : root.width - width - Theme.gapPage + 10
        y: Theme.large ? root.lineHeight - Theme.gapSmall : (root.lineHeight - height) / 2
        width: Math.min(implicitWidth, root.width - Theme.gapPage)
        spacing: 0
    }
}
