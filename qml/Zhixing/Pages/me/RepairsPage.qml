import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* What was repaired on this phone. */
PhonePage {
    id: root
    title: qsTr("Repairs")
    canGoBack: true

    Scroll {
        anchors.fill: parent
        padding: Theme.gapPage
        topMargin: -Theme.gap

        RepairList {
            width: parent.width
            repairs: root.app.repairs
        }
    }
}
