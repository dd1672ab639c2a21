pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* How much of the figures is final, what waits, and what cannot be in them yet: by site. */
Card {
    id: root
    required property Overview overview
    spacing: Theme.gap

    Label {
        width: parent.width
        objectName: "completeness"
        text: root.overview.completeness
        font.pixelSize: Theme.lead
        font.weight: Theme.strong
        wrapMode: Text.Wrap
    }
    Label {
        width: parent.width
        text: root.overview.missing
        wrapMode: Text.Wrap
    }
    Meter {
        width: parent.width
        approved: root.overview.finalShare
        pending: root.overview.pendingShare
    }
    Caption {
        width: parent.width
        text: root.overview.finalWords
        wrapMode: Text.Wrap
    }
    Caption {
        width: parent.width
        text: root.overview.reports
        wrapMode: Text.Wrap
    }
    Segments {
        id: by
        width: parent.width
        objectName: "completenessBy"
        words: [qsTr("By region"), qsTr("By device"), qsTr("By site")]
        onChosen: index => by.current = index
    }
    Flow {
        width: parent.width
        spacing: Theme.gapLarge
        visible: by.current < 2

        Repeater {
            model: [
                { filled: true, edge: true, word: qsTr("Final") },
                { filled: false, edge: true, word: qsTr("Waiting") },
                { filled: false, edge: false, word: qsTr("Not heard of") }
            ]

            Row {
                id: mark
                required property var modelData
                spacing: Theme.gapTiny

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 20
                    height: 8
                    radius: height / 2
                    color: mark.modelData.filled ? Theme.accent : mark.modelData.edge ? Theme.surface : Theme.line
                    border.width: mark.modelData.edge ? Theme.hair : 0
                    border.color: Theme.accent
                }
                Caption {
                    text: mark.modelData.word
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: by.current < 2

        Repeater {
            model: by.current === 0 ? root.overview.parts : by.current === 1 ? root.overview.devices : null

            ColumnLayout {
                id: part
                required property string name
                required property real finalShare
                required property real pendingShare
                required property string words
                required property string light
                required property string word
                width: parent.width
                spacing: Theme.gapTiny

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Label {
                        Layout.fillWidth: true
                        text: part.name
                        wrapMode: Text.Wrap
                    }
                    Light {
                        light: part.light
                        word: part.word
                    }
                }
                Meter {
                    Layout.fillWidth: true
                    approved: part.finalShare
                    pending: part.pendingShare
                }
                Caption {
                    Layout.fillWidth: true
                    text: part.words
                    wrapMode: Text.Wrap
                }
            }
        }
        Caption {
            width: parent.width
            visible: by.current === 1 && root.overview.devices.count === 0
            text: qsTr("Headquarters has not told of any device yet.")
            wrapMode: Text.Wrap
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gapSmall
        visible: by.current === 2

        Repeater {
            model: by.current === 2 ? root.overview.sites : null

            RowLayout {
                id: site
                required property string name
                required property string region
                required property string light
                required property string word
                width: parent.width
                spacing: Theme.gapSmall

                Label {
                    Layout.fillWidth: true
                    text: qsTr("%1 · %2").arg(site.name).arg(site.region)
                    wrapMode: Text.Wrap
                }
                Light {
                    light: site.light
                    word: site.word
                }
            }
        }
    }
    Button {
        objectName: "askDevices"
        quiet: true
        glyph: "sync"
        text: qsTr("Ask again")
        onClicked: root.overview.ask()
    }
}
