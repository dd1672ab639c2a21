pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme
import Zhixing.ViewModels

/* Below the tray: the way out into a file, and what was thrown away and can still be had back. */
Column {
    id: root
    required property App app
    spacing: Theme.gap
    topPadding: Theme.gap
    bottomPadding: Theme.touch ? Theme.gapPage : 0

    Button {
        objectName: "exportTray"
        visible: root.app.sync.needsYou > 0
        quiet: true
        text: qsTr("Export all to a file")
        onClicked: root.app.sync.exportTray()
    }
    Heading {
        width: parent.width
        visible: root.app.sync.discarded.count > 0
        text: qsTr("Thrown away")
    }
    Repeater {
        model: root.app.sync.discarded

        Card {
            id: item
            required property string key
            required property string what
            required property string words
            required property string until
            width: root.width

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: item.what
                        wrapMode: Text.Wrap
                    }
                    Caption {
                        Layout.fillWidth: true
                        visible: item.words !== ""
                        text: item.words
                        wrapMode: Text.Wrap
                    }
                    Caption {
                        Layout.fillWidth: true
                        text: item.until
                        wrapMode: Text.Wrap
                    }
                }
                Button {
                    objectName: "restore"
                    quiet: true
                    text: qsTr("Have it back")
                    onClicked: root.app.sync.restore(item.key)
                }
            }
        }
    }
}
