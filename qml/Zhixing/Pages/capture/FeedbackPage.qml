pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* On-site feedback (F6): which kind, how content, what was said, and by whom if they like. */
FormPage {
    id: root
    readonly property FeedbackForm form: root.app.feedbackForm

    title: qsTr("Feedback")
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
        label: qsTr("Kind")

        Chips {
            Layout.fillWidth: true
            objectName: "kinds"
            words: root.form.kindWords
            current: root.form.kind
            onChosen: index => root.form.kind = index
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Rating")

        Rating {
            Layout.fillWidth: true
            objectName: "rating"
            Layout.leftMargin: -Theme.gapSmall
            value: root.form.rating
            words: [qsTr("Very poor"), qsTr("Poor"), qsTr("Fair"), qsTr("Good"), qsTr("Very good")]
            onChosen: value => root.form.rating = value
        }
    }
    FormField {
        width: parent.width
        label: qsTr("What was said")

        TextArea {
            Layout.fillWidth: true
            objectName: "feedbackText"
            linesMin: 5
            placeholderText: qsTr("In their own words, as far as you can")
            text: root.form.text
            onTextChanged: root.form.text = text
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Name (optional)")
        help: qsTr("Only with their consent")

        TextField {
            Layout.fillWidth: true
            objectName: "respondent"
            text: root.form.respondent
            onTextEdited: root.form.respondent = text
        }
    }
}
