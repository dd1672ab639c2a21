import QtQuick
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The window: sets the appearance and holds the shell. */
Window {
    id: root
    required property App app
    property string startPage: ""

    title: qsTr("Zhixing")
    visible: true
    width: 390
    height: 844
    minimumWidth: 360
    minimumHeight: 560
    color: Theme.paper

    Binding {
        target: Theme
        property: "dark"
        value: root.app.settings.theme === "dark" || (root.app.settings.theme === "system" && root.app.systemIsDark)
    }
    Binding {
        target: Theme
        property: "touch"
        value: root.width < Theme.wideFrom
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textScale
    }
    Shell {
        id: shell
        objectName: "shell"
        anchors.fill: parent
        app: root.app
        focus: true
        Component.onCompleted: if (root.startPage !== "") shell.show(root.startPage)
    }
}
