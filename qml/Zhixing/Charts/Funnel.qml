pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* How many came this far, step by step: bars that share their middle, each with its count and its share of the step before. */
Column {
    id: root
    required property var model

    spacing: Theme.gapSmall

    Repeater {
        model: root.model

        Item {
            id: step
            required property string name
            required property string count
            required property real share
            required property string rate
            width: root.width
            height: words.implicitHeight + 20
            Accessible.role: Accessible.StaticText
            Accessible.name: step.name + ": " + step.count + (step.rate === "" ? "" : ", " + step.rate)

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                y: words.implicitHeight + 2
                width: Math.max(4, step.share * parent.width)
                height: 14
                radius: 4
                color: Theme.accent
            }
            Row {
                id: words
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gapSmall

                Label {
                    text: step.name
                }
                Label {
                    text: step.count
                    font.weight: Theme.strong
                }
                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: step.rate
                }
            }
        }
    }
}
