pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The evening on site: the day's figures, what went well, what did not, what changes tomorrow. */
FormPage {
    id: root
    readonly property Retrospective form: root.app.retrospective
    /* Whoever was on site may read what was held. */
    readonly property bool readable: !root.form.hasDraft && (root.form.canHold || root.form.isHeld)

    title: qsTr("Retrospective")
    subtitle: root.form.dayWords
    asking: root.form.hasDraft || !root.form.canHold
    saveWord: root.form.isHeld ? qsTr("Save again") : qsTr("Save")
    canSave: root.form.canSave
    hint: qsTr("Write at least one line.")
    onSaved: if (root.form.save()) root.back()
    Component.onCompleted: root.form.open()

    Onlooker {
        model: root.form
        looks: root.visible
    }
    EmptyState {
        width: parent.width
        visible: !root.form.canHold && !root.form.isHeld
        glyph: "clock"
        title: qsTr("Whoever leads the site holds it")
        explanation: qsTr("You can read it here afterwards. Your daily report goes into it.")
        action: qsTr("Daily report")
        onActed: root.pageAsked("report")
    }
    DraftOffer {
        width: parent.width
        visible: root.form.hasDraft && root.form.canHold
        name: root.form.draftName
        time: root.form.draftTime
        beginning: root.form.draftText
        onContinued: root.form.continueDraft()
        onDropped: root.form.dropDraft()
    }
    Card {
        width: parent.width
        visible: root.readable
        spacing: Theme.gap

        GridLayout {
            width: parent.width
            columns: Theme.large ? 2 : Math.max(1, figures.count)
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Repeater {
                id: figures
                model: root.form.figures

                Figure {
                    required property var modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    label: modelData.label
                    figure: modelData.figure
                }
            }
        }
        Caption {
            width: parent.width
            visible: root.form.attendees !== ""
            text: qsTr("On site: %1").arg(root.form.attendees)
            wrapMode: Text.Wrap
        }
    }
    FormField {
        width: parent.width
        visible: root.readable
        label: qsTr("What was achieved")

        TextArea {
            Layout.fillWidth: true
            objectName: "progress"
            linesMin: 3
            readOnly: !root.form.canHold
            placeholderText: qsTr("One line each")
            text: root.form.progress
            onTextChanged: root.form.progress = text
        }
    }
    FormField {
        width: parent.width
        visible: root.readable
        label: qsTr("What did not go well")
        help: root.form.isHeld ? "" : qsTr("Filled in from late tasks and today's incidents.")

        TextArea {
            Layout.fillWidth: true
            objectName: "problems"
            linesMin: 3
            readOnly: !root.form.canHold
            placeholderText: qsTr("One line each")
            text: root.form.problems
            onTextChanged: root.form.problems = text
        }
    }
    FormField {
        width: parent.width
        visible: root.readable
        label: qsTr("What changes tomorrow")

        TextArea {
            Layout.fillWidth: true
            objectName: "changes"
            linesMin: 2
            readOnly: !root.form.canHold
            placeholderText: qsTr("For example: open a second check-in line at 10")
            text: root.form.changes
            onTextChanged: root.form.changes = text
        }
    }
    FormField {
        width: parent.width
        visible: root.readable
        label: qsTr("To do first tomorrow")
        help: !root.form.canHold ? "" : qsTr("Each line becomes an item to tick off.")

        TextArea {
            Layout.fillWidth: true
            objectName: "actions"
            linesMin: 2
            readOnly: !root.form.canHold
            placeholderText: qsTr("One line each")
            text: root.form.actions
            onTextChanged: root.form.actions = text
        }
    }
}
