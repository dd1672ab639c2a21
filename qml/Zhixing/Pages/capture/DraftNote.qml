import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* Says that what stands in the form was typed before, and lets it go. */
Rectangle {
    id: root
    required property string words
    signal forgotten

    implicitHeight: Math.max(48, line.implicitHeight)
    radius: Theme.radius
    color: Theme.accentSoft

    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: Theme.gap

        Caption {
            Layout.fillWidth: true
            text: root.words
            color: Theme.accent
            wrapMode: Text.Wrap
        }
        IconButton {
            glyph: "trash"
            tint: Theme.accent
            text: qsTr("Start afresh")
            onClicked: root.forgotten()
        }
    }
}
