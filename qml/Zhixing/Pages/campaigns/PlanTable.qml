import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The strategy execution table (F1), in its own columns, changed in place by whoever may. */
DataTable {
    id: root
    required property Plan plan

    objectName: "planTable"
    model: root.plan.rows
    edit: root.plan.mayEdit ? (key, field, text) => root.plan.edit(key, field, text) : null
    whenEmpty: EmptyState {
        glyph: "tasks"
        title: qsTr("The plan is empty")
        explanation: qsTr("Actions of this campaign are listed here with their standard, owner and time.")
    }
    columns: [
        TableColumn {
            title: qsTr("No.")
            role: "number"
            form: TableColumn.Form.Figure
            width: 44
        },
        TableColumn {
            title: qsTr("Module")
            role: "module"
            field: "module"
            width: 84
            from: 760
            // An event is planned by phases (its progress table has them); modules belong to the other campaigns.
            shown: root.plan.hasModules
        },
        TableColumn {
            title: qsTr("Core action")
            role: "title"
            field: "title"
            width: 136
            stretch: 2
        },
        TableColumn {
            title: qsTr("Content and standard")
            role: "standard"
            field: "content_standard"
            width: 140
            stretch: 3
            soft: true
            from: 760
        },
        TableColumn {
            title: qsTr("Department · person")
            role: "who"
            field: "owner"
            editRole: "ownerKey"
            choices: root.plan.people
            width: 128
        },
        TableColumn {
            title: qsTr("Start")
            role: "startWords"
            field: "start_date"
            editRole: "start"
            warnRole: "clash"
            width: 84
        },
        TableColumn {
            title: qsTr("End")
            role: "dueWords"
            field: "due_date"
            editRole: "due"
            warnRole: "late"
            width: 84
        },
        TableColumn {
            title: qsTr("Waits for")
            role: "afterWords"
            field: "after"
            width: 72
            from: 880
        },
        TableColumn {
            title: qsTr("State")
            role: "statusWord"
            lightRole: "status"
            field: "status"
            editRole: "status"
            choices: root.plan.states
            form: TableColumn.Form.State
            width: 104
        }
    ]
}
