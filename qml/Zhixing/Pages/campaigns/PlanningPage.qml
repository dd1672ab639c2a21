pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A campaign's plan on the phone: its tasks with their bars, its targets, its budget, who answers for what. Nothing is wider
   than the screen; tables become lists. */
PhonePage {
    id: root
    property int view: 0
    readonly property Campaigns campaigns: root.app.campaigns
    readonly property Plan plan: root.app.plan

    canGoBack: true
    title: root.campaigns.name === "" ? qsTr("Plan") : root.campaigns.name
    subtitle: root.campaigns.summary

    Onlooker {
        model: root.campaigns
        looks: root.visible
    }
    Onlooker {
        model: root.plan
        looks: root.visible
    }
    Onlooker {
        model: root.app.targets
        looks: root.visible
    }
    Onlooker {
        model: root.app.budget
        looks: root.visible
    }
    Onlooker {
        model: root.app.raci
        looks: root.visible
    }
    Segments {
        id: views
        objectName: "planningViews"
        x: Theme.gapPage
        width: root.width - 2 * x
        words: [qsTr("Plan"), qsTr("Targets"), qsTr("Budget"), qsTr("RACI")]
        current: root.view
        onChosen: index => root.view = index
    }
    Caption {
        id: standing
        x: Theme.gapPage
        y: views.height + Theme.gapSmall
        width: root.width - 2 * x - exportButton.width - Theme.gapSmall
        height: Math.max(exportButton.height, implicitHeight)
        verticalAlignment: Text.AlignVCenter
        text: root.view === 0 ? root.planWords() : root.view === 1 ? root.app.targets.standing : root.view === 2 ? root.app.budget.contingency : root.app.raci.standing
        wrapMode: Text.Wrap
    }
    Button {
        id: exportButton
        objectName: "export"
        x: root.width - width - Theme.gapPage
        y: standing.y + (standing.height - height) / 2
        quiet: true
        font.pixelSize: Theme.body
        text: qsTr("Export")
        onClicked: exporting.show(["plan", "targets", "budget", "raci"][root.view], views.words[root.view])
    }
    Item {
        id: place
        y: standing.y + standing.height + Theme.gapSmall
        width: root.width
        height: parent.height - y

        Caption {
            id: span
            x: Theme.gapPage
            width: Theme.large ? parent.width - 2 * x : implicitWidth
            visible: root.view === 0 && planList.count > 0
            text: Theme.large ? root.plan.dayWords(root.plan.firstDay) + " – " + root.plan.dayWords(root.plan.lastDay) : root.plan.dayWords(root.plan.firstDay)
            wrapMode: Text.Wrap
        }
        Caption {
            x: parent.width - Theme.gapPage - width
            visible: span.visible && !Theme.large
            text: root.plan.dayWords(root.plan.lastDay)
        }
        ListView {
            id: planList
            objectName: "planList"
            y: span.implicitHeight + Theme.gapTiny
            width: parent.width
            height: parent.height - y
            visible: root.view === 0
            clip: true
            model: root.plan.rows
            boundsBehavior: Flickable.StopAtBounds
            delegate: PlanLine {
                id: line
                width: planList.width
                firstDay: root.plan.firstDay
                lastDay: root.plan.lastDay
                today: root.plan.today
                objectName: "planLine" + line.number
                onClicked: sheet.show(line.key, line.title, line.status, line.first, line.last)
            }
        }
        EmptyState {
            y: 40
            width: parent.width
            visible: root.view === 0 && planList.count === 0
            glyph: "tasks"
            title: qsTr("The plan is empty")
            explanation: qsTr("Actions of this campaign are listed here with their standard, owner and time.")
        }
        PlanningTargets {
            anchors.fill: parent
            visible: root.view === 1
            targets: root.app.targets
        }
        Scroll {
            anchors.fill: parent
            visible: root.view === 2
            padding: Theme.gapPage

            BudgetLines {
                width: parent.width
                budget: root.app.budget
                detailed: true
            }
            EmptyState {
                width: parent.width
                visible: root.app.budget.lines.count === 0
                glyph: "budget"
                title: qsTr("No budget lines")
                explanation: qsTr("Lines of this campaign's budget are listed here with what is left of each.")
            }
        }
        PlanningPeople {
            anchors.fill: parent
            visible: root.view === 3
            raci: root.app.raci
        }
    }
    PlanLineSheet {
        id: sheet
        plan: root.plan
        onOpening: key => root.taskOpened(key)
    }
    ExportSheet {
        id: exporting
        exporter: root.app.exporter
    }

    function planWords(): string {
        const done = qsTr("%1 tasks done · %2").arg(root.campaigns.progressWords).arg(root.campaigns.lateWords);
        return root.plan.standing === "" ? done : qsTr("%1 · %2").arg(done).arg(root.plan.standing);
    }
}
