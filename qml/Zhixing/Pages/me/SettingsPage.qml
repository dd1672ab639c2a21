import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The laptop's settings. */
FocusScope {
    id: root
    required property App app

    Scroll {
        anchors.fill: parent
        widthMax: 720
        spacing: Theme.gapHuge

        LaptopTitle {
            width: parent.width
            title: qsTr("Settings")
            subtitle: qsTr("They belong to this device and take effect at once.")
        }
        SettingsCard {
            width: parent.width
            app: root.app
        }
        StorageCard {
            width: parent.width
            storage: root.app.storage
        }
        Card {
            width: parent.width
            spacing: Theme.gapSmall

            Label {
                text: qsTr("%1 · %2").arg(root.app.account.name).arg(root.app.account.role)
                font.weight: Theme.strong
            }
            Label {
                text: qsTr("%1 · %2").arg(root.app.account.organisation).arg(root.app.account.site)
                color: Theme.inkSoft
            }
            Caption {
                text: qsTr("Zhixing %1").arg(root.app.version)
            }
        }
    }
}
