pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* All tasks of my sites: open, late, done, by campaign. */
PhonePage {
    id: root
    readonly property Tasks tasks: root.app.tasks
    readonly property list<string> filters: ["open", "late", "done"]

    title: qsTr("Tasks")

    Onlooker {
        model: root.tasks
        looks: root.visible
    }

    Segments {
        id: segments
        objectName: "taskFilter"
        x: Theme.gapPage
        width: root.width - 2 * x
        words: [qsTr("Open %1").arg(root.tasks.openCount), qsTr("Late %1").arg(root.tasks.lateCount),
            qsTr("Done %1").arg(root.tasks.doneCount)]
        current: root.filters.indexOf(root.tasks.filter)
        onChosen: index => root.tasks.filter = root.filters[index]
    }
    SectionedList {
        id: list
        objectName: "taskList"
        y: segments.height
        width: parent.width
        height: parent.height - y
        model: root.tasks.rows
        section.property: "campaignName"

        delegate: TaskRow {
            width: list.width
            indent: Theme.gapPage
            glyphGround: Theme.paper
            onOpened: key => root.taskOpened(key)
            onStepped: (key, step) => root.tasks.step(key, step)
        }
    }
    EmptyState {
        y: list.y + 40
        width: parent.width
        visible: list.count === 0
        glyph: "tasks"
        title: root.tasks.filter === "late" ? qsTr("Nothing is late") : root.tasks.filter === "done" ? qsTr("Nothing done yet")
            : qsTr("No open tasks")
        explanation: root.tasks.filter === "late" ? qsTr("Every open task is within its time.")
            : root.tasks.filter === "done" ? qsTr("Tasks you finish are kept here.")
            : qsTr("New tasks from headquarters appear here by themselves.")
    }
}
