import QtQuick
import Zhixing.Theme

/* What stands in one cell of a DataTable. */
Item {
    id: root
    required property TableColumn column
    required property string words
    property string light: ""
    property real first: 0
    property real second: 0
    property bool warns: false

    implicitHeight: Math.max(Theme.rowHeight, text.visible ? text.implicitHeight + 16 : 0, said.visible ? said.implicitHeight + 12 : 0)

    Label {
        id: text
        x: Theme.gapSmall
        width: root.width - 2 * Theme.gapSmall
        height: root.height
        visible: root.column.form === TableColumn.Form.Words || root.column.form === TableColumn.Form.Figure
        text: root.words
        color: root.warns ? Theme.red : root.column.soft ? Theme.inkSoft : Theme.ink
        font.weight: root.warns ? Theme.strong : Theme.regular
        wrapMode: Text.Wrap
        horizontalAlignment: root.column.form === TableColumn.Form.Figure ? Text.AlignRight : Text.AlignLeft
    }
    Light {
        id: said
        x: Theme.gapSmall
        width: Math.min(implicitWidth, root.width - 2 * x)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.column.form === TableColumn.Form.Light && root.words !== ""
        light: root.light
        word: root.words
    }
    TaskState {
        x: Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: root.column.form === TableColumn.Form.State
        status: root.light
        word: root.words
    }
    Meter {
        x: Theme.gapSmall
        width: root.width - 2 * Theme.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: root.column.form === TableColumn.Form.Meter
        approved: root.first
        pending: root.second
    }
}
