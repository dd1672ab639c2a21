import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Figure in its states. */
Column {
    spacing: Theme.gap

    Figure { label: "预算剩余（元）"; figure: "40,373.50"; size: Theme.display }
    Figure { label: "反馈"; figure: "12"; unit: "条" }
    Figure { label: "逾期"; figure: "2"; tone: Theme.red }
    Figure { width: 90; label: "名称长得要换行的数字"; figure: "7" }
}
