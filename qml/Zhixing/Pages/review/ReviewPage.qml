pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What waits for a decision: J and K move, A approves, R returns with a reason, Space shows the photos, X marks for
   approving several, Z takes the last decision back. */
FocusScope {
    id: root
    required property App app

    readonly property Review review: root.app.review
    readonly property var kindChoices: root.review.kinds

    function move(by: int) {
        root.review.currentIndex = Math.max(0, Math.min(root.review.rows.count - 1, root.review.currentIndex + by));
        list.positionViewAtIndex(root.review.currentIndex, ListView.Contain);
    }
    function approve() {
        if (root.review.mayDecide) root.review.approve();
    }
    function showPhotos() {
        if (root.review.photos.count > 0) viewer.show(0);
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

    // Whoever goes elsewhere has made up their mind.
    onVisibleChanged: if (!root.visible && !root.review.heldIsOld) root.review.settle()
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
            if (event.modifiers & Qt.ShiftModifier) root.review.approveMarked();
            else root.approve();
            break;
        case Qt.Key_X:
            if (event.modifiers & Qt.ShiftModifier) root.review.markAlike();
            else root.review.mark(root.review.currentIndex);
            break;
        case Qt.Key_Z:
            root.review.undo();
            break;
        case Qt.Key_Space:
            root.showPhotos();
            break;
        case Qt.Key_Escape:
            event.accepted = root.review.markedCount > 0;
            root.review.unmark();
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
        Segments {
            id: kinds
            objectName: "reviewKinds"
            x: Theme.gapPage
            y: title.y + title.height + Theme.gap
            width: parent.width - 2 * x
            words: root.kindChoices.map(each => each.label)
            current: root.kindChoices.findIndex(each => each.value === root.review.kind)
            onChosen: index => {
                root.review.kind = root.review.kinds[index].value;
                list.forceActiveFocus();
            }
        }
        ListView {
            id: list
            objectName: "reviewList"
            x: Theme.gapLarge
            y: kinds.y + kinds.height + Theme.gap
            width: parent.width - 2 * x
            height: parent.height - y - (bar.visible ? bar.height + Theme.gapLarge : 0)
            clip: true
            focus: true
            keyNavigationEnabled: false
            model: root.review.rows
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            delegate: ListRow {
                id: row
                required property string key
                required property string kind
                required property string kindWord
                required property string amount
                required property string who
                required property string site
                required property string day
                required property bool warns
                required property bool blocked
                required property bool marked
                required property int index
                required property var model
                width: list.width
                focusPolicy: Qt.NoFocus
                glyph: row.blocked ? "lock" : row.kind === "spend" ? "spend" : row.kind === "report" ? "report" : row.kind === "plan" ? "campaign" : "conflict"
                glyphColor: row.warns && !row.blocked ? Theme.amber : Theme.inkSoft
                title: row.model.title
                readonly property var facts: [row.kind === "spend" ? "" : row.kindWord, row.who, row.site, row.day]
                subtitle: row.facts.filter(each => each !== "").join(" · ")
                value: row.amount !== "" ? qsTr("￥%1").arg(row.amount) : ""
                chevron: false
                selected: row.index === root.review.currentIndex
                separator: !selected
                Accessible.description: row.blocked ? qsTr("Somebody else decides") : row.subtitle
                onClicked: {
                    root.review.currentIndex = row.index;
                    list.forceActiveFocus();
                }

                IconButton {
                    objectName: "mark"
                    visible: !row.blocked && row.kind !== "conflict"
                    focusPolicy: Qt.NoFocus
                    checked: row.marked
                    glyph: row.marked ? "state-done" : "state-open"
                    tint: row.marked ? Theme.accent : Theme.inkSoft
                    text: row.marked ? qsTr("Take the mark off") : qsTr("Mark for approving several")
                    onClicked: root.review.mark(row.index)
                }
            }
        }
        Card {
            id: bar
            x: Theme.gapLarge
            y: parent.height - height - Theme.gapLarge
            width: parent.width - 2 * x
            visible: root.review.held !== "" || root.review.markedCount > 0
            padding: Theme.gap
            spacing: Theme.gapSmall

            RowLayout {
                width: parent.width
                visible: root.review.held !== ""

                Label {
                    objectName: "held"
                    Layout.fillWidth: true
                    text: root.review.held
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Button {
                    objectName: "undoDecision"
                    quiet: true
                    focusPolicy: Qt.TabFocus
                    glyph: "undo"
                    text: qsTr("Undo")
                    keyHint: "Z"
                    onClicked: root.review.undo()
                }
                // From before the app ended: nothing happens until somebody says so.
                Button {
                    objectName: "recordDecision"
                    visible: root.review.heldIsOld
                    focusPolicy: Qt.TabFocus
                    text: qsTr("Record it")
                    onClicked: root.review.settle()
                }
            }
            RowLayout {
                width: parent.width
                visible: root.review.markedCount > 0

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Label {
                        objectName: "markedSum"
                        Layout.fillWidth: true
                        text: root.review.markedWords
                        font.weight: Theme.strong
                        wrapMode: Text.Wrap
                    }
                    Caption {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: root.review.markedRefusal
                        color: Theme.amber
                        wrapMode: Text.Wrap
                    }
                }
                Button {
                    quiet: true
                    focusPolicy: Qt.TabFocus
                    text: qsTr("Clear")
                    onClicked: root.review.unmark()
                }
                Button {
                    objectName: "approveMarked"
                    focusPolicy: Qt.TabFocus
                    enabled: root.review.markedRefusal === ""
                    text: qsTr("Approve together")
                    onClicked: root.review.approveMarked()
                }
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
        explanation: qsTr("Spends, reports and changes of plans from your sites appear here as they arrive.")
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
                width: parent.width
                visible: root.review.amount !== ""
                text: root.review.title
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                visible: root.review.currentKind !== "conflict"
                text: root.review.amount !== "" ? qsTr("￥%1").arg(root.review.amount) : root.review.title
                font.pixelSize: Theme.display
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Caption {
                text: root.review.campaign
            }
        }
        Repeater {
            model: root.app.conflicts.open

            ConflictCard {
                id: card
                width: parent?.width ?? 0
                visible: card.key === root.review.currentKey
                onTaken: (key, choice) => root.app.conflicts.settle(key, choice)
                onTyped: (key, text) => root.app.conflicts.settleWith(key, text)
            }
        }
        Card {
            objectName: "rules"
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.review.notices.length > 0

            Repeater {
                model: root.review.notices

                RowLayout {
                    id: rule
                    required property var modelData
                    width: parent.width
                    spacing: Theme.gap

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        Layout.topMargin: Theme.gapTiny
                        implicitWidth: 14
                        implicitHeight: 14
                        name: rule.modelData.light === "none" ? "lock" : "light-" + rule.modelData.light
                        color: rule.modelData.light === "green" ? Theme.green : rule.modelData.light === "amber" ? Theme.amber
                            : rule.modelData.light === "red" ? Theme.red : Theme.inkSoft
                    }
                    Label {
                        Layout.fillWidth: true
                        text: rule.modelData.words
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        Card {
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.review.hasLine

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
        PhotoField {
            width: parent.width
            visible: root.review.photos.count > 0
            photos: root.review.photos
            canAdd: false
        }
        Card {
            width: parent.width
            spacing: Theme.gap
            visible: root.review.facts.length > 0

            Repeater {
                model: root.review.facts

                RowLayout {
                    id: fact
                    required property var modelData
                    width: parent.width

                    Caption {
                        Layout.preferredWidth: 112 * Theme.textScale
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
            visible: !returning.visible && root.review.currentKind !== "conflict"

            Button {
                objectName: "approve"
                text: root.review.approveWord
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
            text: qsTr("J next · K previous · A approve · R return · Space photos · X mark · Z undo")
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    PhotoViewer {
        id: viewer
        photos: root.review.photos
    }
}
