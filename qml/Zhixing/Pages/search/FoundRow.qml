import QtQuick
import Zhixing.Controls
import Zhixing.Pages

/* One record that was found: its name with the place of the words in accent, and beneath it where it belongs. */
ListRow {
    id: root
    required title
    required property string key
    required property string type
    required property string detail
    required property string campaign
    property bool isCurrent: false
    signal opened(string type, string key, string campaign)

    readonly property var glyphs: ({
            task: "tasks",
            campaign: "campaign",
            spend: "spend",
            budget_line: "budget",
            budget_change: "budget",
            allowance: "budget",
            feedback: "feedback",
            daily_report: "report",
            incident: "incident",
            person: "me",
            persona: "crowd",
            competitor: "crowd",
            partner: "agree",
            node: "place",
            grant: "lock",
            calendar_day: "calendar",
            booking: "calendar",
            attendance: "clock",
            conflict: "conflict",
            comment: "text",
            photo: "picture",
            material: "supply",
            material_move: "supply",
            objective: "star",
            kpi: "board",
            kpi_reading: "board",
            strategy: "mark",
            decision: "agree",
            review: "review",
            checklist: "check",
            risk: "safety",
            alert: "info",
            policy: "settings",
            research: "search"
        })

    styled: true
    glyph: root.glyphs[root.type] ?? "document"
    subtitle: root.detail
    selected: root.isCurrent
    onClicked: root.opened(root.type, root.key, root.campaign)
}
