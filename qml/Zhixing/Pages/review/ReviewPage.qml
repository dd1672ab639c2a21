pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Spends waiting for a decision: J and K move, A approves, R returns with a reason. */
FocusScope {
    id: root
    required property App app

    readonly property Review review: root.app.review

    function move(by: int) {
        root.review.currentIndex = Math.max(0, Math.min(root.review.rows.count - 1, root.review.currentIndex + by));
        list.positionViewAtIndex(root.review.currentIndex, ListView.Contain);
    }
    function approve() {
        if (root.review.mayDecide) root.review.approve();
    }
    function startReturn() {
        if (!root.review.mayDecide) return;
        reason.text = "";
        returning.visible = true;
        reason.forceActiveFocus();
    }
    function finishReturn() {
        if (reason.text.trim() === "") return;
        root.review.giveBack(reason.text.trim());
        root.stopReturn();
    }
    function stopReturn() {
        returning.visible = false;
        list.forceActiveFocus();
    }

    Keys.onPressed: event => {
        if (returning.visible) return;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_J:
        case Qt.Key_Down:
            root.move(1);
            break;
        case Qt.Key_K:
        case Qt.Key_Up:
            root.move(-1);
            break;
        case Qt.Key_A:
            root.approve();
            break;
        case Qt.Key_R:
            root.startReturn();
            break;
        default:
            event.accepted = false;
        }
    }

    Item {
        id: queue
        width: Math.max(360, root.width * 0.36)
        height: parent.height

        LaptopTitle {
            id: title
            x: Theme.gapPage
            y: Theme.gapHuge
            width: parent.width - 2 * x
            title: qsTr("Review")
            subtitle: root.review.rows.count > 0 ? root.review.summary : ""
        }
        ListView {
            id: list
            objectName: "reviewList"
            x: Theme.gapLarge
            y: title.y + title.height + Theme.gap
            width: parent.width - 2 * x
            height: parent.height - y
            clip: true
            focus: true
            keyNavigationEnabled: false
            model: root.review.rows
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            delegate: ListRow {
                id: spend
                required property string key
                required property string amount
                required property string line
                required property string who
                required property string site
                required property string day
                required property bool over
                required property int index
                width: list.width
                implicitHeight: 64
                focusPolicy: Qt.NoFocus
                title: spend.line
                subtitle: qsTr("%1 · %2 · %3").arg(spend.who).arg(spend.site).arg(spend.day)
                value: qsTr("￥%1").arg(spend.amount)
                chevron: false
                selected: spend.index === root.review.currentIndex
                separator: !selected
                onClicked: root.review.currentIndex = spend.index
            }
        }
    }
    Hairline {
        x: queue.width
        height: parent.height
    }
    EmptyState {
        x: queue.width
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        visible: root.review.rows.count === 0
        glyph: "review"
        title: qsTr("Nothing to review")
        explanation: qsTr("Spends from your sites appear here as they arrive.")
    }
    Scroll {
        x: queue.width
        width: parent.width - x
        height: parent.height
        padding: Theme.gapPage
        widthMax: 720
        visible: root.review.rows.count > 0
        spacing: Theme.gapLarge

        Column {
            width: parent.width

            Caption {
                text: root.review.line
            }
            Label {
                text: qsTr("￥%1").arg(root.review.amount)
                font.pixelSize: Theme.display
                font.weight: Theme.strong
            }
            Caption {
                text: root.review.campaign
            }
        }
        Card {
            width: parent.width
            spacing: Theme.gapSmall

            RowLayout {
                width: parent.width

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Left in this line after approval")
                    wrapMode: Text.Wrap
                }
                Label {
                    text: qsTr("￥%1").arg(root.review.leftAfter)
                    font.weight: Theme.strong
                    color: root.review.exceeds ? Theme.red : Theme.ink
                }
                Light {
                    light: root.review.exceeds ? "red" : "green"
                    word: root.review.exceeds ? qsTr("Exceeds") : qsTr("Within")
                }
            }
            Meter {
                width: parent.width
                approved: root.review.approvedShare
                pending: root.review.thisShare
            }
            Caption {
                width: parent.width
                text: root.review.lineWords
                wrapMode: Text.Wrap
            }
        }
        Card {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.review.facts

                RowLayout {
                    id: fact
                    required property var modelData
                    width: parent.width

                    Caption {
                        Layout.preferredWidth: 112
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
        FormField {
            id: returning
            width: parent.width
            visible: false
            label: qsTr("Why it goes back")
            help: qsTr("Enter sends it back, Escape leaves it as it is.")

            TextField {
                id: reason
                Layout.fillWidth: true
                objectName: "returnReason"
                placeholderText: qsTr("For example: the receipt is missing")
                onAccepted: root.finishReturn()
                Keys.onEscapePressed: root.stopReturn()
            }
        }
        Label {
            width: parent.width
            visible: root.review.hindrance !== ""
            text: root.review.hindrance
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
        Row {
            spacing: Theme.gapSmall
            visible: !returning.visible

            Button {
                objectName: "approve"
                text: qsTr("Approve")
                keyHint: "A"
                focusPolicy: Qt.TabFocus
                enabled: root.review.mayDecide
                onClicked: root.approve()
            }
            Button {
                objectName: "return"
                quiet: true
                text: qsTr("Return")
                keyHint: "R"
                focusPolicy: Qt.TabFocus
                enabled: root.review.mayDecide
                onClicked: root.startReturn()
            }
        }
        Row {
            spacing: Theme.gapSmall
            visible: returning.visible

            Button {
                objectName: "confirmReturn"
                text: qsTr("Return it")
                enabled: reason.text.trim() !== ""
                onClicked: root.finishReturn()
            }
            Button {
                quiet: true
                text: qsTr("Not now")
                onClicked: root.stopReturn()
            }
        }
        Caption {
            text: qsTr("J next · K previous · A approve · R return")
        }
    }
}
