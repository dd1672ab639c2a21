import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Light in its states. */
Column {
    spacing: Theme.gap

    Light { light: "green"; word: "正常" }
    Light { light: "amber"; word: "接近上限" }
    Light { light: "red"; word: "超支" }
    Light { light: "none"; word: "暂无数据" }
    Light { light: "green"; word: "完整"; plain: true }
}
