import QtQuick
import Zhixing.Controls
import Zhixing.Pages

/* The event's progress table (F5), in its own columns. */
DataTable {
    objectName: "planTable"
    whenEmpty: EmptyState {
        glyph: "tasks"
        title: qsTr("The plan is empty")
        explanation: qsTr("Actions of this campaign are listed here with their standard, owner and time.")
    }
    columns: [
        TableColumn {
            title: qsTr("Phase")
            role: "phase"
            width: 88
        },
        TableColumn {
            title: qsTr("Time")
            role: "span"
            width: 160
        },
        TableColumn {
            title: qsTr("Task")
            role: "title"
            width: 132
            stretch: 2
        },
        TableColumn {
            title: qsTr("Site")
            role: "site"
            width: 104
        },
        TableColumn {
            title: qsTr("Person in charge")
            role: "who"
            width: 124
        },
        TableColumn {
            title: qsTr("State")
            role: "statusWord"
            lightRole: "status"
            form: TableColumn.Form.State
            width: 104
        },
        TableColumn {
            title: qsTr("Remark")
            role: "remark"
            width: 116
            stretch: 1
            soft: true
            from: 760
        }
    ]
}
