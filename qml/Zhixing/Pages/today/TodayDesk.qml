import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* At a desk: whether this computer equals headquarters, and what waits for a decision. */
Column {
    id: root
    required property App app
    signal pageAsked(string page)
    spacing: Theme.gapSmall

    Onlooker {
        model: root.app.overview
        looks: root.visible
    }
    Onlooker {
        model: root.app.review
        looks: root.visible
    }

    Heading {
        width: parent.width
        text: qsTr("Waiting for you")
    }
    Card {
        width: parent.width
        padding: 0

        ListRow {
            width: parent.width
            objectName: "deskSync"
            glyph: root.app.sync.link !== "connected" ? "offline" : root.app.sync.agreed ? "agree" : "online"
            glyphColor: root.app.sync.light === "green" ? Theme.green : root.app.sync.light === "red" ? Theme.red : Theme.amber
            title: root.app.sync.headline
            subtitle: root.app.sync.explanation
            onClicked: root.pageAsked("sync")
        }
        ListRow {
            width: parent.width
            objectName: "deskReview"
            glyph: "review"
            title: qsTr("Review")
            subtitle: root.app.review.count > 0 ? root.app.review.summary : qsTr("Nothing waits for your decision")
            value: root.app.review.count > 0 ? root.app.review.count : ""
            onClicked: root.pageAsked("review")
        }
        ListRow {
            width: parent.width
            objectName: "deskConflicts"
            glyph: "conflict"
            glyphColor: root.app.conflicts.count > 0 ? Theme.amber : Theme.inkSoft
            title: qsTr("Conflicts")
            subtitle: root.app.conflicts.count > 0 ? qsTr("Two people wrote different things") : qsTr("Nobody disagrees")
            value: root.app.conflicts.count > 0 ? root.app.conflicts.count : ""
            onClicked: root.pageAsked("conflicts")
        }
        ListRow {
            width: parent.width
            objectName: "deskAlerts"
            glyph: "board"
            glyphColor: root.app.overview.alerts.count > 0 ? Theme.red : Theme.inkSoft
            title: qsTr("Alerts")
            subtitle: root.app.overview.alerts.count > 0 ? qsTr("The worst first, on the overview") : qsTr("No open alerts on this device.")
            value: root.app.overview.alerts.count > 0 ? root.app.overview.alerts.count : ""
            separator: false
            onClicked: root.pageAsked("overview")
        }
    }
}
