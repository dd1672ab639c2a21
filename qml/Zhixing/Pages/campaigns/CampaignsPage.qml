pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The campaigns on the left, the chosen one beside: its figures, its plan and its budget. */
FocusScope {
    id: root
    required property App app
    property string tab: "plan"
    signal tabAsked(string name)

    readonly property Campaigns campaigns: root.app.campaigns
    readonly property Budget budget: root.app.budget
    readonly property Plan plan: root.app.plan
    readonly property Targets targets: root.app.targets
    readonly property Raci raci: root.app.raci
    /* Whose latest change can be taken back here. */
    readonly property var edited: root.isPlan ? root.plan : root.tab === "targets" ? root.targets : root.tab === "budget" ? root.budget : root.tab === "raci" ? root.raci : null
    readonly property bool isPlan: root.tab === "plan" || root.tab === "gantt" || root.tab === "progress"
    readonly property string standing: root.isPlan ? root.plan.standing : root.tab === "targets" ? root.targets.standing : root.tab === "raci" ? root.raci.standing : ""
    readonly property color standingColor: root.isPlan && root.plan.clashCount > 0 || root.tab === "targets" && root.targets.faultCount > 0
        || root.tab === "raci" && root.raci.gapCount > 0 ? Theme.red : Theme.inkSoft
    readonly property list<string> tabNames: ["plan", "gantt", "targets", "budget", "progress", "raci", "voices"]

    /* Where there is no room for both, the campaigns and the chosen one take turns. */
    readonly property bool narrow: root.width < 1000 * Theme.textScale
    property bool choosing: false

    /* The dates and the amounts as they are now, for later ones to be compared with. */
    function freeze(): void {
        root.plan.freeze();
        root.budget.freeze();
    }
    /* The keyboard goes to what has come into sight, unless it is choosing among the tabs. */
    function enter(item: Item): void {
        if (item.visible && root.visible && !tabs.activeFocus) item.forceActiveFocus();
    }

    Onlooker {
        model: root.campaigns
        looks: root.visible
    }
    Onlooker {
        model: root.plan
        looks: root.visible
    }
    Onlooker {
        model: root.targets
        looks: root.visible
    }
    Onlooker {
        model: root.budget
        looks: root.visible
    }
    Onlooker {
        model: root.raci
        looks: root.visible
    }
    Heading {
        id: heading
        x: Theme.gapHuge
        y: Theme.gapLarge
        height: Math.max(44, implicitHeight)
        visible: list.visible
        text: qsTr("Campaigns")
    }
    IconButton {
        objectName: "newCampaign"
        x: list.width - width - Theme.gapSmall
        y: heading.y + (heading.height - height) / 2
        visible: list.visible && root.app.templates.mayPlan
        glyph: "plus"
        text: qsTr("Plan a campaign")
        onClicked: sheet.open()
    }
    ExportSheet {
        id: exporting
        exporter: root.app.exporter
        onDrawingAsked: file => root.app.exporter.drawn(file, gantt.writeTo(file, root.campaigns.name, root.campaigns.summary))
    }
    TemplateSheet {
        id: sheet
        objectName: "templateSheet"
        templates: root.app.templates
    }
    ListView {
        id: list
        objectName: "campaignList"
        y: Theme.gapHuge + heading.height
        width: root.narrow ? parent.width : 240
        visible: !root.narrow || root.choosing
        height: parent.height - y
        clip: true
        model: root.campaigns.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: campaign
            required property string key
            required property string name
            required property string dates
            required property string stateWord
            required property int index
            x: Theme.gapSmall
            width: list.width - 2 * Theme.gapSmall
            title: campaign.name
            subtitle: campaign.dates
            selected: campaign.index === root.campaigns.currentIndex
            separator: false
            chevron: false
            onClicked: {
                root.campaigns.currentIndex = campaign.index;
                root.choosing = false;
            }
        }
    }
    Hairline {
        x: list.width
        height: parent.height
        visible: !root.narrow
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0
        glyph: "campaign"
        title: qsTr("No campaigns yet")
        explanation: qsTr("Campaigns of your region appear here as soon as headquarters has published one.")
    }
    // With large text the page scrolls, so that its tables keep their height.
    Flickable {
        id: detail
        x: root.narrow ? 0 : list.width
        width: root.width - x
        height: root.height
        visible: list.count > 0 && !(root.narrow && root.choosing)
        contentHeight: column.height + 2 * column.y
        interactive: contentHeight > height + 1
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: column
            x: Theme.gapPage
            y: Theme.gapHuge
            width: detail.width - 2 * x
            height: Math.max(detail.height - 2 * y, implicitHeight)
            spacing: Theme.gapLarge

            LaptopTitle {
                Layout.fillWidth: true
                title: root.campaigns.name
                subtitle: root.campaigns.summary

                Button {
                    objectName: "allCampaigns"
                    quiet: true
                    visible: root.narrow
                    glyph: "back"
                    text: qsTr("All campaigns")
                    onClicked: root.choosing = true
                }
                Button {
                    objectName: "export"
                    quiet: true
                    text: qsTr("Export")
                    onClicked: exporting.show(root.tab === "voices" ? "feedback" : root.tab, tabs.words[tabs.current])
                }
                Button {
                    objectName: "keepTemplate"
                    quiet: true
                    visible: root.app.templates.mayPlan
                    text: qsTr("Keep as a template")
                    onClicked: root.app.templates.keep()
                }
                Light {
                    light: root.campaigns.light
                    word: root.campaigns.stateWord
                }
            }
            Card {
                Layout.fillWidth: true

                GridLayout {
                    width: parent.width
                    columns: root.narrow ? 4 : 7
                    columnSpacing: Theme.gapHuge
                    rowSpacing: Theme.gapSmall

                    Figure {
                        label: root.app.settings.inWan ? qsTr("Budget", "a sum") : qsTr("Budget (yuan)")
                        figure: root.budget.total
                    }
                    Figure {
                        label: qsTr("Approved")
                        figure: root.budget.approved
                    }
                    Figure {
                        label: qsTr("Waiting for review")
                        figure: root.budget.pending
                    }
                    Figure {
                        label: qsTr("Left")
                        figure: root.budget.remaining
                        tone: root.budget.light === "red" ? Theme.red : Theme.ink
                    }
                    Meter {
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignVCenter
                        Layout.row: root.narrow ? 1 : 0
                        Layout.column: root.narrow ? 0 : 4
                        Layout.columnSpan: root.narrow ? 4 : 1
                        approved: root.budget.approvedShare
                        pending: root.budget.pendingShare
                    }
                    Figure {
                        label: qsTr("Tasks done")
                        figure: root.campaigns.progressWords
                    }
                    Figure {
                        label: qsTr("Late")
                        figure: root.campaigns.lateCount
                        tone: root.campaigns.lateCount > 0 ? Theme.red : Theme.ink
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: Theme.large ? 4 : 8
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapSmall

                Segments {
                    id: tabs
                    Layout.fillWidth: Theme.large
                    Layout.minimumWidth: 0
                    Layout.maximumWidth: implicitWidth
                    Layout.columnSpan: Theme.large ? 4 : 1
                    objectName: "campaignTabs"
                    words: [qsTr("Plan"), qsTr("Gantt"), qsTr("Targets"), qsTr("Budget"), qsTr("Progress"), qsTr("RACI"), qsTr("Feedback")]
                    current: root.tabNames.indexOf(root.tab)
                    onChosen: index => root.tabAsked(root.tabNames[index])
                }
                // The Gantt chart's buttons need the room: there it is said beneath the chart.
                Caption {
                    Layout.fillWidth: true
                    text: root.tab === "gantt" ? "" : root.standing
                    color: root.standingColor
                    horizontalAlignment: Theme.large ? Text.AlignLeft : Text.AlignRight
                    wrapMode: Text.Wrap
                }
                Light {
                    visible: root.tab === "budget" && root.budget.contingency !== ""
                    light: root.budget.contingencyLight
                    word: root.budget.contingency
                }
                Button {
                    objectName: "undo"
                    quiet: true
                    visible: root.edited?.canUndo ?? false
                    glyph: "undo"
                    text: qsTr("Undo")
                    onClicked: root.edited.undo()
                }
                Button {
                    objectName: "freeze"
                    quiet: true
                    visible: root.tab === "gantt" && root.plan.mayEdit
                    glyph: "lock"
                    text: qsTr("Freeze the plan")
                    onClicked: root.freeze()
                }
                // Beside the contingency there is no room for the words.
                IconButton {
                    objectName: "freezeBudget"
                    visible: root.tab === "budget" && root.budget.mayEdit
                    glyph: "lock"
                    text: qsTr("Freeze the plan")
                    onClicked: root.freeze()
                }
                IconButton {
                    visible: root.tab === "gantt"
                    glyph: "minus"
                    text: qsTr("Show more days")
                    onClicked: gantt.zoom(0.8)
                }
                IconButton {
                    visible: root.tab === "gantt"
                    glyph: "plus"
                    text: qsTr("Show fewer days")
                    onClicked: gantt.zoom(1.25)
                }
            }
            Item {
                id: place
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: Theme.large ? Math.round(root.height * 0.75) : 0

                PlanTable {
                    id: planTable
                    width: parent.width
                    height: Math.min(place.height - (adding.visible ? adding.height + Theme.gap : 0), Math.max(implicitHeight, 240))
                    visible: root.tab === "plan"
                    plan: root.plan
                    onVisibleChanged: root.enter(this)
                }
                TextField {
                    id: adding
                    objectName: "addTask"
                    y: (root.tab === "plan" ? planTable : root.tab === "budget" ? budgetTable : targetsTable).height + Theme.gap
                    width: Math.min(420 * Theme.textScale, parent.width)
                    visible: root.tab === "plan" && root.plan.mayEdit || root.tab === "budget" && root.budget.mayEdit || root.tab === "targets" && root.targets.mayEdit
                    placeholderText: root.tab === "plan" ? qsTr("Add a task: its name, then Enter")
                        : root.tab === "budget" ? qsTr("Add a budget line: what for, then Enter") : qsTr("Add a part to the chosen target: its name, then Enter")
                    onAccepted: {
                        if (root.tab === "plan") root.plan.add(adding.text);
                        else if (root.tab === "budget") root.budget.add(adding.text);
                        else root.targets.add(targetsTable.currentKeyAt(targetsTable.currentRow), adding.text);
                        adding.clear();
                    }
                }
                GanttTab {
                    id: gantt
                    width: parent.width
                    height: Math.min(place.height - key.height - Theme.gap, Math.max(implicitHeight + Theme.gapLarge, 240))
                    visible: root.tab === "gantt"
                    plan: root.plan
                    onVisibleChanged: root.enter(this)
                }
                GanttKey {
                    id: key
                    y: gantt.height + Theme.gap
                    visible: root.tab === "gantt"
                }
                Caption {
                    x: key.width + Theme.gapLarge
                    y: key.y
                    width: parent.width - x
                    visible: root.tab === "gantt"
                    text: root.standing
                    color: root.standingColor
                    horizontalAlignment: Text.AlignRight
                    wrapMode: Text.Wrap
                }
                TargetsTable {
                    id: targetsTable
                    width: parent.width
                    height: Math.min(place.height - adding.height - Theme.gap, Math.max(implicitHeight, 240))
                    visible: root.tab === "targets"
                    targets: root.targets
                    people: root.plan.people
                    onVisibleChanged: root.enter(this)
                }
                BudgetTable {
                    id: budgetTable
                    width: parent.width
                    height: Math.min(place.height - adding.height - Theme.gap, Math.max(implicitHeight, 240))
                    visible: root.tab === "budget"
                    budget: root.budget
                    people: root.plan.people
                    onVisibleChanged: root.enter(this)
                }
                RaciTable {
                    width: parent.width
                    height: Math.min(place.height, Math.max(implicitHeight, 240))
                    visible: root.tab === "raci"
                    raci: root.raci
                    onVisibleChanged: root.enter(this)
                }
                ProgressTable {
                    width: parent.width
                    height: Math.min(place.height, Math.max(implicitHeight, 240))
                    visible: root.tab === "progress"
                    plan: root.plan
                    onVisibleChanged: root.enter(this)
                }
                FeedbackTable {
                    width: parent.width
                    height: Math.min(place.height, Math.max(implicitHeight, 240))
                    visible: root.tab === "voices"
                    model: root.campaigns.feedback
                }
            }
        }
    }
    Shortcut {
        enabled: root.visible && (root.edited?.canUndo ?? false)
        sequences: ["Ctrl+Z"]
        onActivated: root.edited.undo()
    }
}
