import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* SearchField in its states. */
Column {
    spacing: Theme.gap

    SearchField { width: 320; clearWord: "清除"; placeholderText: "搜索任务、支出、反馈" }
    SearchField { width: 320; clearWord: "清除"; text: "hd" }
}
