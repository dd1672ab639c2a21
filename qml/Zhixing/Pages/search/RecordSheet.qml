pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
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

    title: root.record.title

    Caption {
        objectName: "recordWhere"
        width: parent.width
        text: root.record.where === "" ? root.record.kindWord
            : qsTr("%1 · %2", "kind of record, where it belongs").arg(root.record.kindWord).arg(root.record.where)
        wrapMode: Text.Wrap
    }
    Caption {
        visible: root.record.pending
        text: qsTr("Not yet at headquarters")
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

        delegate: Column {
            id: entry
            required property var modelData
            width: list.width
            topPadding: Theme.gapSmall
            bottomPadding: Theme.gapSmall
            Accessible.role: Accessible.ListItem
            Accessible.name: entry.modelData.label + ", " + entry.modelData.words

            Caption {
                width: parent.width
                text: entry.modelData.label
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: entry.modelData.words
                wrapMode: Text.Wrap
            }
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap

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
    Button {
        objectName: "closeRecord"
        width: parent.width
        text: qsTr("Close")
        onClicked: root.close()
    }
    HistorySheet {
        id: history
        history: root.app.history
    }
}
