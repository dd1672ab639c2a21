pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Pages

/* What headquarters could not take: correct it and send it again, or let it go. */
PhonePage {
    id: root
    title: qsTr("Needs you")
    canGoBack: true

    TrayList {
        anchors.fill: parent
        app: root.app
        onPageAsked: page => root.pageAsked(page)
    }
}
