pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What I spent, and what became of it. */
PhonePage {
    id: root
    readonly property RowModel spends: root.app.spends

    title: qsTr("My spends")
    canGoBack: true

    ListView {
        id: list
        anchors.fill: parent
        clip: true
        model: root.spends
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: spend
            required property string key
            required property string amount
            required property string line
            required property string day
            required property string note
            required property string light
            required property string stateWord
            required property string reason
            width: list.width
            indent: Theme.gapPage
            title: qsTr("￥%1 · %2").arg(spend.amount).arg(spend.line)
            readonly property string words: spend.reason !== "" ? spend.reason : spend.note
            subtitle: spend.words === "" ? spend.day : spend.day + " · " + spend.words
            subtitleColor: spend.reason !== "" ? Theme.red : Theme.inkSoft
            chevron: false

            Light {
                light: spend.light
                word: spend.stateWord
            }
        }
    }
    EmptyState {
        y: 40
        width: parent.width
        visible: list.count === 0
        glyph: "spend"
        title: qsTr("No spends yet")
        explanation: qsTr("Record one with the plus button; it is saved here at once, with or without a network.")
    }
}
