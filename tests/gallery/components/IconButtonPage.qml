import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* IconButton in its states. */
Column {
    spacing: Theme.gap

    IconButton { glyph: "search"; text: "搜索" }
    IconButton { glyph: "trash"; text: "删除"; tint: Theme.red }
    IconButton { glyph: "plus"; text: "放大"; enabled: false }
}
