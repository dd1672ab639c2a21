import QtQuick
import QtQuick.Layouts
import Zhixing.Theme

/* A named place in a form, with help beneath it, or what is wrong when something is. */
ColumnLayout {
    id: root
    required property string label
    property string fault: ""
    property string help: ""
    default property alias content: place.data

    spacing: 6

    Caption {
        Layout.fillWidth: true
        text: root.label
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        id: place
        Layout.fillWidth: true
        spacing: 0
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.fault !== "" ? root.fault : root.help
        color: root.fault !== "" ? Theme.red : Theme.inkSoft
        wrapMode: Text.Wrap
    }
}
