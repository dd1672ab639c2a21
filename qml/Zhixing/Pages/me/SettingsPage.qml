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
        widthMax: 1160
        spacing: Theme.gapHuge

        LaptopTitle {
            width: parent.width
            title: qsTr("Settings")
            subtitle: qsTr("They belong to this device and take effect at once.")
        }
        Grid {
            id: halves
            readonly property real half: halves.columns === 1 ? halves.width : (halves.width - halves.columnSpacing) / 2
            width: parent.width
            columns: width >= 800 * Theme.textScale ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gapHuge

            Column {
                width: halves.half
                spacing: Theme.gapSmall

                Heading {
                    width: parent.width
                    text: qsTr("Display")
                }
                SettingsCard {
                    width: parent.width
                    app: root.app
                }
                Heading {
                    width: parent.width
                    topPadding: Theme.gapLarge
                    text: qsTr("Account")
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
            Column {
                width: halves.half
                spacing: Theme.gapSmall

                Heading {
                    width: parent.width
                    text: qsTr("Storage")
                }
                StorageCard {
                    width: parent.width
                    storage: root.app.storage
                }
            }
        }
    }
}
