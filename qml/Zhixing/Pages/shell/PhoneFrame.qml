pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The phone: four places and the capture button below; whatever is opened from them lies on top, with a way back. */
Frame {
    id: root
    current: "today"

    readonly property list<string> tabs: ["today", "tasks", "board", "me"]
    /* On a laptop these have their own places on the rail. */
    readonly property list<string> elsewhere: ["overview", "campaigns", "budget", "voices", "board", "review", "search", "sync",
        "me", "outbox", "tray", "repairs", "conflicts", "settings"]

    /* Views of one page. */
    readonly property list<string> planningViews: ["planning", "planningTargets", "planningBudget", "planningRaci"]

    function show(page: string): void {
        const nearest = {
            "sync": "me",
            "settings": "me",
            "campaigns": "planning",
            "gantt": "planning",
            "targets": "planningTargets",
            "raci": "planningRaci",
            "overview": "board",
            "budget": "board",
            "voices": "board",
            "lateTasks": "tasks",
            "voicesOpen": "feedbacks",
            "review": "today"
        };
        if (page === "lateTasks") root.app.tasks.filter = "late";
        if (page === "voicesOpen") root.app.feedbacks.filter = "waiting";
        if (!Theme.touch && root.elsewhere.includes(page)) {
            root.leftFor(page);
            return;
        }
        const name = nearest[page] ?? page;
        capture.close();
        if (name === "capture") {
            capture.open();
        } else if (root.tabs.includes(name)) {
            root.current = name;
            stack.clear(T.StackView.Immediate);
            root.push(name);
        } else {
            root.push(name);
        }
    }
    function push(page: string) {
        const files = {
            "today": "../today/TodayPage.qml",
            "tasks": "../tasks/TasksPage.qml",
            "board": "../board/BoardPage.qml",
            "me": "../me/MePage.qml",
            "task": "../tasks/TaskPage.qml",
            "spend": "../capture/SpendPage.qml",
            "feedback": "../capture/FeedbackPage.qml",
            "report": "../capture/ReportPage.qml",
            "planning": "../campaigns/PlanningPage.qml",
            "planningTargets": "../campaigns/PlanningPage.qml",
            "planningBudget": "../campaigns/PlanningPage.qml",
            "planningRaci": "../campaigns/PlanningPage.qml",
            "search": "../search/SearchPage.qml",
            "spends": "../capture/SpendsPage.qml",
            "attendance": "../capture/AttendancePage.qml",
            "incident": "../capture/IncidentPage.qml",
            "incidents": "../capture/IncidentsPage.qml",
            "incidentDetail": "../capture/IncidentDetailPage.qml",
            "retrospective": "../capture/RetrospectivePage.qml",
            "feedbacks": "../capture/FeedbacksPage.qml",
            "feedbackDetail": "../capture/FeedbackDetailPage.qml",
            "outbox": "../me/OutboxPage.qml",
            "tray": "../me/TrayPage.qml",
            "conflicts": "../me/ConflictsPage.qml",
            "repairs": "../me/RepairsPage.qml",
            "storage": "../me/StoragePage.qml"
        };
        if (files[page] === undefined) return;
        const view = root.planningViews.indexOf(page);
        const item = stack.push(Qt.resolvedUrl(files[page]), view < 0 ? { app: root.app } : { app: root.app, view: view }, T.StackView.Immediate) as PhonePage;
        item.back.connect(root.back);
        item.pageAsked.connect(root.show);
        item.taskOpened.connect(root.openTask);
        item.recordOpened.connect(root.openRecord);
        item.forceActiveFocus();
    }
    function back() {
        if (stack.depth > 1) stack.pop(T.StackView.Immediate);
    }
    function openTask(key: string) {
        root.app.task.open(key);
        root.push("task");
    }

    function openRecord(type: string, key: string) {
        if (type === "incident") root.app.incident.open(key);
        if (type === "feedback") root.app.feedback.open(key);
        root.push(type + "Detail");
    }

    Component.onCompleted: root.push(root.current)

    T.StackView {
        id: stack
        width: root.width
        height: root.height - (bar.visible ? bar.height : 0)
        focus: true
        Keys.onBackPressed: event => {
            event.accepted = stack.depth > 1;
            root.back();
        }
        Keys.onEscapePressed: root.back()
    }
    BottomBar {
        id: bar
        y: root.height - height
        width: root.width
        // On a laptop the rail stands in its place.
        visible: stack.depth <= 1 && Theme.touch
        current: root.current
        captureWord: qsTr("Record")
        items: [
            NavigationItem {
                name: "today"
                glyph: "today"
                word: qsTr("Today")
            },
            NavigationItem {
                name: "tasks"
                glyph: "tasks"
                word: qsTr("Tasks")
            },
            NavigationItem {
                name: "board"
                glyph: "board"
                word: qsTr("Board")
            },
            NavigationItem {
                name: "me"
                glyph: "me"
                word: qsTr("Me")
                needsYou: root.app.sync.needsYou + root.app.conflicts.count > 0
            }
        ]
        onChosen: name => root.show(name)
        onCapture: capture.open()
    }
    CaptureSheet {
        id: capture
        onChosen: page => root.show(page)
    }
}
