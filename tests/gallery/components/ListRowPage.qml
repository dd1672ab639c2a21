import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* ListRow in its states. */
Column {
    spacing: Theme.gap

    ListRow { width: parent.width; title: "今日任务"; subtitle: "今天 18:00 前"; glyph: "tasks"; value: "3" }
    ListRow { width: parent.width; title: "选中的一行"; selected: true }
    ListRow { width: parent.width; title: "<b>海</b>报"; styled: true; subtitle: "设计社群裂变<b>海</b>报" }
    ListRow { width: parent.width; title: "右侧带状态"; subtitle: "逾期 1 天"; subtitleColor: Theme.red; chevron: false; Light { light: "red"; word: "逾期" } }
    ListRow { width: parent.width; enabled: false; glyph: "state-done"; glyphColor: Theme.green; title: "已全部完成"; chevron: false; separator: false }
}
