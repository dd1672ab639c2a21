import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* A page's content taller than the window: a column that scrolls, with a thin bar while it moves. */
Flickable {
    id: root
    default property alias content: column.data
    property int padding: Theme.gapPage
    property int widthMax: 100000
    property alias spacing: column.spacing

    contentWidth: width
    contentHeight: column.height + 2 * root.padding
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.vertical: ScrollBar {}

    Column {
        id: column
        x: root.padding
        y: root.padding
        width: Math.min(root.width - 2 * root.padding, root.widthMax)
        spacing: Theme.gapLarge
    }
}
