import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Switch in its states. */
Column {
    spacing: Theme.gap

    Switch { text: "离线工作" }
    Switch { text: "离线工作"; checked: true }
}
