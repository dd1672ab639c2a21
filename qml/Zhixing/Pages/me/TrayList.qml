pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The needs-you tray, for both shapes. Nothing leaves it by itself. */
Item {
    id: root
    required property App app
    signal pageAsked(string page)

    /* A spend is put right where it was typed, with its line, receipts and what is left. */
    function correct(key: string, isSpend: bool): void {
        if (isSpend) {
            root.app.spendForm.correct(key);
            root.pageAsked("spend");
        } else {
            correction.show(key);
        }
    }

    implicitHeight: Math.max(list.contentHeight, empty.visible ? empty.implicitHeight : 0) + below.height

    ListView {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: below.top
        anchors.leftMargin: Theme.touch ? Theme.gapPage : 0
        anchors.rightMargin: Theme.touch ? Theme.gapPage : 0
        clip: true
        spacing: Theme.gap
        model: root.app.sync.tray
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: Card {
            id: item
            required property string key
            required property string what
            required property string words
            required property string reason
            required property bool correctable
            required property bool isFollower
            required property bool isSpend
            width: list.width
            spacing: Theme.gapSmall

            Label {
                width: parent.width
                text: item.what
                font.pixelSize: Theme.lead
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Caption {
                width: parent.width
                text: item.words
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: item.reason
                color: Theme.red
                wrapMode: Text.Wrap
            }
            GridLayout {
                width: parent.width
                columns: Theme.large ? 1 : 3
                columnSpacing: Theme.gapSmall
                rowSpacing: Theme.gapSmall

                Button {
                    Layout.fillWidth: Theme.touch
                    leftPadding: Theme.gapSmall
                    rightPadding: Theme.gapSmall
                    objectName: "correct"
                    visible: item.correctable
                    text: qsTr("Correct it")
                    onClicked: root.correct(item.key, item.isSpend)
                }
                Button {
                    Layout.fillWidth: Theme.touch
                    leftPadding: Theme.gapSmall
                    rightPadding: Theme.gapSmall
                    objectName: "resend"
                    visible: !item.isFollower
                    quiet: true
                    text: qsTr("Send again")
                    onClicked: root.app.sync.resend(item.key)
                }
                Button {
                    Layout.fillWidth: Theme.touch
                    leftPadding: Theme.gapSmall
                    rightPadding: Theme.gapSmall
                    objectName: "discard"
                    danger: true
                    text: qsTr("Discard")
                    onClicked: {
                        confirm.key = item.key;
                        confirm.what = item.what;
                        confirm.open();
                    }
                }
            }
        }
    }
    TrayFooter {
        id: below
        anchors.left: list.left
        anchors.right: list.right
        anchors.bottom: parent.bottom
        app: root.app
    }
    EmptyState {
        id: empty
        width: parent.width
        visible: list.count === 0 && root.app.sync.discarded.count === 0
        glyph: "tray"
        title: qsTr("Nothing needs you")
        explanation: qsTr("If headquarters cannot take something you recorded, it comes back here with the reason. It is never lost.")
    }
    CorrectionSheet {
        id: correction
        correction: root.app.correction
    }
    Sheet {
        id: confirm
        property string key: ""
        property string what: ""
        title: qsTr("Discard this?")

        Label {
            width: parent.width
            text: qsTr("“%1” will not reach headquarters. For 90 days you can have it back.").arg(confirm.what)
            wrapMode: Text.Wrap
        }
        RowLayout {
            width: parent.width
            spacing: Theme.gapSmall

            Button {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Keep it")
                onClicked: confirm.close()
            }
            Button {
                Layout.fillWidth: true
                objectName: "confirmDiscard"
                danger: true
                text: qsTr("Discard")
                onClicked: {
                    root.app.sync.discard(confirm.key);
                    confirm.close();
                }
            }
        }
    }
}
