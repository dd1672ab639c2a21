import QtQuick
import Zhixing.Controls
import Zhixing.Pages

/* What people on site said (F6), newest first. */
DataTable {
    objectName: "feedbackTable"
    whenEmpty: EmptyState {
        glyph: "feedback"
        title: qsTr("No feedback yet")
        explanation: qsTr("What the sites record during this campaign appears here within seconds.")
    }
    columns: [
        TableColumn {
            title: qsTr("When")
            role: "when"
            width: 120
        },
        TableColumn {
            title: qsTr("Site")
            role: "site"
            width: 130
        },
        TableColumn {
            title: qsTr("Kind")
            role: "kind"
            width: 96
        },
        TableColumn {
            title: qsTr("Rating")
            role: "rating"
            form: TableColumn.Form.Figure
            width: 72
        },
        TableColumn {
            title: qsTr("What was said")
            role: "words"
            width: 240
            stretch: 1
        },
        TableColumn {
            title: qsTr("Recorded by")
            role: "who"
            width: 110
            soft: true
        }
    ]
}
