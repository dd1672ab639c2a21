import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* A drawing to press. Its `text` is what a screen reader says. */
T.AbstractButton {
    id: root

    property string glyph: ""
    property color tint: Theme.ink

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.accentSoft : root.hovered ? Theme.sunken : "transparent"

        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            width: Theme.icon
            height: Theme.icon
            name: root.glyph
            color: root.enabled ? root.tint : Theme.inkSoft
        }
    }
}
