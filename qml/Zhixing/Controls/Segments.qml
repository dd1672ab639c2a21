pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* One of a few views of the same thing, side by side, or in several rows where the words need it. */
FocusScope {
    id: root
    required property list<string> words
    property int current: 0
    signal chosen(int index)

    readonly property int partHeight: Math.max(Theme.touch ? 48 : 36, Math.round(Theme.body * 1.6))
    readonly property real natural: root.wordsWidth(0, root.words.length)
    /* How many stand side by side: all of them, or as many as leave the rows equally long. */
    readonly property int perRow: {
        const count = root.words.length;
        for (let rows = 1; rows < count; ++rows) {
            const each = Math.ceil(count / rows);
            let fits = true;
            for (let from = 0; from < count; from += each) fits = fits && root.wordsWidth(from, each) <= root.width + 0.5;
            if (fits || root.width <= 0) return each;
        }
        return 1;
    }

    implicitWidth: Math.ceil(root.natural)
    implicitHeight: root.partHeight * Math.max(1, Math.ceil(root.words.length / root.perRow))
    Accessible.role: Accessible.PageTabList

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
        border.width: Theme.hair
        border.color: Theme.line
    }
    // Placed by hand: a layout must not change its columns while it is being laid out.
    Repeater {
        id: parts
        model: root.words

        T.AbstractButton {
            id: segment
            required property int index
            required property string modelData

            readonly property int row: Math.floor(segment.index / root.perRow)
            readonly property int first: segment.row * root.perRow
            readonly property int inRow: Math.min(root.perRow, root.words.length - segment.first)
            /* What each in this row has beyond what its word needs. */
            readonly property real spare: (root.width - root.wordsWidth(segment.first, segment.inRow)) / segment.inRow

            x: root.wordsWidth(segment.first, segment.index - segment.first) + (segment.index - segment.first) * segment.spare
            y: segment.row * height
            width: segment.implicitWidth + segment.spare
            height: root.partHeight
            implicitWidth: word.implicitWidth + 2 * Theme.gap
            checked: segment.index === root.current
            text: segment.modelData
            Accessible.role: Accessible.PageTab
            Accessible.name: segment.text
            onClicked: root.chosen(segment.index)

            background: Item {
                Rectangle {
                    anchors.fill: parent
                    anchors.margins: 3
                    radius: Theme.radius - 3
                    color: segment.checked ? Theme.surface : segment.down ? Theme.accentSoft : "transparent"
                    border.width: segment.checked ? Theme.hair : 0
                    border.color: Theme.line
                }
                FocusRing {
                    around: segment
                    visible: segment.visualFocus
                }
            }

            Label {
                id: word
                anchors.fill: parent
                text: segment.text
                horizontalAlignment: Text.AlignHCenter
                color: segment.checked ? Theme.accent : Theme.inkSoft
                font.weight: segment.checked ? Theme.strong : Theme.regular
            }
        }
    }

    function wordsWidth(from: int, count: int): real {
        let width = 0;
        for (let i = from; i < Math.min(from + count, parts.count); ++i) width += parts.itemAt(i)?.implicitWidth ?? 0;
        return width;
    }
}
