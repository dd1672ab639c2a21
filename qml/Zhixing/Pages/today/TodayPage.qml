pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The day at a glance: what is still missing, what is to be done, what has been recorded. */
PhonePage {
    id: root
    readonly property Today today: root.app.today

    title: root.today.date
    subtitle: qsTr("%1 · %2").arg(root.today.weekday).arg(root.app.account.site)

    Scroll {
        anchors.fill: parent
        topMargin: -Theme.gap
        widthMax: 640

        Row {
            visible: !Theme.touch
            spacing: Theme.gap

            Button {
                objectName: "record"
                glyph: "plus"
                text: qsTr("Record")
                onClicked: root.pageAsked("capture")
            }
            Button {
                objectName: "allTasks"
                quiet: true
                text: qsTr("All tasks")
                onClicked: root.pageAsked("tasks")
            }
        }
        Card {
            width: parent.width
            objectName: "arrival"
            visible: root.app.account.arriving
            spacing: Theme.gapSmall

            Label {
                width: parent.width
                text: root.app.account.arrivalTitle
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Meter {
                width: parent.width
                visible: root.app.account.arrived > 0
                approved: root.app.account.arrived
                pending: 0
                Accessible.role: Accessible.ProgressBar
                Accessible.name: root.app.account.arrivalWords
            }
            Caption {
                width: parent.width
                text: root.app.account.arrivalWords
                wrapMode: Text.Wrap
            }
        }
        Card {
            width: parent.width
            visible: root.today.occasion !== ""
            spacing: Theme.gap

            ColumnLayout {
                width: parent.width
                spacing: 0

                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.today.occasionDay
                    color: Theme.accent
                }
                Label {
                    Layout.fillWidth: true
                    text: root.today.occasion
                    font.pixelSize: Theme.lead
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
            }
            RowLayout {
                width: parent.width
                visible: root.today.isEvent
                spacing: Theme.gap

                Button {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "quickIncident"
                    quiet: true
                    glyph: "incident"
                    text: qsTr("Incident")
                    onClicked: root.pageAsked("incident")
                }
                Button {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    objectName: "quickFeedback"
                    quiet: true
                    glyph: "feedback"
                    text: qsTr("Feedback", "a button: record some")
                    onClicked: root.pageAsked("feedback")
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Heading {
                text: qsTr("Still missing today")
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    model: root.today.missing

                    ListRow {
                        required property string key
                        required property string words
                        required property string help
                        required property string drawing
                        required property string page
                        required property bool urgent
                        required property int index
                        width: parent.width
                        objectName: "missing-" + key
                        glyph: drawing
                        glyphColor: urgent ? Theme.red : Theme.accent
                        title: words
                        subtitle: help
                        separator: index < root.today.missing.count - 1
                        onClicked: root.pageAsked(page)
                    }
                }
                ListRow {
                    width: parent.width
                    visible: root.today.missing.count === 0
                    enabled: false
                    glyph: "state-done"
                    glyphColor: Theme.green
                    title: qsTr("Nothing is missing")
                    subtitle: qsTr("Report filed, nothing returned.")
                    chevron: false
                    separator: false
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            RowLayout {
                width: parent.width

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Tasks for today")
                }
                Caption {
                    text: qsTr("%n task(s)", "", root.today.tasks.count)
                }
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    model: root.today.tasks

                    TaskRow {
                        required property int index
                        width: parent.width
                        separator: index < root.today.tasks.count - 1
                        onOpened: key => root.taskOpened(key)
                        onStepped: (key, step) => root.app.tasks.step(key, step)
                    }
                }
                EmptyState {
                    width: parent.width
                    visible: root.today.tasks.count === 0
                    glyph: "tasks"
                    title: qsTr("No tasks for today")
                    explanation: qsTr("What is due today or late appears here.")
                    action: qsTr("All tasks")
                    onActed: root.pageAsked("tasks")
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Heading {
                text: qsTr("Recorded today")
            }
            Card {
                width: parent.width

                RowLayout {
                    width: parent.width
                    spacing: Theme.gap

                    Figure {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 2
                        label: qsTr("Spend (yuan)")
                        figure: root.today.spent
                    }
                    Figure {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Feedback")
                        figure: root.today.feedbackCount
                    }
                    Figure {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        label: qsTr("Tasks done")
                        figure: root.today.doneCount
                    }
                }
            }
            Card {
                width: parent.width
                padding: 0

                ListRow {
                    width: parent.width
                    objectName: "openAttendance"
                    glyph: "place"
                    title: qsTr("Who is on duty")
                    value: root.app.attendance.headline
                    onClicked: root.pageAsked("attendance")
                }
                ListRow {
                    width: parent.width
                    objectName: "openFeedbacks"
                    glyph: "feedback"
                    title: qsTr("Feedback and replies")
                    value: root.app.feedbacks.waitingCount > 0 ? qsTr("%n to answer", "", root.app.feedbacks.waitingCount) : ""
                    onClicked: root.pageAsked("feedbacks")
                }
                ListRow {
                    width: parent.width
                    objectName: "openIncidents"
                    glyph: "incident"
                    title: qsTr("Incidents")
                    value: root.app.incidents.openCount > 0 ? qsTr("%n not solved", "", root.app.incidents.openCount) : ""
                    separator: root.today.isEvent
                    onClicked: root.pageAsked("incidents")
                }
                ListRow {
                    width: parent.width
                    objectName: "openRetrospective"
                    visible: root.today.isEvent
                    glyph: "clock"
                    title: qsTr("Retrospective at 21:00")
                    value: root.app.retrospective.isHeld ? qsTr("held") : ""
                    separator: false
                    onClicked: root.pageAsked("retrospective")
                }
            }
        }
    }
}
