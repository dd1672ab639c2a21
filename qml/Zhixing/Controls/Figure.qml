import QtQuick
import Zhixing.Theme

/* A number that matters, with what it is above it. */
Item {
    id: root
    required property string label
    required property string figure
    property string unit: ""
    property color tone: Theme.ink
    property int size: Theme.heading

    implicitWidth: Math.ceil(Math.max(name.implicitWidth, number.implicitWidth + (root.unit === "" ? 0 : Theme.gapTiny + measure.implicitWidth)))
    implicitHeight: number.y + number.implicitHeight

    Caption {
        id: name
        width: root.width
        text: root.label
        wrapMode: Text.Wrap
    }
    Label {
        id: number
        y: name.height
        text: root.figure
        color: root.tone
        font.pixelSize: root.size
        font.weight: Theme.strong
    }
    Caption {
        id: measure
        x: number.width + Theme.gapTiny
        anchors.baseline: number.baseline
        visible: root.unit !== ""
        text: root.unit
    }
}
