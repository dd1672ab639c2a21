import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One figure that matters, how it is made, and the way to its rows. */
T.AbstractButton {
    id: root
    required property string label
    required property string figure
    required property string formula
    property bool opens: true

    implicitWidth: 180
    implicitHeight: column.implicitHeight + 2 * Theme.gapLarge
    hoverEnabled: true
    enabled: root.opens
    Accessible.name: root.label + ": " + root.figure
    Accessible.description: root.formula

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.accentSoft : root.hovered && root.opens ? Theme.sunken : Theme.surface
        border.width: Theme.hair
        border.color: Theme.line

        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }

    Column {
        id: column
        x: Theme.gapLarge
        y: Theme.gapLarge
        width: root.width - 2 * x
        spacing: Theme.gapTiny

        Caption {
            width: parent.width
            rightPadding: root.opens ? 18 : 0
            text: root.label
            wrapMode: Text.Wrap
        }
        Label {
            width: parent.width
            text: root.figure
            font.pixelSize: Theme.heading
            font.weight: Theme.strong
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
        }
        Caption {
            width: parent.width
            text: root.formula
            wrapMode: Text.Wrap
        }
    }
    Icon {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapLarge
        visible: root.opens
        width: 14
        height: 14
        name: "forward"
        color: Theme.inkSoft
    }
}
