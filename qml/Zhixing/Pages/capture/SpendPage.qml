pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A spend in one screen: amount on the pad, the line with what it has left, day and note. */
PhonePage {
    id: root
    readonly property SpendForm form: root.app.spendForm

    title: root.form.isCorrection ? qsTr("Correct a spend") : qsTr("Spend")
    canGoBack: true

    function save() {
        if (root.form.save()) root.back();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapPage
        anchors.rightMargin: Theme.gapPage
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gapSmall

        DraftNote {
            Layout.fillWidth: true
            visible: root.form.fromDraft
            words: root.form.isCorrection ? root.form.refusal : qsTr("Continued from what you typed before")
            onForgotten: root.form.clear()
        }
        Item {
            id: amount
            Layout.fillWidth: true
            implicitHeight: amountColumn.implicitHeight

            ColumnLayout {
                id: amountColumn
                width: parent.width
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapTiny

                    Label {
                        Layout.alignment: Qt.AlignBaseline
                        text: "￥"
                        font.pixelSize: Theme.heading
                        color: Theme.inkSoft
                    }
                    TextInput {
                        id: typed
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignBaseline
                        objectName: "amount"
                        // The pad beneath is the keyboard; a real one may type too.
                        inputMethodHints: Qt.ImhFormattedNumbersOnly
                        readOnly: Qt.platform.os === "android" || Qt.platform.os === "ios"
                        focus: true
                        text: root.form.amount
                        color: Theme.ink
                        selectionColor: Theme.accent
                        font.family: Theme.family
                        font.pixelSize: Theme.display
                        font.weight: Theme.strong
                        maximumLength: 16
                        Accessible.name: qsTr("Amount")
                        onTextEdited: root.form.amount = text

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: typed.text === ""
                            text: "0"
                            font: typed.font
                            color: Theme.inkSoft
                        }
                    }
                    Label {
                        visible: root.form.amountMeaning !== ""
                        text: root.form.amountMeaning
                        color: Theme.inkSoft
                    }
                }
                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.form.amountFault
                    color: Theme.red
                    wrapMode: Text.Wrap
                }
            }
        }
        Card {
            Layout.fillWidth: true
            padding: 0

            ListRow {
                width: parent.width
                objectName: "lineRow"
                glyph: "budget"
                title: root.form.lineName !== "" ? root.form.lineName : qsTr("Choose a budget line")
                titleLines: 1
                subtitle: root.form.lineFault !== "" ? root.form.lineFault : root.form.lineLeft
                subtitleColor: root.form.lineFault !== "" ? Theme.red : root.form.overspends ? Theme.amber : Theme.inkSoft
                onClicked: lines.open()
            }
            ListRow {
                width: parent.width
                objectName: "dayRow"
                glyph: "calendar"
                title: root.form.dayWords
                onClicked: days.open()
            }
            RowLayout {
                width: parent.width
                height: 56
                spacing: 0

                Icon {
                    Layout.leftMargin: Theme.gapLarge
                    implicitWidth: Theme.icon
                    implicitHeight: Theme.icon
                    name: "note"
                    color: Theme.inkSoft
                }
                TextField {
                    Layout.fillWidth: true
                    objectName: "note"
                    placeholderText: qsTr("What was it for?")
                    text: root.form.note
                    onTextEdited: root.form.note = text
                    background: null
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        AmountPad {
            Layout.fillWidth: true
            objectName: "pad"
            Layout.maximumHeight: 4 * 60
            text: root.form.amount
            wanWord: "万"
            backspaceWord: qsTr("Delete the last sign")
            onEdited: text => root.form.amount = text
        }
        Button {
            Layout.fillWidth: true
            objectName: "save"
            text: root.form.overspends ? qsTr("Save, although it exceeds the line") : qsTr("Save")
            enabled: root.form.canSave
            onClicked: root.save()
        }
    }
    Sheet {
        id: lines
        title: qsTr("Budget line")

        ListView {
            width: parent.width
            height: Math.min(contentHeight, 420)
            clip: true
            model: root.form.lines
            boundsBehavior: Flickable.StopAtBounds

            delegate: ListRow {
                required property string key
                required property string name
                required property string remaining
                required property string campaignName
                width: ListView.view.width
                indent: 0
                title: name
                subtitle: campaignName
                value: remaining
                chevron: false
                selected: key === root.form.line
                onClicked: {
                    root.form.line = key;
                    lines.close();
                }
            }
        }
        EmptyState {
            width: parent.width
            visible: root.form.lines.count === 0
            glyph: "budget"
            title: qsTr("No budget lines yet")
            explanation: qsTr("Headquarters adds them to the campaign; they arrive with the next sync.")
        }
    }
    Sheet {
        id: days
        title: qsTr("Spent on")

        Column {
            width: parent.width

            Repeater {
                model: root.form.days

                ListRow {
                    required property var modelData
                    width: parent.width
                    indent: 0
                    title: modelData.words
                    chevron: false
                    selected: modelData.day === root.form.day
                    onClicked: {
                        root.form.day = modelData.day;
                        days.close();
                    }
                }
            }
        }
    }
}
