pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One bar a row, against a whole that is the same length for all: a filled part, then a hatched one. Past the whole it is red.
   The model has `key`, `name`, the two shares and the words at the end. Colour is never alone: hatching and the legend say it too. */
Column {
    id: root
    required property var model
    required property string firstRole
    required property string secondRole
    required property string wordsRole
    required property string firstWord
    required property string secondWord
    property int nameWidth: Math.round(112 * Theme.textScale)
    signal opened(string key)

    spacing: Theme.gapSmall

    Flow {
        width: root.width
        spacing: Theme.gapLarge

        Row {
            spacing: Theme.gapTiny

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 14
                height: 14
                radius: 3
                color: Theme.accent
            }
            Caption {
                text: root.firstWord
            }
        }
        Row {
            spacing: Theme.gapTiny

            Hatched {
                anchors.verticalCenter: parent.verticalCenter
                width: 14
                height: 14
                tone: Theme.accent
            }
            Caption {
                text: root.secondWord
            }
        }
    }
    Repeater {
        model: root.model

        T.AbstractButton {
            id: bar
            required property var model
            readonly property real first: bar.model[root.firstRole] ?? 0
            readonly property real second: bar.model[root.secondRole] ?? 0
            readonly property bool over: bar.first + bar.second > 1
            readonly property color tone: bar.over ? Theme.red : Theme.accent
            width: root.width
            height: Math.max(Theme.target, name.implicitHeight + Theme.gapSmall)
            hoverEnabled: true
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1: %2 % %3, %4 % %5").arg(bar.model.name).arg(Math.round(100 * bar.first)).arg(root.firstWord).arg(Math.round(100 * bar.second)).arg(root.secondWord)
            onClicked: root.opened(bar.model.key)

            background: Rectangle {
                radius: Theme.radius
                color: bar.hovered ? Theme.sunken : "transparent"

                FocusRing {
                    around: bar
                    visible: bar.visualFocus
                }
            }

            Label {
                id: name
                width: root.nameWidth
                height: parent.height
                text: bar.model.name
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.Wrap
            }
            Item {
                id: track
                x: root.nameWidth + Theme.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - words.width - Theme.gap
                height: 20

                Rectangle {
                    anchors.fill: parent
                    radius: 4
                    color: Theme.sunken
                    border.width: Theme.hair
                    border.color: Theme.line
                }
                Hatched {
                    width: Math.min(1, bar.first + bar.second) * track.width
                    height: track.height
                    visible: bar.second > 0
                    tone: bar.tone
                }
                Rectangle {
                    width: Math.min(1, bar.first) * track.width
                    height: track.height
                    radius: 4
                    color: bar.tone
                }
            }
            Label {
                id: words
                anchors.right: parent.right
                height: parent.height
                width: Math.max(implicitWidth, 96)
                text: bar.model[root.wordsRole] ?? ""
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
