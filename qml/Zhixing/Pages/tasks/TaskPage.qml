pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* One task: what is to be done and to which standard, how far it is, and the next step under the thumb. */
PhonePage {
    id: root
    readonly property TaskDetail task: root.app.task

    title: qsTr("Task")
    canGoBack: true

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - steps.height
        topMargin: -Theme.gap
        widthMax: 640

        DraftOffer {
            width: parent.width
            visible: root.task.hasDraft
            name: root.task.draftName
            time: root.task.draftTime
            beginning: root.task.draftText
            onContinued: root.task.continueDraft()
            onDropped: root.task.dropDraft()
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Label {
                width: parent.width
                text: root.task.title
                font.pixelSize: Theme.heading
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                TaskState {
                    status: root.task.status
                    word: root.task.statusWord
                }
                Light {
                    visible: root.task.late
                    light: "red"
                    word: root.task.lateWord
                }
                Caption {
                    visible: root.task.pending
                    text: qsTr("Not yet at headquarters")
                }
            }
        }
        FormField {
            width: parent.width
            label: root.task.target !== "" ? qsTr("Progress; %1").arg(root.task.target) : qsTr("Progress")

            ProgressField {
                Layout.fillWidth: true
                percent: root.task.progress
                editable: root.task.isOpen
                onMoved: percent => root.task.setProgress(percent)
            }
            RowLayout {
                Layout.fillWidth: true
                visible: root.task.target !== "" && root.task.isOpen
                spacing: Theme.gap

                Label {
                    Layout.fillWidth: true
                    objectName: "counted"
                    text: qsTr("Counted so far: %1").arg(root.task.counted)
                    wrapMode: Text.Wrap
                }
                Button {
                    objectName: "countOne"
                    quiet: true
                    text: qsTr("+1")
                    Accessible.name: qsTr("Count one more")
                    onClicked: root.task.count(1)
                }
                Button {
                    objectName: "countTen"
                    quiet: true
                    text: qsTr("+10")
                    Accessible.name: qsTr("Count ten more")
                    onClicked: root.task.count(10)
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.task.standard !== ""

            Heading {
                width: parent.width
                text: qsTr("Content and standard")
            }
            Label {
                width: parent.width
                text: root.task.standard
                wrapMode: Text.Wrap
                lineHeight: 1.1
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.task.checklist.length > 0

            Heading {
                text: qsTr("Checklist")
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    model: root.task.checklist

                    ListRow {
                        required property var modelData
                        required property int index
                        width: parent.width
                        glyph: modelData.done ? "state-done" : "state-open"
                        glyphColor: modelData.done ? Theme.green : Theme.inkSoft
                        title: modelData.item
                        chevron: false
                        separator: index < root.task.checklist.length - 1
                        onClicked: root.task.toggle(modelData.item)
                    }
                }
            }
        }
        PhotoField {
            width: parent.width
            photos: root.task.photos
            canAdd: root.task.status !== "cancelled"
        }
        FormField {
            width: parent.width
            visible: root.task.isOpen && !root.task.hasDraft
            label: qsTr("Why it is late, or what holds it up")

            TextArea {
                Layout.fillWidth: true
                objectName: "delayReason"
                linesMin: 2
                placeholderText: qsTr("For example: the material comes on the 15th")
                text: root.task.delayReason
                onTextChanged: root.task.delayReason = text
            }
            Button {
                Layout.topMargin: Theme.gapSmall
                visible: root.task.canSaveReason
                objectName: "saveReason"
                quiet: true
                text: qsTr("Save the reason")
                onClicked: root.task.saveDelayReason()
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.task.remark !== ""

            Heading {
                text: qsTr("Remark")
            }
            Label {
                width: parent.width
                text: root.task.remark
                wrapMode: Text.Wrap
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Heading {
                text: qsTr("Details")
            }
            Card {
                width: parent.width
                padding: Theme.gapLarge
                spacing: Theme.gap

                Repeater {
                    model: root.task.facts

                    RowLayout {
                        id: fact
                        required property var modelData
                        width: parent.width
                        spacing: Theme.gap

                        Caption {
                            Layout.preferredWidth: 72 * Theme.textScale
                            Layout.alignment: Qt.AlignTop
                            Layout.topMargin: Theme.hair
                            text: fact.modelData.label
                            wrapMode: Text.Wrap
                        }
                        Label {
                            Layout.fillWidth: true
                            text: fact.modelData.words
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
        }
        Column {
            width: parent.width
            visible: !root.task.hasDraft
            spacing: Theme.gapSmall

            Heading {
                text: qsTr("Comments")
            }
            CommentList {
                width: parent.width
                comments: root.task.comments
                text: root.task.comment
                onTyped: text => root.task.comment = text
                onSent: root.task.sendComment()
            }
        }
        Button {
            width: Math.min(implicitWidth, parent.width)
            objectName: "openHistory"
            quiet: true
            glyph: "clock"
            text: qsTr("Who changed what")
            onClicked: history.show("task", root.task.key)
        }
    }
    HistorySheet {
        id: history
        history: root.app.history
    }
    Rectangle {
        id: steps
        y: parent.height - height
        width: parent.width
        height: buttons.implicitHeight + 2 * Theme.gap
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
                model: root.task.steps

                Button {
                    required property var modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "step-" + modelData.step
                    text: modelData.word
                    quiet: !modelData.main
                    onClicked: root.task.step(modelData.step)
                }
            }
        }
    }
}
