import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* SectionName in its states. */
Column {
    spacing: Theme.gap

    SectionName { section: "任务 · 3" }
}
