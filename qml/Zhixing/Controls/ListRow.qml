import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One line of a list: a drawing, a title with a quiet line beneath, and something at the end. */
T.AbstractButton {
    id: root

    property string glyph: ""
    property color glyphColor: Theme.inkSoft
    property color glyphGround: Theme.surface
    property string title: ""
    /* Title and subtitle are styled text: bold is what was looked for. */
    property bool styled: false
    property string subtitle: ""
    property color subtitleColor: Theme.inkSoft
    property string value: ""
    property bool chevron: true
    property bool separator: true
    property int indent: Theme.gapLarge
    property bool selected: false
    /* How many lines a long title may take. */
    property int titleLines: 2
    default property alias trailing: end.data

    implicitWidth: 200
    implicitHeight: Math.max(Theme.rowHeight, line.implicitHeight + 2 * Theme.gap)
    hoverEnabled: true
    Accessible.name: root.plain(root.title)
    Accessible.description: root.plain(root.subtitle)

    background: Rectangle {
        color: root.selected ? Theme.accentSoft : root.down ? Theme.accentSoft
            : root.hovered && root.enabled && !Theme.touch ? Theme.sunken : "transparent"
        radius: Theme.radius - 1

        Hairline {
            x: root.indent + (root.glyph === "" ? 0 : Theme.icon + Theme.gap)
            width: root.width - x
            anchors.bottom: parent.bottom
            visible: root.separator
        }
        FocusRing {
            around: root
            visible: root.visualFocus
        }
    }
    // With large text, what stands at the end stands beneath the words.
    GridLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: root.indent
        anchors.rightMargin: root.indent
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapTiny

        Icon {
            Layout.row: 0
            Layout.column: 0
            visible: root.glyph !== ""
            implicitWidth: Theme.icon
            implicitHeight: Theme.icon
            name: root.glyph
            color: root.glyphColor
            ground: root.glyphGround
        }
        ColumnLayout {
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.dressed(root.title)
                textFormat: root.styled ? Text.StyledText : Text.PlainText
                wrapMode: Text.Wrap
                maximumLineCount: Math.ceil(root.titleLines * Theme.textScale * Theme.textScale)
                elide: Text.ElideRight
                font.pixelSize: Theme.touch ? Theme.lead : Theme.body
            }
            Caption {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                text: root.dressed(root.subtitle)
                textFormat: root.styled ? Text.StyledText : Text.PlainText
                color: root.subtitleColor
                wrapMode: Text.Wrap
            }
        }
        Label {
            Layout.row: Theme.large ? 1 : 0
            Layout.column: Theme.large ? 1 : 2
            Layout.fillWidth: Theme.large
            visible: root.value !== ""
            text: root.value
            color: Theme.inkSoft
            horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignRight
            wrapMode: Theme.large ? Text.Wrap : Text.NoWrap
        }
        RowLayout {
            id: end
            Layout.row: Theme.large ? 2 : 0
            Layout.column: Theme.large ? 1 : 3
            visible: children.length > 0
            spacing: 0
        }
        Icon {
            Layout.row: 0
            Layout.column: 4
            visible: root.chevron
            implicitWidth: 16
            implicitHeight: 16
            name: "forward"
            color: Theme.inkSoft
        }
    }

    function dressed(text: string): string {
        return root.styled ? text.replace(/<b>/g, `<b><font color="${Theme.accent}">`).replace(/<\/b>/g, "</font></b>") : text;
    }
    function plain(text: string): string {
        if (!root.styled) return text;
        const bare = text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"");
        return bare.replace(/&amp;/g, "&");
    }
}
