import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The budget (F2, F4): each line with what is approved, waiting and left, and the totals row that equals them. */
DataTable {
    id: root
    required property Budget budget
    /* Whom a line may be given: `{value, label}` each. */
    required property var people

    objectName: "budgetTable"
    model: root.budget.lines
    edit: root.budget.mayEdit ? (key, field, text) => root.budget.edit(key, field, text) : null
    hasTotal: root.budget.lines.count > 0
    whenEmpty: EmptyState {
        glyph: "budget"
        title: qsTr("No budget lines")
        explanation: qsTr("Lines of this campaign's budget are listed here with what is left of each.")
    }
    columns: [
        TableColumn {
            title: qsTr("No.")
            role: "number"
            width: 56
            total: qsTr("Total")
        },
        TableColumn {
            title: qsTr("Budget item")
            role: "category"
            field: "category"
            editRole: "categoryKey"
            choices: root.budget.categories
            width: 100
        },
        TableColumn {
            title: qsTr("Details")
            role: "item"
            field: "item"
            width: 100
            stretch: 2
            soft: true
        },
        TableColumn {
            title: qsTr("Budget")
            role: "budget"
            field: "amount"
            editRole: "plainBudget"
            form: TableColumn.Form.Figure
            width: 104
            total: root.budget.total
        },
        TableColumn {
            title: qsTr("Frozen")
            role: "frozen"
            form: TableColumn.Form.Figure
            width: 84
            total: root.budget.frozen
            from: root.budget.isFrozen ? 900 : 100000
        },
        TableColumn {
            title: qsTr("Change")
            role: "variance"
            form: TableColumn.Form.Figure
            width: 76
            total: root.budget.variance
            from: root.budget.isFrozen ? 780 : 100000
        },
        TableColumn {
            title: qsTr("Approved")
            role: "approved"
            form: TableColumn.Form.Figure
            width: 104
            total: root.budget.approved
        },
        TableColumn {
            title: qsTr("Waiting")
            role: "pending"
            form: TableColumn.Form.Figure
            width: 80
            total: root.budget.pending
        },
        TableColumn {
            title: qsTr("Left")
            role: "remaining"
            form: TableColumn.Form.Figure
            width: 84
            total: root.budget.remaining
        },
        TableColumn {
            title: qsTr("Share")
            role: "share"
            form: TableColumn.Form.Figure
            width: 66
        },
        TableColumn {
            title: qsTr("Quantity × price")
            role: "price"
            field: "price"
            width: 88
            from: 1000
        },
        TableColumn {
            title: qsTr("Check")
            role: "check"
            lightRole: "checkLight"
            form: TableColumn.Form.Light
            width: 104
            from: 860
        },
        TableColumn {
            title: qsTr("Owner")
            role: "owner"
            field: "owner"
            editRole: "ownerKey"
            choices: root.people
            width: 64
        },
        TableColumn {
            title: qsTr("Remark")
            role: "remark"
            field: "remark"
            width: 110
            stretch: 1
            soft: true
            from: 1080
        }
    ]
}
