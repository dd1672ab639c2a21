import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* SectionedList in its states. */
Column {
    spacing: Theme.gap

    SectionedList {
        width: parent.width
        height: 200
        section.property: "part"
        model: ListModel {
            ListElement { part: "任务"; name: "场地布置与设备调试" }
            ListElement { part: "任务"; name: "现场签到与引导" }
            ListElement { part: "支出"; name: "签到台鲜花" }
        }
        delegate: ListRow {
            required property string name
            width: ListView.view.width
            title: name
        }
    }
}
