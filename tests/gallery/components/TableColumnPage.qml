import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* TableColumn in its states. */
Column {
    spacing: Theme.gap

    DataTable {
        width: parent.width
        height: 200
        hasTotal: true
        currentKey: "b"
        model: ListModel {
            ListElement { key: "a"; name: "场地租赁"; amount: "8,000"; light: "green"; word: "正常"; share: 0.5; waiting: 0.2; warns: false }
            ListElement { key: "b"; name: "渠道推广：一行写不下的时候会换行"; amount: "12,000"; light: "red"; word: "超支"; share: 0.8; waiting: 0.4; warns: true }
        }
        columns: [
            TableColumn { title: "预算科目"; role: "name"; width: 140; stretch: 1; total: "合计" },
            TableColumn { title: "金额（元）"; role: "amount"; form: TableColumn.Form.Figure; width: 90; warnRole: "warns"; total: "20,000" },
            TableColumn { title: "灯"; role: "word"; lightRole: "light"; form: TableColumn.Form.Light; width: 90 },
            TableColumn { title: "已用"; role: "share"; secondRole: "waiting"; form: TableColumn.Form.Meter; width: 120 }
        ]
    }
}
