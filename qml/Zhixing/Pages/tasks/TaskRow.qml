import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* One task in a list: how far it is, what it is, when it is due, and the one next step. */
ListRow {
    id: root
    required title
    required property string key
    required property string status
    required property string statusWord
    required property string dueText
    required property bool late
    required property string who
    required property string step
    required property string stepWord
    signal stepped(string key, string step)
    signal opened(string key)

    glyph: root.status === "done" ? "state-done" : root.status === "in_progress" ? "state-half"
        : root.status === "cancelled" ? "state-stopped" : "state-open"
    glyphColor: root.status === "done" ? Theme.green : root.status === "in_progress" ? Theme.accent : Theme.inkSoft
    readonly property string first: root.late ? root.dueText : root.statusWord
    readonly property string second: root.late ? root.who : root.dueText
    subtitle: root.first !== "" && root.second !== "" ? root.first + " · " + root.second : root.first + root.second
    subtitleColor: root.late ? Theme.red : Theme.inkSoft
    chevron: root.step === ""
    onClicked: root.opened(root.key)

    Button {
        objectName: "step"
        visible: root.step !== ""
        quiet: true
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        font.pixelSize: Theme.body
        text: root.stepWord
        onClicked: root.stepped(root.key, root.step)
    }
}
