pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What was recorded today, and the ways to what was recorded before. */
Column {
    id: root
    required property App app
    readonly property Today today: root.app.today
    signal pageAsked(string page)

    spacing: Theme.gapSmall

    Onlooker {
        model: root.app.attendance
        looks: root.visible
    }
    Onlooker {
        model: root.app.feedbacks
        looks: root.visible
    }
    Onlooker {
        model: root.app.incidents
        looks: root.visible
    }

    Heading {
        text: qsTr("Recorded today")
    }
    Card {
        width: parent.width

        GridLayout {
            width: parent.width
            columns: Theme.large ? 1 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapSmall

            Figure {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                label: root.app.settings.inWan ? qsTr("Spend") : qsTr("Spend (yuan)")
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
            value: root.today.retrospectiveIsHeld ? qsTr("held") : ""
            separator: false
            onClicked: root.pageAsked("retrospective")
        }
    }
}
