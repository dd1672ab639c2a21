import QtQuick
import Zhixing.Controls
import Zhixing.Pages

/* The strategy execution table (F1), in its own columns. */
DataTable {
    objectName: "planTable"
    whenEmpty: EmptyState {
        glyph: "tasks"
        title: qsTr("The plan is empty")
        explanation: qsTr("Actions of this campaign are listed here with their standard, owner and time.")
    }
    columns: [
        TableColumn {
            title: qsTr("Module")
            role: "module"
            width: 104
        },
        TableColumn {
            title: qsTr("Core action")
            role: "title"
            width: 136
            stretch: 2
        },
        TableColumn {
            title: qsTr("Content and standard")
            role: "standard"
            width: 150
            stretch: 3
            soft: true
            from: 760
        },
        TableColumn {
            title: qsTr("Department · person")
            role: "who"
            width: 140
        },
        TableColumn {
            title: qsTr("Start")
            role: "start"
            width: 104
        },
        TableColumn {
            title: qsTr("End")
            role: "due"
            width: 104
        },
        TableColumn {
            title: qsTr("State")
            role: "statusWord"
            lightRole: "status"
            form: TableColumn.Form.State
            width: 116
        }
    ]
}
