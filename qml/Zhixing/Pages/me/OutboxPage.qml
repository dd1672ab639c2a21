pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Pages

/* Where everything is that was recorded on this phone. */
PhonePage {
    id: root
    title: qsTr("Outbox")
    canGoBack: true

    OutboxList {
        anchors.fill: parent
        outbox: root.app.outbox
    }
}
