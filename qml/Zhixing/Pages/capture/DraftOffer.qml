import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme

/* Something was left unfinished: says what it is and from when, and asks. Nothing is put back in silence. */
Card {
    id: root
    required property string name
    required property string time
    required property string beginning
    signal continued
    signal dropped

    padding: Theme.gapLarge
    spacing: Theme.gap

    RowLayout {
        width: parent.width
        spacing: Theme.gap

        Icon {
            Layout.alignment: Qt.AlignTop
            implicitWidth: Theme.icon
            implicitHeight: Theme.icon
            name: "edit"
            color: Theme.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            Heading {
                Layout.fillWidth: true
                text: qsTr("You were not finished")
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                objectName: "draftName"
                text: qsTr("%1, typed %2", "what was left unfinished, when").arg(root.name).arg(root.time)
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                visible: root.beginning !== ""
                text: qsTr("“%1”", "how it begins").arg(root.beginning)
                color: Theme.inkSoft
                wrapMode: Text.Wrap
            }
        }
    }
    GridLayout {
        width: parent.width
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "dropDraft"
            quiet: true
            text: qsTr("Start afresh")
            onClicked: root.dropped()
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "continueDraft"
            text: qsTr("Continue")
            onClicked: root.continued()
        }
    }
}
