import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The top of a laptop's page. */
GridLayout {
    id: root
    required property string title
    property string subtitle: ""
    default property alias trailing: end.data

    columns: Theme.large ? 1 : 2
    columnSpacing: Theme.gapLarge
    rowSpacing: Theme.gapSmall

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.title
            font.pixelSize: Theme.display
            font.weight: Theme.strong
            wrapMode: Text.Wrap
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
        visible: children.length > 0
        spacing: Theme.gapSmall
    }
}
