import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* The laptop: places on a rail, one page beside it, the state of sync at the rail's foot. */
Frame {
    id: root
    property string tab: "plan"
    /* What people do on site, shown as on the phone. */
    readonly property list<string> onSite: ["today", "tasks", "task", "capture", "spend", "spends", "feedback", "feedbacks",
        "feedbackDetail", "report", "attendance", "incident", "incidents", "incidentDetail", "retrospective", "lateTasks", "voicesOpen"]
    current: "campaigns"

    function show(page: string): void {
        const nearest = {
            "board": "overview",
            "me": "sync",
            "outbox": "sync",
            "tray": "sync",
            "repairs": "sync",
            "conflicts": "sync"
        };
        if (root.onSite.includes(page)) {
            root.current = "today";
            (desk.item as Frame)?.show(page);
            return;
        }
        const views = { "planning": "plan", "planningTargets": "targets", "planningBudget": "budget", "planningRaci": "raci" };
        const tab = views[page] ?? page;
        const isTab = campaigns.tabNames.includes(tab);
        root.tab = isTab ? tab : "plan";
        root.current = isTab ? "campaigns" : nearest[page] ?? page;
    }
    function openCampaign(key: string): void {
        // What nobody looked at may be old: seen first, it is read again.
        root.show("campaigns");
        root.app.campaigns.currentIndex = root.app.campaigns.rows.find(key);
    }

    // The rail shows how much waits, whichever page is open.
    Onlooker {
        model: root.app.review
        looks: root.visible
    }
    Shortcut {
        sequences: ["Ctrl+K", "/"]
        onActivated: root.show("search")
    }
    Rail {
        id: rail
        height: root.height
        current: root.current
        organisation: root.app.account.organisation
        person: qsTr("%1 · %2").arg(root.app.account.name).arg(root.app.account.role)
        items: [
            NavigationItem {
                name: "today"
                glyph: "today"
                word: qsTr("Today")
            },
            NavigationItem {
                name: "overview"
                glyph: "board"
                word: qsTr("Overview")
            },
            NavigationItem {
                name: "campaigns"
                glyph: "campaign"
                word: qsTr("Campaigns")
            },
            NavigationItem {
                name: "review"
                glyph: "review"
                word: qsTr("Review")
                count: root.app.review.count
            },
            NavigationItem {
                name: "search"
                glyph: "search"
                word: qsTr("Search")
            },
            NavigationItem {
                name: "sync"
                glyph: "sync"
                word: qsTr("Sync")
                count: root.app.sync.needsYou + root.app.conflicts.count
                needsYou: true
            },
            NavigationItem {
                name: "settings"
                glyph: "settings"
                word: qsTr("Settings")
            }
        ]
        onChosen: name => root.show(name)

        SyncPill {
            Layout.fillWidth: true
            objectName: "syncPill"
            leading: true
            light: root.app.sync.light
            state1: root.app.sync.state
            state2: root.app.sync.agreement
            onClicked: root.show("sync")
        }
    }
    Item {
        x: rail.width
        width: root.width - rail.width
        height: root.height

        // What people do on site, as on the phone.
        WhenSeen {
            id: desk
            anchors.fill: parent
            visible: root.current === "today"
            focus: visible
            app: root.app
            file: "PhoneFrame.qml"
            onLoaded: (item as Frame).leftFor.connect(root.show)
        }
        WhenSeen {
            anchors.fill: parent
            visible: root.current === "overview"
            focus: visible
            app: root.app
            file: "../overview/OverviewPage.qml"
        }
        CampaignsPage {
            id: campaigns
            anchors.fill: parent
            visible: root.current === "campaigns"
            focus: visible
            app: root.app
            tab: root.tab
            onTabAsked: name => root.tab = name
        }
        WhenSeen {
            anchors.fill: parent
            visible: root.current === "review"
            focus: visible
            app: root.app
            file: "../review/ReviewPage.qml"
            onVisibleChanged: if (visible) forceActiveFocus()
        }
        WhenSeen {
            anchors.fill: parent
            visible: root.current === "search"
            focus: visible
            app: root.app
            file: "../search/SearchView.qml"
            onLoaded: {
                const view = item as SearchView;
                view.closed.connect(() => root.show("campaigns"));
                view.campaignOpened.connect(root.openCampaign);
            }
        }
        WhenSeen {
            anchors.fill: parent
            visible: root.current === "sync"
            focus: visible
            app: root.app
            file: "../sync/SyncPage.qml"
            onLoaded: (item as SyncPage).pageAsked.connect(root.show)
        }
        WhenSeen {
            anchors.fill: parent
            visible: root.current === "settings"
            focus: visible
            app: root.app
            file: "../me/SettingsPage.qml"
        }
    }
}
