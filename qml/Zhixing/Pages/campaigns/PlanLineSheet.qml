pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A task's state and days, changed with the thumb: by a day with every press, and what waits for it is pushed along. */
Sheet {
    id: root
    required property Plan plan
    property string key: ""
    property string status: ""
    property int first: 0
    property int last: 0
    signal opening(string key)

    function show(key: string, title: string, status: string, first: int, last: int): void {
        root.key = key;
        root.title = title;
        root.status = status;
        root.first = first > 0 ? first : root.plan.today;
        root.last = last > 0 ? Math.max(last, root.first) : root.first;
        root.open();
    }
    function stateWords(): list<string> {
        const words = [];
        for (const state of root.plan.states) words.push(state.label);
        return words;
    }
    function stateIndex(): int {
        for (let i = 0; i < root.plan.states.length; ++i) {
            if (root.plan.states[i].value === root.status) return i;
        }
        return -1;
    }
    function save(): void {
        const row = root.plan.rows.find(root.key);
        if (root.status !== root.plan.rows.value(row, "status")) root.plan.edit(root.key, "status", root.status);
        if (root.first !== root.plan.rows.value(row, "startDay") || root.last !== root.plan.rows.value(row, "dueDay")) root.plan.move(root.key, root.first, root.last);
        root.close();
    }

    component DayStepper: FormField {
        id: stepper
        required property string words
        property string earlierWord: ""
        property string laterWord: ""
        property string name: ""
        signal stepped(int by)

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapSmall

            IconButton {
                objectName: stepper.name + "Earlier"
                glyph: "minus"
                text: stepper.earlierWord
                autoRepeat: true
                onClicked: stepper.stepped(-1)
            }
            Label {
                Layout.fillWidth: true
                objectName: stepper.name + "Day"
                text: stepper.words
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.lead
                wrapMode: Text.Wrap
            }
            IconButton {
                objectName: stepper.name + "Later"
                glyph: "plus"
                text: stepper.laterWord
                autoRepeat: true
                onClicked: stepper.stepped(1)
            }
        }
    }

    objectName: "planLineSheet"

    FormField {
        width: parent.width
        visible: root.plan.mayEdit
        label: qsTr("State")

        Chips {
            Layout.fillWidth: true
            objectName: "planLineStates"
            words: root.stateWords()
            current: root.stateIndex()
            onChosen: index => root.status = root.plan.states[index].value
        }
    }
    DayStepper {
        width: parent.width
        visible: root.plan.mayEdit
        name: "begin"
        label: qsTr("Begins")
        earlierWord: qsTr("Begin a day earlier")
        laterWord: qsTr("Begin a day later")
        words: root.plan.dayWords(root.first)
        onStepped: by => {
            root.first += by;
            root.last = Math.max(root.last, root.first);
        }
    }
    DayStepper {
        width: parent.width
        visible: root.plan.mayEdit
        name: "end"
        label: qsTr("Ends")
        earlierWord: qsTr("End a day earlier")
        laterWord: qsTr("End a day later")
        words: root.plan.dayWords(root.last)
        onStepped: by => {
            root.last += by;
            root.first = Math.min(root.first, root.last);
        }
    }
    Caption {
        width: parent.width
        visible: root.plan.mayEdit
        text: qsTr("What waits for this task is moved along where it must be.")
        wrapMode: Text.Wrap
    }
    Button {
        width: parent.width
        objectName: "savePlanLine"
        visible: root.plan.mayEdit
        text: qsTr("Save")
        onClicked: root.save()
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            objectName: "openPlanLine"
            quiet: true
            text: qsTr("Open the task")
            onClicked: {
                root.close();
                root.opening(root.key);
            }
        }
        Button {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Close")
            onClicked: root.close()
        }
    }
}
