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

    readonly property int glyphSize: Math.round(20 * Math.min(1.5, Theme.textScale))
    /* What stands beside the word. */
    readonly property real besides: (root.glyph === "" ? 0 : root.glyphSize + Theme.gapSmall) + (key.visible ? key.width + Theme.gapSmall : 0)

    implicitWidth: Math.ceil(Math.max(Theme.target, natural.advanceWidth + 1 + root.besides + leftPadding + rightPadding))
    implicitHeight: Theme.touch ? Math.max(Theme.target, line.implicitHeight + 16) : Math.max(36, line.implicitHeight + 8)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    font.family: Theme.family
    font.pixelSize: Theme.touch ? Theme.lead : Theme.body
    font.weight: root.quiet ? Theme.regular : Theme.strong
    Accessible.name: root.text

    TextMetrics {
        id: natural
        font: root.font
        text: root.text
    }
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
            width: root.glyphSize
            height: root.glyphSize
            name: root.glyph
            color: root.foreground
        }
        Label {
            id: word
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(natural.advanceWidth) + 1, root.width - root.besides - root.leftPadding - root.rightPadding)
            text: root.text
            font: root.font
            color: root.foreground
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
        }
        Rectangle {
            id: key
            anchors.verticalCenter: parent.verticalCenter
            visible: root.keyHint !== "" && !Theme.touch
            width: Math.max(20, hint.implicitWidth + 10)
            height: Math.max(20, hint.implicitHeight + 2)
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
