pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Pages

/* What is saved here and not yet decided at headquarters, oldest first. */
PhonePage {
    id: root
    title: qsTr("Outbox")
    canGoBack: true

    OutboxList {
        anchors.fill: parent
        rows: root.app.sync.outbox
    }
}
