pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* One of several kinds, all in sight. */
Flow {
    id: root
    required property list<string> words
    property int current: -1
    signal chosen(int index)

    spacing: Theme.gapSmall

    Repeater {
        model: root.words

        T.AbstractButton {
            id: chip
            required property int index
            required property string modelData

            width: Math.max(Theme.target, word.implicitWidth + 2 * Theme.gapLarge)
            height: Math.max(Theme.touch ? 48 : 34, Math.round(Theme.body * 1.6))
            checked: chip.index === root.current
            text: chip.modelData
            Accessible.role: Accessible.RadioButton
            Accessible.name: chip.text
            onClicked: root.chosen(chip.index)

            background: Rectangle {
                radius: Theme.radius
                color: chip.checked ? Theme.accentSoft : chip.down ? Theme.sunken : Theme.surface
                border.width: chip.checked ? 2 : Theme.hair
                border.color: chip.checked ? Theme.accent : Theme.line

                FocusRing {
                    around: chip
                    visible: chip.visualFocus
                }
            }

            Label {
                id: word
                anchors.fill: parent
                text: chip.text
                horizontalAlignment: Text.AlignHCenter
                color: chip.checked ? Theme.accent : Theme.ink
                font.weight: chip.checked ? Theme.strong : Theme.regular
            }
        }
    }
}
