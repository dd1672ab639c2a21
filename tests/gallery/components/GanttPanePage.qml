import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* GanttPane in its states. */
Column {
    spacing: Theme.gap

    GanttPane {
        width: parent.width
        height: 240
        model: ListModel {
            function value(row: int, role: string): string { return get(row)[role]; }
            ListElement { key: "a"; title: "物料采购与制作"; who: "吴磊"; status: "done"; late: false; milestone: false }
            ListElement { key: "b"; title: "场地布置与设备调试"; who: "王芳"; status: "in_progress"; late: true; milestone: false }
            ListElement { key: "c"; title: "活动开幕"; who: "张伟"; status: "not_started"; late: false; milestone: true }
        }
        firstDay: 20370
        lastDay: 20390
        today: 20377
    }
}
