pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Whether this computer equals headquarters, what waits, what was refused, and what two people decided differently. */
FocusScope {
    id: root
    required property App app
    signal pageAsked(string page)

    Scroll {
        anchors.fill: parent
        widthMax: 1160
        spacing: Theme.gapHuge

        LaptopTitle {
            width: parent.width
            title: qsTr("Sync")
            subtitle: root.app.sync.server === "" ? "" : qsTr("Between this device and headquarters at %1").arg(root.app.sync.server)
        }
        RowLayout {
            width: parent.width
            spacing: Theme.gapHuge

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapHuge

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Heading {
                        text: qsTr("This device")
                    }
                    AgreementCard {
                        Layout.fillWidth: true
                        app: root.app
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Heading {
                        text: qsTr("Needs you")
                    }
                    Card {
                        Layout.fillWidth: true
                        padding: root.app.sync.needsYou > 0 ? Theme.gap : 0

                        TrayList {
                            width: parent.width
                            height: Math.min(implicitHeight, 480)
                            app: root.app
                            onPageAsked: page => root.pageAsked(page)
                        }
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Heading {
                        text: qsTr("Repairs")
                    }
                    RepairList {
                        Layout.fillWidth: true
                        repairs: root.app.repairs
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapHuge

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Heading {
                        text: qsTr("Conflicts")
                    }
                    ConflictList {
                        Layout.fillWidth: true
                        conflicts: root.app.conflicts
                        history: root.app.history
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall

                    Heading {
                        text: qsTr("Outbox")
                    }
                    Card {
                        Layout.fillWidth: true
                        padding: 0

                        OutboxList {
                            width: parent.width
                            height: Math.min(implicitHeight, 420)
                            outbox: root.app.outbox
                        }
                    }
                }
            }
        }
    }
}
