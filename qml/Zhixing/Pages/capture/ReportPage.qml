pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The daily report (F7), filled in from the day's records as far as they tell it. */
FormPage {
    id: root
    readonly property ReportForm form: root.app.reportForm

    title: qsTr("Daily report")
    subtitle: root.form.dayWords
    asking: root.form.hasDraft
    saveWord: root.form.isFiled ? qsTr("File again") : qsTr("File")
    canSave: root.form.canSave
    hint: qsTr("Write at least one line.")
    onSaved: if (root.form.save()) root.back()
    Component.onCompleted: root.form.open()

    Onlooker {
        model: root.form
        looks: root.visible
    }
    DraftOffer {
        width: parent.width
        visible: root.form.hasDraft
        name: root.form.draftName
        time: root.form.draftTime
        beginning: root.form.draftText
        onContinued: root.form.continueDraft()
        onDropped: root.form.dropDraft()
    }
    component Count: FormField {
        id: count
        property string name: ""
        property string text: ""
        signal typed(string text)

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        TextField {
            Layout.fillWidth: true
            objectName: count.name
            text: count.text
            fault: count.fault
            placeholderText: "–"
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            Accessible.name: count.label
            onTextEdited: count.typed(text)
        }
    }

    Caption {
        width: parent.width
        visible: !root.form.hasDraft && root.form.filledIn > 0
        text: qsTr("Filled in from %n task(s) of today; change what does not fit.", "", root.form.filledIn)
        wrapMode: Text.Wrap
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("Done today")

        TextArea {
            Layout.fillWidth: true
            objectName: "done"
            linesMin: 3
            placeholderText: qsTr("One action a line")
            text: root.form.done
            onTextChanged: root.form.done = text
        }
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("Not done, and why")

        TextArea {
            Layout.fillWidth: true
            objectName: "notDone"
            linesMin: 3
            placeholderText: qsTr("Nothing is open")
            text: root.form.notDone
            onTextChanged: root.form.notDone = text
        }
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("Help needed from others")

        TextArea {
            Layout.fillWidth: true
            objectName: "help"
            linesMin: 2
            placeholderText: qsTr("Whom or what you need, and by when")
            text: root.form.help
            onTextChanged: root.form.help = text
        }
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("Next")

        TextArea {
            Layout.fillWidth: true
            objectName: "next"
            linesMin: 2
            placeholderText: qsTr("What comes first tomorrow")
            text: root.form.next
            onTextChanged: root.form.next = text
        }
    }
    Heading {
        width: parent.width
        visible: !root.form.hasDraft
        text: qsTr("The day in figures")
    }
    GridLayout {
        width: parent.width
        visible: !root.form.hasDraft
        columns: Theme.large ? 1 : 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Count {
            name: "participants"
            label: qsTr("Participants")
            text: root.form.participants
            fault: root.form.participantsFault
            onTyped: text => root.form.participants = text
        }
        Count {
            name: "leads"
            label: qsTr("Leads")
            text: root.form.leads
            fault: root.form.leadsFault
            onTyped: text => root.form.leads = text
        }
        Count {
            name: "orders"
            label: qsTr("Orders")
            text: root.form.orders
            fault: root.form.ordersFault
            onTyped: text => root.form.orders = text
        }
    }
    GridLayout {
        width: parent.width
        visible: !root.form.hasDraft
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Count {
            name: "revenue"
            label: qsTr("Revenue (yuan)")
            text: root.form.revenue
            fault: root.form.revenueFault
            onTyped: text => root.form.revenue = text
        }
        Count {
            name: "cost"
            label: qsTr("Cost (yuan)")
            text: root.form.cost
            fault: root.form.costFault
            onTyped: text => root.form.cost = text
        }
    }
    Caption {
        width: parent.width
        objectName: "reckoned"
        visible: !root.form.hasDraft && text !== ""
        text: root.form.reckoned
        wrapMode: Text.Wrap
    }
}
