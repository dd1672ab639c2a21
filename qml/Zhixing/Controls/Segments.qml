pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* One of a few views of the same thing, side by side, or beneath each other where the words need it. */
FocusScope {
    id: root
    required property list<string> words
    property int current: 0
    signal chosen(int index)

    readonly property int partHeight: Math.max(Theme.touch ? 48 : 36, Theme.body + Theme.gapLarge)
    readonly property real natural: root.wordsWidth(root.words.length)
    readonly property bool stacked: root.width > 0 && root.natural > root.width
    /* What each has beyond what its word needs. */
    readonly property real spare: (root.width - root.natural) / root.words.length

    implicitWidth: root.natural
    implicitHeight: root.partHeight * (root.stacked ? root.words.length : 1)
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

            x: root.stacked ? 0 : root.wordsWidth(segment.index) + segment.index * root.spare
            y: root.stacked ? segment.index * height : 0
            width: root.stacked ? root.width : segment.implicitWidth + root.spare
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

    /* Of the first `count`. */
    function wordsWidth(count: int): real {
        let width = 0;
        for (let i = 0; i < Math.min(count, parts.count); ++i) width += parts.itemAt(i)?.implicitWidth ?? 0;
        return width;
    }
}
