pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* On-site feedback (F6): which kind, then what that kind needs; name and phone only for someone who agrees. */
FormPage {
    id: root
    readonly property FeedbackForm form: root.app.feedbackForm
    readonly property Feedbacks feedbacks: root.app.feedbacks
    readonly property int waitingMax: 5
    readonly property list<string> kindHelps: [
        qsTr("Ask question by question"),
        qsTr("Write down what they tell you, with a rating"),
        qsTr("With a time for the answer"),
        qsTr("What they would do differently"),
        qsTr("What they liked, and about whom")
    ]
    readonly property bool asksQuestions: root.form.isSurvey && root.form.questions.length > 0

    title: qsTr("Feedback")
    asking: root.form.hasDraft
    canSave: root.form.canSave
    hint: root.form.missing
    onSaved: if (root.form.save()) root.back()
    Component.onCompleted: root.form.open()

    Onlooker {
        model: root.form
        looks: root.visible
    }
    Onlooker {
        model: root.feedbacks
        looks: root.visible && !Theme.touch
    }
    DraftOffer {
        width: parent.width
        visible: root.form.hasDraft
        name: root.form.draftName
        time: root.form.draftTime
        beginning: root.form.draftText
        onContinued: root.form.continueDraft()
        onDropped: root.form.dropDraft()
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("Kind")

        // In full while there is nothing else to look at; in one line once it is chosen.
        Card {
            Layout.fillWidth: true
            visible: root.form.kind < 0
            padding: 0

            Repeater {
                id: kinds
                model: root.form.kindWords.length

                ListRow {
                    required property int index
                    width: parent?.width ?? 0
                    objectName: "kind-" + index
                    title: root.form.kindWords[index] ?? ""
                    subtitle: root.kindHelps[index] ?? ""
                    separator: index < kinds.count - 1
                    onClicked: root.form.kind = index
                }
            }
        }
        Chips {
            Layout.fillWidth: true
            objectName: "kinds"
            visible: root.form.kind >= 0
            words: root.form.kindWords
            current: root.form.kind
            onChosen: index => root.form.kind = index
        }
    }
    FormField {
        width: parent.width
        visible: root.form.isSurvey && root.form.questionnaires.count > 1
        label: qsTr("Questionnaire")

        Repeater {
            model: root.form.questionnaires

            Button {
                required property int index
                required property string key
                required property string title
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.gapSmall
                objectName: "questionnaire-" + index
                quiet: root.form.questionnaire !== index
                text: title
                onClicked: root.form.choose(index)
            }
        }
    }
    ColumnLayout {
        width: parent.width
        visible: root.asksQuestions
        spacing: Theme.gapTiny

        Label {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.form.introduction
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
        Caption {
            Layout.fillWidth: true
            text: root.form.progress
        }
    }
    QuestionList {
        width: parent.width
        visible: root.asksQuestions
        questions: root.asksQuestions ? root.form.questions : []
        onAnswered: (question, choice) => root.form.answer(question, choice)
    }
    FormField {
        width: parent.width
        visible: root.form.kind >= 0 && !root.asksQuestions
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
        visible: root.form.kind >= 0
        label: root.asksQuestions ? qsTr("Anything else they said") : qsTr("What was said")

        TextArea {
            Layout.fillWidth: true
            objectName: "feedbackText"
            linesMin: root.asksQuestions ? 2 : 4
            placeholderText: qsTr("In their own words, as far as you can")
            text: root.form.text
            onTextChanged: root.form.text = text
        }
    }
    FormField {
        width: parent.width
        visible: root.form.isComplaint
        label: qsTr("They expect an answer")
        help: qsTr("The complaint stays under “Still missing today” until it is answered.")

        Segments {
            Layout.fillWidth: true
            objectName: "replyDue"
            words: root.form.replyDueWords
            current: root.form.replyDue
            onChosen: index => root.form.replyDue = index
        }
    }
    beside: [
        PhotoField {
            width: parent.width
            visible: root.form.kind >= 0
            photos: root.form.photos
        },
        Card {
            width: parent.width
            visible: root.form.kind >= 0
            padding: Theme.gapLarge
            spacing: Theme.gap

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("They agree that we keep name and phone")
                        font.pixelSize: Theme.lead
                        wrapMode: Text.Wrap
                    }
                    Caption {
                        Layout.fillWidth: true
                        text: qsTr("Without it the feedback stays anonymous.")
                        wrapMode: Text.Wrap
                    }
                }
                Switch {
                    objectName: "consent"
                    text: qsTr("They agree that we keep name and phone")
                    checked: root.form.consent
                    onToggled: root.form.consent = checked
                }
            }
            FormField {
                width: parent.width
                visible: root.form.consent
                label: qsTr("Name")

                TextField {
                    Layout.fillWidth: true
                    objectName: "respondent"
                    Accessible.name: qsTr("Name")
                    text: root.form.respondent
                    onTextEdited: root.form.respondent = text
                }
            }
            FormField {
                width: parent.width
                visible: root.form.consent
                label: qsTr("Phone")

                TextField {
                    Layout.fillWidth: true
                    objectName: "phone"
                    Accessible.name: qsTr("Phone")
                    inputMethodHints: Qt.ImhDialableCharactersOnly
                    text: root.form.phone
                    onTextEdited: root.form.phone = text
                }
            }
        },
        // What already waits, while nothing is being written.
        FormField {
            width: parent.width
            visible: !Theme.touch && root.form.kind < 0
            label: qsTr("Waiting for an answer")

            Card {
                Layout.fillWidth: true
                padding: 0

                Label {
                    x: Theme.gapLarge
                    width: parent.width - 2 * x
                    visible: waiting.count === 0
                    topPadding: Theme.gapLarge
                    bottomPadding: Theme.gapLarge
                    text: qsTr("Nobody waits. Complaints stand here until they are answered.")
                    color: Theme.inkSoft
                    wrapMode: Text.Wrap
                }
                Repeater {
                    id: waiting
                    model: root.feedbacks.rows

                    ListRow {
                        id: row
                        required property int index
                        required property string key
                        required property string words
                        required property string dueWords
                        required property bool late
                        required title
                        width: parent?.width ?? 0
                        visible: row.index < root.waitingMax
                        objectName: "waiting-" + row.index
                        subtitle: row.dueWords === "" ? row.words : qsTr("%1 · %2").arg(row.words).arg(row.dueWords)
                        subtitleColor: row.late ? Theme.red : Theme.inkSoft
                        separator: row.index < Math.min(waiting.count, root.waitingMax) - 1
                        onClicked: root.recordOpened("feedback", row.key)
                    }
                }
            }
            Button {
                Layout.topMargin: Theme.gapSmall
                objectName: "allFeedback"
                quiet: true
                text: qsTr("All feedback")
                onClicked: root.pageAsked("feedbacks")
            }
        }
    ]
}
