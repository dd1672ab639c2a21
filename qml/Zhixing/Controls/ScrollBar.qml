import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* Where we are in something long; out of the way until it moves. */
T.ScrollBar {
    id: root

    implicitWidth: 8
    padding: 2
    minimumSize: 0.1
    policy: T.ScrollBar.AsNeeded

    contentItem: Rectangle {
        implicitWidth: 4
        radius: 2
        color: Theme.edge
        opacity: root.policy !== T.ScrollBar.AlwaysOff && root.active && root.size < 1 ? 0.6 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }
    }
}
