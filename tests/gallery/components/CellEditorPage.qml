import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* CellEditor in its states. */
Column {
    spacing: Theme.gap

    CellEditor { width: 240; Component.onCompleted: start("场地租赁", "") }
    CellEditor { width: 240; fault: "金额写成 1200 或 1.2万"; Component.onCompleted: start("一千二", "") }
    Item { width: 1; height: 40 }
    CellEditor {
        width: 240
        choices: [{ value: "a", label: "张伟" }, { value: "b", label: "王芳" }, { value: "c", label: "吴磊" }]
        Component.onCompleted: start("b", "")
    }
    Item { width: 1; height: 110 }
}
