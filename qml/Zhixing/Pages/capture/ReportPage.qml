pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The daily report (F7), filled in from the day's tasks as far as they tell it. */
FormPage {
    id: root
    readonly property ReportForm form: root.app.reportForm

    title: qsTr("Daily report")
    subtitle: root.form.dayWords
    saveWord: root.form.isFiled ? qsTr("File again") : qsTr("File")
    canSave: root.form.canSave
    onSaved: if (root.form.save()) root.back()

    DraftNote {
        width: parent.width
        visible: root.form.fromDraft
        words: qsTr("Continued from what you typed before")
        onForgotten: root.form.clear()
    }
    FormField {
        width: parent.width
        label: qsTr("Done today")
        help: qsTr("Filled in from the tasks finished today")

        TextArea {
            Layout.fillWidth: true
            objectName: "done"
            linesMin: 4
            text: root.form.done
            onTextChanged: root.form.done = text
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Not done, and why")

        TextArea {
            Layout.fillWidth: true
            objectName: "notDone"
            linesMin: 3
            text: root.form.notDone
            onTextChanged: root.form.notDone = text
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Help needed from others")

        TextArea {
            Layout.fillWidth: true
            objectName: "help"
            linesMin: 2
            text: root.form.help
            onTextChanged: root.form.help = text
        }
    }
}
