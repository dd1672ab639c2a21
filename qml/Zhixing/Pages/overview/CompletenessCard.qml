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
    Hairline {
        width: parent.width
    }
    Column {
        width: parent.width
        spacing: Theme.gapSmall

        Repeater {
            model: root.overview.sites

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
