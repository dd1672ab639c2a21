import QtQuick
import Zhixing.Theme

/* A number that matters, with what it is above it. */
Column {
    id: root
    required property string label
    required property string figure
    property string unit: ""
    property color tone: Theme.ink
    property int size: Theme.heading

    spacing: 0

    Caption {
        text: root.label
    }
    Row {
        spacing: Theme.gapTiny

        Label {
            id: number
            text: root.figure
            color: root.tone
            font.pixelSize: root.size
            font.weight: Theme.strong
        }
        Caption {
            anchors.baseline: number.baseline
            visible: root.unit !== ""
            text: root.unit
        }
    }
}
