pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One to five, with the word for it. Pressing the same star again takes the rating back. */
RowLayout {
    id: root
    property int value: 0
    required property list<string> words
    signal chosen(int value)

    spacing: 0

    Repeater {
        model: 5

        T.AbstractButton {
            id: star
            required property int index

            implicitWidth: Theme.target
            implicitHeight: Theme.target
            text: root.words[star.index]
            Accessible.name: star.text
            onClicked: root.chosen(root.value === star.index + 1 ? 0 : star.index + 1)

            background: FocusRing {
                around: star
                visible: star.visualFocus
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    width: 30
                    height: 30
                    name: star.index < root.value ? "star-full" : "star"
                    color: star.index < root.value ? Theme.accent : Theme.edge
                }
            }
        }
    }
    Label {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapSmall
        text: root.value > 0 ? root.words[root.value - 1] : ""
        color: Theme.inkSoft
    }
}
