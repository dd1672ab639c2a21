pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What I spent, and what became of it. */
PhonePage {
    id: root

    title: qsTr("My spends")
    canGoBack: true

    Onlooker {
        model: root.app.spends
        looks: root.visible
    }
    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: root.app.spends.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: spend
            required property string key
            required property string amount
            required property string line
            required property string day
            required property string note
            required property string light
            required property string stateWord
            required property string reason
            required property string step
            width: list.width
            indent: Theme.gapPage
            title: qsTr("￥%1 · %2").arg(spend.amount).arg(spend.line)
            readonly property string words: spend.reason !== "" ? spend.reason : spend.note
            subtitle: spend.words === "" ? spend.day : spend.day + " · " + spend.words
            subtitleColor: spend.reason !== "" ? Theme.red : Theme.inkSoft
            chevron: spend.step !== ""
            objectName: "spend-" + spend.step
            onClicked: {
                if (spend.step === "correct") {
                    root.app.spendForm.reopen(spend.key);
                    root.pageAsked("spend");
                } else if (spend.step === "reverse") {
                    reversal.show(spend.key, spend.title);
                }
            }

            Light {
                light: spend.light
                word: spend.stateWord
            }
        }
    }
    EmptyState {
        y: 40
        width: parent.width
        visible: list.count === 0
        glyph: "spend"
        title: qsTr("No spends yet")
        explanation: qsTr("Record one with the plus button; it is saved here at once, with or without a network.")
    }
    Sheet {
        id: reversal
        property string key: ""
        property string what: ""

        function show(key: string, what: string): void {
            reversal.key = key;
            reversal.what = what;
            why.text = "";
            reversal.open();
            why.forceActiveFocus();
        }

        title: qsTr("Take back %1?").arg(reversal.what)

        Label {
            width: parent.width
            text: qsTr("What was approved is never altered. Its opposite is recorded and goes to your manager; then record the spend as it should have been.")
            color: Theme.inkSoft
            wrapMode: Text.Wrap
        }
        TextField {
            id: why
            width: parent.width
            objectName: "reversalReason"
            placeholderText: qsTr("Why?")
        }
        Button {
            width: parent.width
            objectName: "reverse"
            text: qsTr("Take it back")
            enabled: why.text.trim() !== ""
            onClicked: {
                root.app.spendForm.reverse(reversal.key, why.text);
                reversal.close();
            }
        }
        Button {
            width: parent.width
            quiet: true
            text: qsTr("Leave it")
            onClicked: reversal.close()
        }
    }
}
