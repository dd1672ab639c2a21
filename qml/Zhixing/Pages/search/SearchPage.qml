import QtQuick
import Zhixing.Pages

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
        onOpened: (type, key) => {
            if (type === "task") root.taskOpened(key);
            else if (type === "incident" || type === "feedback") root.recordOpened(type, key);
            else sheet.show(type, key);
        }
        onClosed: root.back()
    }
    RecordSheet {
        id: sheet
        app: root.app
    }
}
