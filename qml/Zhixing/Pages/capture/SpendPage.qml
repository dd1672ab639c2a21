pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A spend: the receipt first, then the amount on the pad, then the line with what it has left at this moment. */
PhonePage {
    id: root
    readonly property SpendForm form: root.app.spendForm
    /* A phone begins with the camera; a laptop or a window of its shape does not take pictures unasked. */
    property bool cameraFirst: Qt.platform.os === "android" || Qt.platform.os === "ios"

    title: root.form.isCorrection ? qsTr("Correct a spend") : qsTr("Spend")
    canGoBack: true

    function save() {
        if (root.form.save()) root.back();
    }

    /* What is being typed stays in sight above the pad; large text leaves room for it and its budget line alone. */
    function showAmount(): void {
        if (!amount.activeFocus) return;
        if (Theme.large) {
            scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, amount.y));
            return;
        }
        const lowest = amount.y + amount.height + 2 * Theme.gap - scroll.height;
        scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, Math.max(scroll.contentY, lowest)));
    }

    Component.onCompleted: if (root.cameraFirst && !root.form.fromDraft && root.form.photos.count === 0) receipts.openCamera()
    Component.onDestruction: root.form.leave()

    Onlooker {
        model: root.form
        looks: root.visible
    }

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
        spacing: Theme.gap
        onHeightChanged: root.showAmount()
        onContentHeightChanged: root.showAmount()

        DraftNote {
            width: parent.width
            visible: root.form.fromDraft
            words: root.form.startedFrom
            onForgotten: root.form.clear()
        }
        PhotoField {
            id: receipts
            width: parent.width
            label: qsTr("Receipts and invoices")
            photos: root.form.photos
            inviting: root.form.photos.count === 0
        }
        SpendAmount {
            id: amount
            width: parent.width
            form: root.form
            focus: true
            onActiveFocusChanged: root.showAmount()
        }
        Card {
            width: parent.width
            padding: 0

            ListRow {
                width: parent.width
                objectName: "lineRow"
                glyph: "budget"
                title: root.form.lineName !== "" ? root.form.lineName : qsTr("Choose a budget line")
                titleLines: 1
                subtitle: root.form.lineFault !== "" ? root.form.lineFault : root.form.lineLeft
                subtitleColor: root.form.lineFault !== "" ? Theme.red : Theme.inkSoft
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
        SpendDetails {
            width: parent.width
            form: root.form
        }
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: tools.height + 2 * Theme.gap
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        ColumnLayout {
            id: tools
            x: Theme.gapPage
            y: Theme.gap
            width: parent.width - 2 * x
            spacing: Theme.gapSmall

            AmountPad {
                Layout.fillWidth: true
                objectName: "pad"
                // While something else is typed, the device's own keyboard has this place.
                visible: amount.activeFocus
                text: root.form.amount
                wanWord: "万"
                backspaceWord: qsTr("Delete the last sign")
                onEdited: text => root.form.amount = text
            }
            Button {
                Layout.fillWidth: true
                objectName: "save"
                text: root.form.saveWord
                enabled: root.form.canSave
                onClicked: root.save()
            }
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
