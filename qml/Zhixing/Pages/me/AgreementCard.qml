import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Whether this device equals headquarters, in a sentence, with the switch that turns sending off. */
Card {
    id: root
    required property App app
    spacing: Theme.gap

    RowLayout {
        width: parent.width
        spacing: Theme.gap

        Icon {
            implicitWidth: 32
            implicitHeight: 32
            name: root.app.sync.link === "connected" ? (root.app.sync.agreed ? "agree" : "online") : "offline"
            color: root.app.sync.light === "green" ? Theme.green : root.app.sync.light === "red" ? Theme.red : Theme.amber
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: root.app.sync.headline
                font.pixelSize: Theme.lead
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Caption {
                Layout.fillWidth: true
                text: root.app.sync.explanation
                wrapMode: Text.Wrap
            }
        }
    }
    Button {
        objectName: "compareNow"
        width: Theme.touch ? parent.width : implicitWidth
        quiet: true
        glyph: "sync"
        text: root.app.sync.link === "connected" ? qsTr("Compare now") : qsTr("Try now")
        onClicked: root.app.outbox.tryNow()
    }
    Hairline {
        width: parent.width
    }
    RowLayout {
        width: parent.width

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                text: qsTr("Work offline")
                font.pixelSize: Theme.touch ? Theme.lead : Theme.body
            }
            Caption {
                Layout.fillWidth: true
                text: qsTr("Nothing is sent until you turn this off again")
                wrapMode: Text.Wrap
            }
        }
        Switch {
            objectName: "offlineSwitch"
            text: qsTr("Work offline")
            checked: root.app.sync.link === "off"
            onToggled: root.app.sync.setOnline(!checked)
        }
    }
}
