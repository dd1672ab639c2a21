pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Any record, field by field: what it is, where it belongs, what is in it, and who changed it. For what has no page of its
   own: `RecordSheet { id: sheet; app: root.app }`, and `sheet.show("material", key)`. */
Sheet {
    id: root
    required property App app
    /* Whether there is a page for its campaign to go to. */
    property bool canOpenCampaign: false
    readonly property RecordDetail record: root.app.record
    signal campaignAsked(string key)

    function show(type: string, key: string): void {
        root.record.open(type, key);
        root.open();
    }

    objectName: "recordSheet"
    title: root.record.title
    closeWord: qsTr("Close")
    closeName: "closeRecord"

    RowLayout {
        width: parent.width
        spacing: Theme.gapSmall

        Caption {
            objectName: "recordWhere"
            Layout.fillWidth: true
            text: root.record.where === "" ? root.record.kindWord
                : qsTr("%1 · %2", "kind of record, where it belongs").arg(root.record.kindWord).arg(root.record.where)
            wrapMode: Text.Wrap
        }
        Light {
            visible: root.record.pending
            light: "amber"
            word: qsTr("Not yet at headquarters")
        }
    }
    ListView {
        id: list
        objectName: "recordFields"
        width: parent.width
        height: Math.min(contentHeight, (root.parent?.height ?? 700) - 320)
        clip: true
        model: root.record.fields
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        T.ScrollBar.vertical: ScrollBar {}

        // What it is called stands before what it says; with large text above it.
        delegate: Item {
            id: entry
            required property int index
            required property var modelData
            width: list.width
            height: pair.implicitHeight + 2 * Theme.gapSmall
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.modelData.label + ", " + entry.modelData.words

            Hairline {
                width: parent.width
            }
            GridLayout {
                id: pair
                y: Theme.gapSmall
                width: parent.width
                columns: Theme.large ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: 0

                Caption {
                    Layout.preferredWidth: Theme.large ? -1 : 104
                    Layout.fillWidth: Theme.large
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.large ? 0 : 2
                    text: entry.modelData.label
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    text: entry.modelData.words
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    GridLayout {
        width: parent.width
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "openHistory"
            quiet: true
            glyph: "clock"
            text: qsTr("Who changed what")
            onClicked: history.show(root.record.type, root.record.key)
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "openCampaign"
            visible: root.canOpenCampaign && root.record.campaign !== ""
            quiet: true
            glyph: "campaign"
            text: qsTr("Its campaign")
            onClicked: {
                root.close();
                root.campaignAsked(root.record.campaign);
            }
        }
    }
    HistorySheet {
        id: history
        history: root.app.history
    }
}
