pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What this device holds, and the one thing that may go: photos that headquarters has signed for. */
Card {
    id: root
    required property Storage storage

    spacing: Theme.gap

    Repeater {
        model: [
            { name: qsTr("Records"), words: root.storage.records, help: qsTr("Everything you can see without a network") },
            { name: qsTr("Photos not yet at headquarters"), words: root.storage.unsent, help: qsTr("They stay until headquarters has them") },
            { name: qsTr("Photos at headquarters"), words: root.storage.delivered, help: qsTr("Their copies here may be freed") },
            { name: qsTr("Freed before"), words: root.storage.freed, help: qsTr("Small pictures of them are still here") },
            { name: qsTr("Left on this device"), words: root.storage.left, help: "" }
        ]

        // With large text the figure stands beneath its name.
        GridLayout {
            id: figure
            required property var modelData
            visible: figure.modelData.words !== ""
            width: parent.width
            columns: Theme.large ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapTiny

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: figure.modelData.name
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: figure.modelData.help
                    wrapMode: Text.Wrap
                }
            }
            Label {
                Layout.alignment: Qt.AlignTop
                text: figure.modelData.words
                font.weight: Theme.strong
            }
        }
    }
    Button {
        width: parent.width
        objectName: "freePhotos"
        quiet: root.storage.freeable === ""
        enabled: root.storage.freeable !== ""
        text: root.storage.freeable === "" ? qsTr("Nothing can be freed now") : qsTr("Free %1").arg(root.storage.freeable)
        onClicked: root.storage.free()
    }
    Caption {
        width: parent.width
        text: qsTr("Only photos that headquarters has confirmed with a signed receipt are freed. What you recorded stays.")
        wrapMode: Text.Wrap
    }
}
