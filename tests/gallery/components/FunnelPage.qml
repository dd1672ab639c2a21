import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* Funnel in its states. */
Column {
    spacing: Theme.gap

    Funnel {
        width: parent.width
        model: ListModel {
            ListElement { name: "到场"; count: "328"; share: 1; rate: "" }
            ListElement { name: "留资"; count: "126"; share: 0.38; rate: "38%" }
            ListElement { name: "成交"; count: "50"; share: 0.15; rate: "40%" }
        }
    }
}
