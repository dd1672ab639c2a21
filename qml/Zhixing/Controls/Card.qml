import QtQuick
import Zhixing.Theme

/* A sheet on the paper: things that belong together. Give it children laid out in a column. */
Rectangle {
    id: root
    default property alias content: column.data
    property int padding: Theme.gapLarge
    property alias spacing: column.spacing

    implicitWidth: column.implicitWidth + 2 * root.padding
    implicitHeight: column.implicitHeight + 2 * root.padding
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hair
    border.color: Theme.line

    Column {
        id: column
        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
    }
}
