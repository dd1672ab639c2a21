import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Segments in its states. */
Column {
    spacing: Theme.gap

    Segments { width: implicitWidth; words: ["执行表", "甘特图", "预算表"]; current: 1 }
    Segments { width: 200; words: ["执行表", "甘特图", "目标拆解", "预算表", "用户反馈"]; current: 3 }
}
