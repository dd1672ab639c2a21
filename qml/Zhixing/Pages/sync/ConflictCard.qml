pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* One conflict: two values side by side, who wrote them, when and where, and the choices. Nothing that is chosen here is
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

    function finish() {
        if (another.text.trim() !== "") root.typed(root.key, another.text);
    }

    spacing: Theme.gap

    RowLayout {
        width: parent.width
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
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
        Button {
            Layout.alignment: Qt.AlignTop
            objectName: "conflictHistory"
            quiet: true
            text: qsTr("Who changed it")
            onClicked: root.historyAsked()
        }
    }
    Row {
        id: sides
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: [
                { title: root.leftTitle, words: root.leftWords, by: root.leftBy },
                { title: root.rightTitle, words: root.rightWords, by: root.rightBy }
            ]

            Column {
                id: side
                required property var modelData
                width: (sides.width - sides.spacing) / 2
                spacing: Theme.gapTiny

                Caption {
                    width: side.width
                    text: side.modelData.title
                    wrapMode: Text.Wrap
                }
                Label {
                    width: side.width
                    text: side.modelData.words
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Caption {
                    width: side.width
                    text: side.modelData.by
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap

        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "takeLeft"
            quiet: true
            text: qsTr("Take this")
            Accessible.name: qsTr("Take: %1").arg(root.leftWords)
            onClicked: root.taken(root.key, root.leftChoice)
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "takeRight"
            quiet: true
            text: qsTr("Take this")
            Accessible.name: qsTr("Take: %1").arg(root.rightWords)
            onClicked: root.taken(root.key, root.rightChoice)
        }
    }
    RowLayout {
        width: parent.width
        visible: !root.isWhole
        spacing: Theme.gap

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
}
