import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The phone's search. */
PhonePage {
    id: root
    title: qsTr("Search")
    canGoBack: true
    onActiveFocusChanged: if (activeFocus) panel.begin()

    SearchPanel {
        id: panel
        anchors.fill: parent
        focus: true
        search: root.app.search
        canOpen: (type, campaign) => type === "task" || type === "spend"
        onOpened: (type, key, campaign) => {
            if (type === "task") root.taskOpened(key);
            else root.pageAsked("spends");
        }
        onClosed: root.back()
    }
}
