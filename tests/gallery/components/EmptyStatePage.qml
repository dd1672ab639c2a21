import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* EmptyState in its states. */
Column {
    spacing: Theme.gap

    EmptyState { width: parent.width; glyph: "tasks"; title: "今天没有任务"; explanation: "今天到期或已逾期的任务会出现在这里。"; action: "全部任务" }
    EmptyState { width: parent.width; glyph: "outbox"; title: "已全部发送" }
}
