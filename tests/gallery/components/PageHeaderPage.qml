import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* PageHeader in its states. */
Column {
    spacing: Theme.gap

    PageHeader { width: 390; title: "10月16日"; subtitle: "星期四 · 上海徐汇店"; backWord: "返回"; SyncPill { light: "amber"; state1: "离线 · 6 条待发"; state2: "08:32 与总部一致" } }
    PageHeader { width: 390; title: "任务"; canGoBack: true; backWord: "返回" }
}
