import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Button in its states. */
Column {
    spacing: Theme.gap

    Button { text: "保存" }
    Button { text: "保存"; enabled: false }
    Button { text: "全部任务"; quiet: true }
    Button { text: "突发事件"; quiet: true; glyph: "incident" }
    Button { text: "丢弃"; danger: true }
    Button { text: "通过"; keyHint: "A" }
    Button { width: 160; text: "超过预算科目，仍要保存这笔支出" }
}
