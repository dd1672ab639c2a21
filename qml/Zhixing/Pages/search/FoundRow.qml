import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* One record that was found, the place of the words in accent. Without a page of its own it cannot be pressed. */
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
            feedback: "feedback",
            daily_report: "report",
            person: "me",
            node: "place",
            calendar_day: "calendar",
            conflict: "conflict"
        })

    styled: true
    glyph: root.glyphs[root.type] ?? "note"
    subtitle: root.detail
    chevron: root.enabled
    selected: root.isCurrent
    onClicked: root.opened(root.type, root.key, root.campaign)
}
