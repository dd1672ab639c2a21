import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* GanttNames in its states. */
Column {
    spacing: Theme.gap

    GanttNames {
        width: 300
        height: 110
        rowHeight: 36
        currentRow: 1
        model: ListModel {
            ListElement { key: "a"; title: "物料采购与制作"; who: "吴磊"; status: "done"; late: false; milestone: false }
            ListElement { key: "b"; title: "场地布置与设备调试"; who: "王芳"; status: "in_progress"; late: true; milestone: false }
            ListElement { key: "c"; title: "活动开幕"; who: "张伟"; status: "not_started"; late: false; milestone: true }
        }
    }
}
