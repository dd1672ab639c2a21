import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme

/* What a place is for when there is nothing in it, and the one next step. */
Item {
    id: root
    required property string glyph
    required property string title
    property string explanation: ""
    property string action: ""
    signal acted

    implicitWidth: 280
    implicitHeight: column.implicitHeight + 2 * Theme.gapHuge

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.gapLarge, 320)
        spacing: Theme.gapSmall

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: 56
            implicitHeight: 56
            radius: 28
            color: Theme.sunken

            Icon {
                anchors.centerIn: parent
                width: 28
                height: 28
                name: root.glyph
                color: Theme.inkSoft
            }
        }
        Heading {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            text: root.title
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: root.explanation !== ""
            text: root.explanation
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Button {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.gapSmall
            visible: root.action !== ""
            text: root.action
            quiet: true
            onClicked: root.acted()
        }
    }
}
