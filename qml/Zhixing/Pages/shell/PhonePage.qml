import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* A phone's page: header with the state of sync, content beneath. */
FocusScope {
    id: root
    required property App app
    required property string title
    property string subtitle: ""
    property bool canGoBack: false
    default property alias content: body.data
    signal back
    signal pageAsked(string page)
    signal taskOpened(string key)
    signal recordOpened(string page, string key)

    implicitWidth: 390
    implicitHeight: 700

    PageHeader {
        id: header
        // On a laptop a page begins as low as its neighbours do.
        y: Theme.touch ? 0 : Theme.gapHuge
        width: root.width
        title: root.title
        subtitle: root.subtitle
        canGoBack: root.canGoBack
        backWord: qsTr("Back")
        onBack: root.back()

        IconButton {
            objectName: "searchButton"
            visible: !root.canGoBack && Theme.touch
            glyph: "search"
            text: qsTr("Search")
            onClicked: root.pageAsked("search")
        }
        SyncPill {
            objectName: "syncPill"
            // On a laptop it stands on the rail.
            visible: Theme.touch
            leading: Theme.large
            light: root.app.sync.light
            state1: root.app.sync.state
            state2: root.app.sync.agreement
            onClicked: root.pageAsked("me")
        }
    }
    Item {
        id: body
        y: header.y + header.height
        width: root.width
        height: root.height - y
    }
}
