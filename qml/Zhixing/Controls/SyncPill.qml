import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* The sync state, always in sight and calm: connection and items waiting above, last agreement beneath. */
T.AbstractButton {
    id: root
    required property string light
    required property string state1
    required property string state2
    /* On a rail the light stands first and the words start at the left. */
    property bool leading: false

    implicitWidth: line.implicitWidth + 20
    implicitHeight: Math.max(Theme.target, line.implicitHeight + 8)
    text: root.state1
    Accessible.name: root.state1 + ", " + root.state2

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.accentSoft : "transparent"

        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }
    Row {
        id: line
        x: root.leading ? Theme.gap : (root.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        layoutDirection: root.leading ? Qt.RightToLeft : Qt.LeftToRight
        spacing: root.leading ? Theme.gap : 6

        Column {
            anchors.verticalCenter: parent.verticalCenter

            Caption {
                x: root.leading ? 0 : parent.width - width
                text: root.state1
                color: Theme.ink
            }
            Caption {
                x: root.leading ? 0 : parent.width - width
                text: root.state2
            }
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.body
            height: Theme.body
            name: root.light === "none" ? "light-none" : "light-" + root.light
            color: root.light === "green" ? Theme.green : root.light === "amber" ? Theme.amber
                : root.light === "red" ? Theme.red : Theme.inkSoft
        }
    }
}
