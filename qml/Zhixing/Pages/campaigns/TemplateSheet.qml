pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A new campaign: which plan it starts from, its name, its first day. */
Sheet {
    id: root
    required property Templates templates
    property string chosen: ""

    function start(): void {
        root.fault = root.templates.start(root.chosen, name.text, day.text);
        if (root.fault === "") root.close();
    }
    property string fault: ""

    title: qsTr("Plan a campaign")
    onOpened: {
        root.fault = "";
        name.clear();
        name.forceActiveFocus();
    }

    FormField {
        width: parent.width
        label: qsTr("Name")

        TextField {
            id: name
            objectName: "campaignName"
            Layout.fillWidth: true
            placeholderText: qsTr("For example: Autumn open days")
            onAccepted: root.start()
        }
    }
    FormField {
        width: parent.width
        label: qsTr("First day")
        fault: root.fault

        TextField {
            id: day
            objectName: "campaignDay"
            Layout.fillWidth: true
            placeholderText: qsTr("2025-10-16")
            onAccepted: root.start()
        }
    }
    Caption {
        text: qsTr("Start from")
    }
    ListView {
        id: list
        objectName: "templateList"
        width: parent.width
        height: Math.min(contentHeight, 320)
        clip: true
        model: root.templates.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: row
            required property string key
            required property string name
            required property string scene
            required property string contents
            width: list.width
            indent: Theme.gap
            title: row.name
            subtitle: row.scene !== "" ? qsTr("%1 · %2").arg(row.contents).arg(row.scene) : row.contents
            titleLines: 1
            selected: row.key === root.chosen
            chevron: false
            separator: false
            onClicked: root.chosen = row.key === root.chosen ? "" : row.key
        }
    }
    Row {
        spacing: Theme.gapSmall

        Button {
            objectName: "startCampaign"
            text: root.chosen === "" ? qsTr("Start with an empty plan") : qsTr("Start from this template")
            enabled: name.text.trim() !== ""
            onClicked: root.start()
        }
        Button {
            quiet: true
            text: qsTr("Not now")
            onClicked: root.close()
        }
    }
}
