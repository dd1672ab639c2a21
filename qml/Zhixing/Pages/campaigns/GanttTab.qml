import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The plan as a Gantt chart: against days off, today, and the plan as it was frozen. */
GanttPane {
    id: root
    required property Plan plan

    objectName: "gantt"
    model: root.plan.rows
    firstDay: root.plan.firstDay
    lastDay: root.plan.lastDay
    today: root.plan.today
    holidays: root.plan.holidays
    workdays: root.plan.workdays
    editable: root.plan.mayEdit
    whenEmpty: EmptyState {
        glyph: "calendar"
        title: qsTr("Nothing to show on a calendar")
        explanation: qsTr("Tasks of the plan appear here as bars as soon as there are any.")
    }
    onMoved: (key, startDay, endDay) => root.plan.move(key, startDay, endDay)
}
