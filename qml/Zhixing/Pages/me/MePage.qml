pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* Who I am here, whether this phone agrees with headquarters, what still waits, and how I like it. */
PhonePage {
    id: root
    title: root.app.account.name
    subtitle: qsTr("%1 · %2").arg(root.app.account.role).arg(root.app.account.site)

    Scroll {
        anchors.fill: parent
        padding: Theme.gapPage
        topMargin: -Theme.gap

        AgreementCard {
            width: parent.width
            app: root.app
        }
        Card {
            width: parent.width
            padding: 0

            ListRow {
                width: parent.width
                objectName: "outboxRow"
                glyph: "outbox"
                title: qsTr("Outbox")
                subtitle: root.app.outbox.amount !== "" ? qsTr("Saved on this phone, not yet at headquarters · %1").arg(root.app.outbox.amount) : qsTr("Everything was sent")
                value: root.app.sync.waiting
                onClicked: root.pageAsked("outbox")
            }
            ListRow {
                width: parent.width
                objectName: "trayRow"
                glyph: "tray"
                glyphColor: root.app.sync.needsYou > 0 ? Theme.red : Theme.inkSoft
                title: qsTr("Needs you")
                subtitle: root.app.sync.needsYou > 0 ? qsTr("Headquarters could not take these") : qsTr("Nothing was refused")
                subtitleColor: root.app.sync.needsYou > 0 ? Theme.red : Theme.inkSoft
                value: root.app.sync.needsYou
                onClicked: root.pageAsked("tray")
            }
            ListRow {
                width: parent.width
                objectName: "repairsRow"
                glyph: "agree"
                title: qsTr("Repairs")
                subtitle: root.app.repairs.latest === "" ? qsTr("Nothing had to be repaired") : root.app.repairs.latest
                value: root.app.repairs.rows.count > 0 ? root.app.repairs.rows.count : ""
                onClicked: root.pageAsked("repairs")
            }
            ListRow {
                width: parent.width
                objectName: "conflictsRow"
                glyph: "conflict"
                glyphColor: root.app.conflicts.count > 0 ? Theme.amber : Theme.inkSoft
                title: qsTr("Conflicts")
                subtitle: root.app.conflicts.count > 0 ? qsTr("Two people wrote different things") : qsTr("Nobody disagrees")
                value: root.app.conflicts.count
                onClicked: root.pageAsked("conflicts")
            }
            ListRow {
                width: parent.width
                glyph: "spend"
                title: qsTr("My spends")
                subtitle: qsTr("Waiting, approved and returned")
                onClicked: root.pageAsked("spends")
            }
            ListRow {
                width: parent.width
                objectName: "storageRow"
                glyph: "storage"
                title: qsTr("Storage")
                subtitle: root.app.storage.unsentCount > 0 ? qsTr("%n photo(s) not yet at headquarters", "", root.app.storage.unsentCount) : qsTr("Every photo is at headquarters")
                separator: false
                onClicked: root.pageAsked("storage")
            }
        }
        SettingsCard {
            width: parent.width
            app: root.app
        }
        Caption {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1 · Zhixing %2").arg(root.app.account.organisation).arg(root.app.version)
            wrapMode: Text.Wrap
        }
    }
}
