import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* TextField in its states. */
Column {
    spacing: Theme.gap

    TextField { width: 320; placeholderText: "用途" }
    TextField { width: 320; text: "签到台鲜花" }
    TextField { width: 320; text: "十月"; fault: "x" }
}
