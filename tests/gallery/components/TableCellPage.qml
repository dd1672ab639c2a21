import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* TableCell in its states. */
Column {
    spacing: Theme.gap

    TableCell { width: 160; words: "场地租赁"; column: TableColumn { title: ""; role: "" } }
    TableCell { width: 160; words: "12,000"; warns: true; column: TableColumn { title: ""; role: ""; form: TableColumn.Form.Figure } }
    TableCell { width: 160; words: "正常"; light: "green"; column: TableColumn { title: ""; role: ""; form: TableColumn.Form.Light } }
    TableCell { width: 160; words: "进行中"; light: "in_progress"; column: TableColumn { title: ""; role: ""; form: TableColumn.Form.State } }
    TableCell { width: 160; words: ""; first: 0.5; second: 0.3; column: TableColumn { title: ""; role: ""; form: TableColumn.Form.Meter } }
}
