pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The questions of one edition of a questionnaire, each in the form its answer takes. */
Column {
    id: root
    required property var questions
    signal answered(string question, string choice)

    spacing: Theme.gapHuge

    Repeater {
        // By number, so that an answer does not make every question anew.
        model: root.questions.length

        ColumnLayout {
            id: one
            required property int index
            readonly property var question: root.questions[one.index]
                ?? ({ key: "", text: "", kind: "", number: 0, rating: 0, answer: "", choices: [], chosen: [] })

            width: root.width
            spacing: Theme.gapSmall

            Label {
                Layout.fillWidth: true
                text: qsTr("%1. %2", "number, question").arg(one.question.number).arg(one.question.text)
                font.pixelSize: Theme.lead
                wrapMode: Text.Wrap
            }
            Caption {
                Layout.fillWidth: true
                visible: one.question.kind === "multiple"
                text: qsTr("Choose all that apply")
            }
            Rating {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gapSmall
                objectName: "rating-" + one.question.key
                visible: one.question.kind === "rating"
                value: one.question.rating
                words: [qsTr("Very poor"), qsTr("Poor"), qsTr("Fair"), qsTr("Good"), qsTr("Very good")]
                onChosen: value => root.answered(one.question.key, String(value > 0 ? value : one.question.rating))
            }
            ChoiceList {
                Layout.fillWidth: true
                objectName: "choices-" + one.question.key
                visible: one.question.kind === "single" || one.question.kind === "multiple"
                choices: visible ? one.question.choices : []
                chosen: one.question.chosen
                several: one.question.kind === "multiple"
                onPressed: choice => root.answered(one.question.key, choice)
            }
            TextArea {
                Layout.fillWidth: true
                objectName: "answer-" + one.question.key
                visible: one.question.kind === "text"
                linesMin: 2
                placeholderText: qsTr("In their own words")
                text: one.question.answer
                onTextChanged: if (visible) root.answered(one.question.key, text)
            }
        }
    }
}
