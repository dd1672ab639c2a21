import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The top of a laptop's page. */
RowLayout {
    id: root
    required property string title
    property string subtitle: ""
    default property alias trailing: end.data

    spacing: Theme.gapLarge

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.display
            font.weight: Theme.strong
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Label {
            Layout.fillWidth: true
            visible: root.subtitle !== ""
            text: root.subtitle
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        id: end
        spacing: Theme.gapSmall
    }
}
