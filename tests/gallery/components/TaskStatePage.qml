import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* TaskState in its states. */
Column {
    spacing: Theme.gap

    TaskState { status: "not_started"; word: "未开始" }
    TaskState { status: "in_progress"; word: "进行中" }
    TaskState { status: "done"; word: "已完成" }
    TaskState { status: "cancelled"; word: "已取消" }
}
