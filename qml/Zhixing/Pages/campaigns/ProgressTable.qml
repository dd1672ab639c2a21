import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The event's progress table (F5), in its own columns and its own three words for how far a task is. */
DataTable {
    id: root
    required property Plan plan

    objectName: "progressTable"
    model: root.plan.rows
    edit: root.plan.mayEdit ? (key, field, text) => root.plan.edit(key, field, text) : null
    whenEmpty: EmptyState {
        glyph: "tasks"
        title: qsTr("The plan is empty")
        explanation: qsTr("Actions of this campaign are listed here with their standard, owner and time.")
    }
    columns: [
        TableColumn {
            title: qsTr("Phase")
            role: "phase"
            field: "phase"
            width: 96
        },
        TableColumn {
            title: qsTr("Time")
            role: "span"
            width: 160
        },
        TableColumn {
            title: qsTr("Task")
            role: "title"
            field: "title"
            width: 132
            stretch: 2
        },
        TableColumn {
            title: qsTr("Site")
            role: "site"
            width: 104
            from: 860
        },
        TableColumn {
            title: qsTr("Person in charge")
            role: "who"
            field: "owner"
            editRole: "ownerKey"
            choices: root.plan.people
            width: 124
        },
        TableColumn {
            title: qsTr("Completion")
            role: "form5"
            lightRole: "form5Light"
            field: "status"
            editRole: "status"
            choices: root.plan.states
            form: TableColumn.Form.Light
            width: 148
        },
        TableColumn {
            title: qsTr("Remark")
            role: "remark"
            field: "remark"
            width: 116
            stretch: 1
            soft: true
            from: 760
        }
    ]
}
