pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* What two people changed differently, to be decided on the phone. */
PhonePage {
    id: root
    title: qsTr("Conflicts")
    canGoBack: true

    Scroll {
        anchors.fill: parent
        padding: Theme.gapPage
        topMargin: -Theme.gap

        ConflictList {
            width: parent.width
            conflicts: root.app.conflicts
            history: root.app.history
        }
    }
}
