pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* One incident: what happened, what was done about it, how far it is. */
PhonePage {
    id: root
    readonly property IncidentDetail incident: root.app.incident

    title: qsTr("Incident")
    canGoBack: true

    Scroll {
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
        widthMax: 640

        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Label {
                width: parent.width
                text: root.incident.title
                font.pixelSize: Theme.heading
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: root.incident.whenWords === "" ? root.incident.stateWord
                    : qsTr("%1 · %2").arg(root.incident.stateWord).arg(root.incident.whenWords)
                color: Theme.inkSoft
                wrapMode: Text.Wrap
            }
            Caption {
                visible: root.incident.pending
                text: qsTr("Not yet at headquarters")
            }
        }
        DraftOffer {
            width: parent.width
            visible: root.incident.hasDraft
            name: root.incident.draftName
            time: root.incident.draftTime
            beginning: root.incident.draftText
            onContinued: root.incident.continueDraft()
            onDropped: root.incident.dropDraft()
        }
        FormField {
            width: parent.width
            visible: !root.incident.hasDraft
            label: qsTr("How bad it is")

            Segments {
                Layout.fillWidth: true
                objectName: "severity"
                enabled: root.incident.canDescribe
                words: root.incident.severityWords
                current: root.incident.severity
                onChosen: index => root.incident.grade(index)
            }
        }
        FormField {
            width: parent.width
            visible: !root.incident.hasDraft
            label: qsTr("What happened")
            help: root.incident.canDescribe ? "" : qsTr("Written by whoever recorded it.")

            TextArea {
                Layout.fillWidth: true
                objectName: "description"
                linesMin: 3
                readOnly: !root.incident.canDescribe
                placeholderText: qsTr("Where, who, what you see")
                text: root.incident.description
                onTextChanged: root.incident.description = text
            }
        }
        FormField {
            width: parent.width
            visible: !root.incident.hasDraft
            label: qsTr("What was done about it")

            TextArea {
                Layout.fillWidth: true
                objectName: "measures"
                linesMin: 3
                placeholderText: qsTr("Who did what, and whether it worked")
                text: root.incident.measures
                onTextChanged: root.incident.measures = text
            }
            Button {
                Layout.topMargin: Theme.gapSmall
                Layout.fillWidth: true
                visible: root.incident.canSave
                objectName: "saveDetails"
                quiet: true
                text: qsTr("Save what you typed")
                onClicked: root.incident.save()
            }
        }
        PhotoField {
            width: parent.width
            photos: root.incident.photos
        }
        Button {
            width: Math.min(implicitWidth, parent.width)
            objectName: "openHistory"
            quiet: true
            glyph: "clock"
            text: qsTr("Who changed what")
            onClicked: history.show("incident", root.incident.key)
        }
    }
    HistorySheet {
        id: history
        history: root.app.history
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        visible: root.incident.steps.length > 0 && !root.incident.hasDraft
        height: visible ? buttons.implicitHeight + 2 * Theme.gap : 0
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        GridLayout {
            id: buttons
            anchors.fill: parent
            anchors.margins: Theme.gap
            anchors.leftMargin: Theme.gapPage
            anchors.rightMargin: Theme.gapPage
            columns: Theme.large ? 1 : Math.max(1, each.count)
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapSmall

            Repeater {
                id: each
                model: root.incident.steps

                Button {
                    required property var modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "step-" + modelData.step
                    text: modelData.word
                    quiet: !modelData.main
                    onClicked: root.incident.step(modelData.step)
                }
            }
        }
    }
}
