pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Theme

/* An area with slanted lines: what is not settled yet. */
Rectangle {
    id: root
    required property color tone

    radius: 4
    color: Theme.accentSoft
    border.width: Theme.hair
    border.color: root.tone
    clip: true

    Repeater {
        model: Math.max(0, Math.ceil((root.width + root.height) / 7))

        Rectangle {
            required property int index
            x: index * 7 - root.height / 2
            y: -root.height / 2
            width: Theme.hair
            height: root.height * 2
            rotation: 30
            color: root.tone
            antialiasing: true
        }
    }
}
