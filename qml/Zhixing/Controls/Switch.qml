import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* On or off, taking effect at once. */
T.Switch {
    id: root

    implicitWidth: Theme.touch ? 56 : 44
    implicitHeight: Theme.target
    Accessible.name: root.text

    background: FocusRing {
        around: root
        visible: root.visualFocus
    }
    indicator: Rectangle {
        x: (root.width - width) / 2
        y: (root.height - height) / 2
        width: 44
        height: 26
        radius: 13
        color: root.checked ? Theme.accent : Theme.surface
        border.width: Theme.hair
        border.color: root.checked ? Theme.accent : Theme.edge

        Rectangle {
            x: root.checked ? parent.width - width - 4 : 4
            y: 4
            width: 18
            height: 18
            radius: 9
            color: root.checked ? Theme.accentInk : Theme.edge

            Behavior on x {
                NumberAnimation { duration: Theme.quick }
            }
        }
    }
}
