import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The targets as a tree: parts beneath their whole, and whether they add up to it. */
DataTable {
    id: root
    required property Targets targets
    /* Whom a target may be given: `{value, label}` each. */
    required property var people

    objectName: "targetsTable"
    model: root.targets.rows
    edit: root.targets.mayEdit ? (key, field, text) => root.targets.edit(key, field, text) : null
    whenEmpty: EmptyState {
        glyph: "agree"
        title: qsTr("No targets yet")
        explanation: qsTr("Write down what this campaign must reach, then break it down by market, channel, product, user or time.")
    }
    columns: [
        TableColumn {
            title: qsTr("Target")
            role: "name"
            field: "name"
            editRole: "plainName"
            width: 180
            stretch: 2
        },
        TableColumn {
            title: qsTr("Metric")
            role: "metric"
            field: "metric"
            width: 120
            soft: true
            from: 960
        },
        TableColumn {
            title: qsTr("Value")
            role: "target"
            field: "target"
            editRole: "plainTarget"
            form: TableColumn.Form.Figure
            width: 96
        },
        TableColumn {
            title: qsTr("Unit")
            role: "unit"
            field: "unit"
            width: 72
            soft: true
        },
        TableColumn {
            title: qsTr("Share")
            role: "share"
            form: TableColumn.Form.Figure
            width: 72
        },
        TableColumn {
            title: qsTr("Owner")
            role: "owner"
            field: "owner"
            editRole: "ownerKey"
            choices: root.people
            width: 92
        },
        TableColumn {
            title: qsTr("Due")
            role: "due"
            field: "due_on"
            width: 108
        },
        TableColumn {
            title: qsTr("Check")
            role: "check"
            lightRole: "light"
            form: TableColumn.Form.Light
            width: 150
        }
    ]
}
