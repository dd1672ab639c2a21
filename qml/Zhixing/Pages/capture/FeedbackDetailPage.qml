pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* One piece of feedback: what was said, in the words of its questionnaire's edition, and the answer to it. */
PhonePage {
    id: root
    readonly property FeedbackDetail feedback: root.app.feedback

    title: root.feedback.kindWord
    subtitle: root.feedback.whenWords
    canGoBack: true

    Scroll {
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
        widthMax: 640

        Flow {
            width: parent.width
            spacing: Theme.gapSmall

            Light {
                light: root.feedback.isAnswered ? "green" : root.feedback.late ? "red" : "none"
                word: root.feedback.stateWord
            }
            Light {
                visible: root.feedback.dueWords !== ""
                light: root.feedback.late ? "red" : "amber"
                word: root.feedback.dueWords
            }
            Caption {
                visible: root.feedback.pending
                text: qsTr("Not yet at headquarters")
            }
        }
        Card {
            width: parent.width
            padding: Theme.gapLarge
            spacing: Theme.gap

            Label {
                width: parent.width
                visible: root.feedback.text !== ""
                text: root.feedback.text
                font.pixelSize: Theme.lead
                wrapMode: Text.Wrap
                lineHeight: 1.15
            }
            Row {
                visible: root.feedback.rating > 0
                spacing: Theme.gapTiny
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%n star(s)", "", root.feedback.rating)

                Repeater {
                    model: 5

                    Icon {
                        required property int index
                        width: 20
                        height: 20
                        name: index < root.feedback.rating ? "star-full" : "star"
                        color: index < root.feedback.rating ? Theme.accent : Theme.edge
                    }
                }
            }
            Caption {
                width: parent.width
                text: root.feedback.respondent !== "" ? root.feedback.respondent : qsTr("Anonymous")
                wrapMode: Text.Wrap
            }
        }
        Column {
            width: parent.width
            visible: root.feedback.answers.length > 0
            spacing: Theme.gapSmall

            Heading {
                width: parent.width
                text: root.feedback.questionnaire
                wrapMode: Text.Wrap
            }
            Card {
                width: parent.width
                padding: Theme.gapLarge
                spacing: Theme.gapLarge

                Repeater {
                    model: root.feedback.answers

                    Column {
                        id: answer
                        required property var modelData
                        width: parent.width
                        spacing: Theme.gapTiny

                        Caption {
                            width: parent.width
                            text: answer.modelData.question
                            wrapMode: Text.Wrap
                        }
                        Label {
                            width: parent.width
                            text: answer.modelData.answer !== "" ? answer.modelData.answer : qsTr("not answered")
                            color: answer.modelData.answer !== "" ? Theme.ink : Theme.inkSoft
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
        PhotoField {
            width: parent.width
            photos: root.feedback.photos
        }
        DraftOffer {
            width: parent.width
            visible: root.feedback.hasDraft
            name: root.feedback.draftName
            time: root.feedback.draftTime
            beginning: root.feedback.draftText
            onContinued: root.feedback.continueDraft()
            onDropped: root.feedback.dropDraft()
        }
        FormField {
            width: parent.width
            visible: !root.feedback.hasDraft
            label: root.feedback.handler !== "" ? qsTr("Reply, by %1").arg(root.feedback.handler) : qsTr("Reply")
            help: root.feedback.isAnswered ? "" : qsTr("What you told them, and what was agreed.")

            TextArea {
                Layout.fillWidth: true
                objectName: "reply"
                linesMin: 3
                readOnly: root.feedback.isAnswered
                placeholderText: root.feedback.isAnswered ? "" : qsTr("Not answered yet")
                text: root.feedback.reply
                onTextChanged: root.feedback.reply = text
            }
        }
        Button {
            width: Math.min(implicitWidth, parent.width)
            objectName: "openHistory"
            quiet: true
            glyph: "clock"
            text: qsTr("Who changed what")
            onClicked: history.show("feedback", root.feedback.key)
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
        visible: !root.feedback.hasDraft && (root.feedback.canClose || !root.feedback.isAnswered)
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
            columns: Theme.large ? 1 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapSmall

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                objectName: "takeOver"
                visible: root.feedback.canTakeOver
                quiet: true
                text: qsTr("I answer it")
                onClicked: root.feedback.takeOver()
            }
            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                objectName: "answer"
                visible: !root.feedback.isAnswered
                enabled: root.feedback.canAnswer
                text: qsTr("Answered")
                onClicked: root.feedback.answer()
            }
            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                objectName: "closeFeedback"
                visible: root.feedback.canClose
                quiet: true
                text: qsTr("Close it")
                onClicked: root.feedback.close()
            }
        }
    }
}
