import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* GanttHeader in its states. */
Column {
    spacing: Theme.gap

    GanttHeader { width: parent.width; firstDay: 20370; scrollX: 0; dayWidth: 28; today: 20377 }
    GanttHeader { width: parent.width; firstDay: 20370; scrollX: 40; dayWidth: 8; today: 20377 }
}
