import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The budget (F2, F4): each line with what is approved, waiting and left, and the totals row that equals them. */
DataTable {
    id: root
    required property Budget budget

    objectName: "budgetTable"
    model: root.budget.lines
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
            width: 52
            total: qsTr("Total")
        },
        TableColumn {
            title: qsTr("Budget item")
            role: "category"
            width: 116
        },
        TableColumn {
            title: qsTr("Details")
            role: "item"
            width: 120
            stretch: 2
            soft: true
        },
        TableColumn {
            title: qsTr("Budget")
            role: "budget"
            form: TableColumn.Form.Figure
            width: 100
            total: root.budget.total
        },
        TableColumn {
            title: qsTr("Approved")
            role: "approved"
            form: TableColumn.Form.Figure
            width: 100
            total: root.budget.approved
        },
        TableColumn {
            title: qsTr("Waiting")
            role: "pending"
            form: TableColumn.Form.Figure
            width: 92
            total: root.budget.pending
        },
        TableColumn {
            title: qsTr("Left")
            role: "remaining"
            form: TableColumn.Form.Figure
            width: 100
            total: root.budget.remaining
        },
        TableColumn {
            title: qsTr("Used")
            role: "approvedShare"
            secondRole: "pendingShare"
            form: TableColumn.Form.Meter
            width: 108
            from: 1040
        },
        TableColumn {
            title: qsTr("Owner")
            role: "owner"
            width: 84
        },
        TableColumn {
            title: qsTr("Remark")
            role: "remark"
            width: 110
            stretch: 1
            soft: true
            from: 800
        }
    ]
}
