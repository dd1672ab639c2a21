pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* One conflict: the two values, who wrote them, when and where, and the choices. Nothing that is chosen here is
   final: it can be undone, and what was not chosen stays readable. */
Card {
    id: root
    required property string key
    required property string what
    required property string field
    required property string base
    required property string leftTitle
    required property string leftWords
    required property string leftBy
    required property string leftChoice
    required property string rightTitle
    required property string rightWords
    required property string rightBy
    required property string rightChoice
    required property bool isWhole
    required property bool isTyped
    signal taken(string key, string choice)
    signal typed(string key, string text)
    signal historyAsked

    property bool isTyping: false
    /* Beneath each other on a phone, where two columns would leave neither value room to be read. */
    readonly property bool isWide: root.width >= 440 * Theme.textScale

    function finish() {
        if (another.text.trim() !== "") root.typed(root.key, another.text);
    }

    spacing: Theme.gap

    /* One of the two: whose it is, what it says, who wrote it, and the button that takes it. */
    component Side: Rectangle {
        id: side
        required property string title
        required property string words
        required property string by
        required property string called
        signal taken

        readonly property bool stacks: root.isWide || Theme.large
        readonly property real natural: 2 * Theme.gap
            + (side.stacks ? said.height + Theme.gap + button.height : Math.max(said.height, button.height))

        width: root.isWide ? (sides.width - sides.spacing) / 2 : sides.width
        height: root.isWide ? Math.max(left.natural, right.natural) : side.natural
        radius: Theme.radius
        color: Theme.sunken

        Column {
            id: said
            x: Theme.gap
            y: Theme.gap
            width: side.width - 2 * x - (side.stacks ? 0 : button.width + Theme.gap)
            spacing: Theme.gapTiny

            Caption {
                width: said.width
                text: side.title
                wrapMode: Text.Wrap
            }
            Label {
                width: said.width
                text: side.words
                font.pixelSize: Theme.lead
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Caption {
                width: said.width
                text: side.by
                wrapMode: Text.Wrap
            }
        }
        Button {
            id: button
            x: side.width - width - Theme.gap
            y: side.stacks ? side.height - height - Theme.gap : (side.height - height) / 2
            width: side.stacks ? side.width - 2 * Theme.gap : implicitWidth
            objectName: side.called
            quiet: true
            text: qsTr("Take this")
            Accessible.name: qsTr("Take: %1").arg(side.words)
            onClicked: side.taken()
        }
    }

    ColumnLayout {
        width: parent.width
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.what
            font.pixelSize: Theme.lead
            font.weight: Theme.strong
            wrapMode: Text.Wrap
        }
        Caption {
            Layout.fillWidth: true
            text: root.isWhole ? qsTr("One changed it, the other deleted it") : qsTr("%1, before: %2").arg(root.field).arg(root.base)
            wrapMode: Text.Wrap
        }
    }
    Grid {
        id: sides
        width: parent.width
        columns: root.isWide ? 2 : 1
        spacing: Theme.gapSmall

        Side {
            id: left
            title: root.leftTitle
            words: root.leftWords
            by: root.leftBy
            called: "takeLeft"
            onTaken: root.taken(root.key, root.leftChoice)
        }
        Side {
            id: right
            title: root.rightTitle
            words: root.rightWords
            by: root.rightBy
            called: "takeRight"
            onTaken: root.taken(root.key, root.rightChoice)
        }
    }
    GridLayout {
        width: parent.width
        visible: !root.isWhole
        columns: Theme.large && !root.isWide ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "another"
            visible: root.isTyped
            quiet: true
            text: qsTr("Another value")
            onClicked: {
                root.isTyping = !root.isTyping;
                if (root.isTyping) another.forceActiveFocus();
            }
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "noteBoth"
            quiet: true
            text: qsTr("Note both")
            onClicked: root.taken(root.key, "both")
        }
    }
    RowLayout {
        width: parent.width
        visible: root.isTyping
        spacing: Theme.gap

        TextField {
            id: another
            Layout.fillWidth: true
            objectName: "anotherValue"
            placeholderText: root.field
            onAccepted: root.finish()
        }
        Button {
            objectName: "takeAnother"
            text: qsTr("Take it")
            onClicked: root.finish()
        }
    }
    // Its ground reaches a little beyond the words on either side.
    Item {
        width: parent.width
        height: history.height - Theme.gapSmall

        ListRow {
            id: history
            x: -Theme.gapSmall
            width: parent.width + 2 * Theme.gapSmall
            objectName: "conflictHistory"
            indent: Theme.gapSmall
            separator: false
            glyph: "clock"
            title: qsTr("Who changed it")
            onClicked: root.historyAsked()
        }
    }
}
