pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What is to be done today, with the next step of each. */
Column {
    id: root
    required property App app
    readonly property Today today: root.app.today
    signal pageAsked(string page)
    signal taskOpened(string key)

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
