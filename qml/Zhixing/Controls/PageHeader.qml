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

    implicitWidth: 320
    implicitHeight: Math.max(64, line.implicitHeight + 16)

    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: root.canGoBack ? 4 : Theme.gapPage
        anchors.rightMargin: Theme.gapPage - 10
        spacing: Theme.gapTiny

        IconButton {
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
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Caption {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                text: root.subtitle
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
        }
        RowLayout {
            id: end
            spacing: 0
        }
    }
}
