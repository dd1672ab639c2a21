import QtQuick
import Zhixing.Theme

/* Shows which control the keyboard speaks to. Lies over the control, just outside its edge. */
Rectangle {
    id: root
    required property Item around

    x: -2
    y: -2
    width: root.around.width + 4
    height: root.around.height + 4
    radius: Theme.radius + 2
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
}
