import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The same figures region by region; the last row equals the cards. */
DataTable {
    id: root
    required property Overview overview
    readonly property list<string> totals: root.overview.totalWords

    objectName: "regionTable"
    model: root.overview.regions
    hasTotal: true
    columns: [
        TableColumn {
            title: qsTr("Region")
            role: "name"
            width: 100
            stretch: 1
            total: qsTr("Total")
        },
        TableColumn {
            title: qsTr("Budget")
            role: "budget"
            form: TableColumn.Form.Figure
            width: 92
            total: root.totals[0] ?? ""
        },
        TableColumn {
            title: qsTr("Spent")
            role: "spent"
            form: TableColumn.Form.Figure
            width: 80
            total: root.totals[1] ?? ""
        },
        TableColumn {
            title: qsTr("Committed")
            role: "committed"
            form: TableColumn.Form.Figure
            width: 84
            total: root.totals[2] ?? ""
        },
        TableColumn {
            title: qsTr("Left")
            role: "left"
            form: TableColumn.Form.Figure
            width: 96
            total: root.totals[3] ?? ""
        },
        TableColumn {
            title: qsTr("Return")
            role: "ratio"
            form: TableColumn.Form.Figure
            width: 60
            total: root.totals[4] ?? ""
        },
        TableColumn {
            title: qsTr("Light")
            role: "lightWord"
            lightRole: "light"
            form: TableColumn.Form.Light
            width: 116
        },
        TableColumn {
            title: qsTr("Sites agreed")
            role: "heard"
            form: TableColumn.Form.Figure
            width: 88
        }
    ]
}
