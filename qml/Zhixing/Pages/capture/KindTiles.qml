pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One of a few kinds, as large targets with a drawing and a word: for hands that are in a hurry. */
Grid {
    id: root
    /* `{glyph, word}` each. */
    required property var kinds
    property int current: -1
    signal chosen(int index)

    /* As many beside each other as leave the longest word whole. */
    readonly property int columnsMax: root.width >= 560 ? 4 : root.width >= 300 ? 3 : 2
    readonly property real wordMax: root.kinds.reduce((max, kind) => kind.word.split(" ")
        .reduce((most, word) => Math.max(most, metrics.advanceWidth(word)), max), 0) + 2 * Theme.gapTiny
    readonly property real cell: (root.width - (root.columns - 1) * root.spacing) / root.columns

    columns: Math.max(1, Math.min(root.columnsMax, Math.floor((root.width + root.spacing) / (root.wordMax + root.spacing))))
    spacing: Theme.gapSmall

    FontMetrics {
        id: metrics
        font.family: Theme.family
        font.pixelSize: Theme.body
        font.weight: Theme.strong
    }
    Repeater {
        model: root.kinds

        T.AbstractButton {
            id: tile
            required property int index
            required property var modelData

            width: root.cell
            height: Math.max(88, word.implicitHeight + 64)
            checked: tile.index === root.current
            objectName: "kind-" + tile.index
            text: tile.modelData.word
            Accessible.role: Accessible.RadioButton
            Accessible.name: tile.text
            Accessible.checked: tile.checked
            onClicked: root.chosen(tile.index)

            background: Rectangle {
                radius: Theme.radius
                color: tile.checked ? Theme.accentSoft : tile.down ? Theme.sunken : Theme.surface
                border.width: tile.checked ? 2 : Theme.hair
                border.color: tile.checked ? Theme.accent : Theme.line

                FocusRing {
                    around: tile
                    visible: tile.visualFocus
                }
            }

            Icon {
                x: (tile.width - width) / 2
                y: Theme.gapLarge
                width: 28
                height: 28
                name: tile.modelData.glyph
                color: tile.checked ? Theme.accent : Theme.ink
            }
            Label {
                id: word
                x: Theme.gapTiny
                y: Theme.gapLarge + 28 + Theme.gapSmall
                width: tile.width - 2 * x
                text: tile.text
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: tile.checked ? Theme.accent : Theme.ink
                font.weight: tile.checked ? Theme.strong : Theme.regular
            }
        }
    }
}
