import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The laptop's search: Ctrl+K or a slash from anywhere. */
FocusScope {
    id: root
    required property App app
    signal campaignOpened(string key)
    signal closed

    onVisibleChanged: if (visible) panel.begin()
    Component.onCompleted: if (visible) panel.begin()

    LaptopTitle {
        id: title
        x: Theme.gapPage
        y: Theme.gapPage
        width: Math.min(root.width, 960) - 2 * x
        title: qsTr("Search")
        subtitle: qsTr("Everything on this device. Ctrl+K or / opens this page, the arrows choose, Return opens.")
    }
    SearchPanel {
        id: panel
        y: title.y + title.height + Theme.gapLarge
        width: Math.min(root.width, 960)
        height: root.height - y
        focus: true
        search: root.app.search
        onOpened: (type, key) => {
            if (type === "campaign") root.campaignOpened(key);
            else sheet.show(type, key);
        }
        onClosed: root.closed()
    }
    RecordSheet {
        id: sheet
        app: root.app
        canOpenCampaign: true
        onCampaignAsked: key => root.campaignOpened(key)
    }
}
