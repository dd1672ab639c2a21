import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The phone's storage, in figures. */
PhonePage {
    id: root
    title: qsTr("Storage")
    canGoBack: true

    Scroll {
        anchors.fill: parent
        topMargin: -Theme.gap

        StorageCard {
            width: parent.width
            storage: root.app.storage
        }
    }
}
