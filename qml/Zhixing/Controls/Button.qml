import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* A word to press. One filled button a page: the next step. `quiet` is for everything beside it. */
T.Button {
    id: root

    property bool quiet: false
    property bool danger: false
    property string glyph: ""
    /* The key that does the same, shown on laptops. */
    property string keyHint: ""

    readonly property color foreground: !root.enabled ? Theme.inkSoft
        : root.danger ? Theme.red : root.quiet ? Theme.accent : Theme.accentInk

    implicitWidth: Math.max(Theme.target, line.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Theme.touch ? Math.max(Theme.target, line.implicitHeight + 16) : Math.max(36, line.implicitHeight + 8)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    font.family: Theme.family
    font.pixelSize: Theme.touch ? Theme.lead : Theme.body
    font.weight: root.quiet ? Theme.regular : Theme.strong
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? Theme.sunken
            : root.quiet || root.danger ? (root.down ? Theme.accentSoft : root.hovered ? Theme.sunken : Theme.surface)
            : root.down ? Theme.accentPressed : Theme.accent
        border.width: root.quiet || root.danger || !root.enabled ? Theme.hair : 0
        border.color: Theme.line

        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }

    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.gapSmall

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            width: 20
            height: 20
            name: root.glyph
            color: root.foreground
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            font: root.font
            color: root.foreground
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.keyHint !== "" && !Theme.touch
            width: Math.max(20, hint.implicitWidth + 10)
            height: 20
            radius: 5
            color: "transparent"
            border.width: Theme.hair
            border.color: root.foreground

            Caption {
                id: hint
                anchors.centerIn: parent
                text: root.keyHint
                color: root.foreground
            }
        }
    }
}
