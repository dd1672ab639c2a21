pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What people said at my sites: what waits for an answer, and everything. */
PhonePage {
    id: root
    readonly property Feedbacks feedbacks: root.app.feedbacks
    readonly property list<string> filters: ["waiting", "all"]

    title: qsTr("Feedback and replies")
    canGoBack: true

    Onlooker {
        model: root.feedbacks
        looks: root.visible
    }

    Segments {
        id: segments
        objectName: "feedbackFilter"
        x: Theme.gapPage
        width: Math.min(root.width - 2 * x, 640)
        words: [qsTr("To answer %1").arg(root.feedbacks.waitingCount), qsTr("All %1").arg(root.feedbacks.allCount)]
        current: root.filters.indexOf(root.feedbacks.filter)
        onChosen: index => root.feedbacks.filter = root.filters[index]
    }
    ListView {
        id: list
        objectName: "feedbackList"
        y: segments.height + Theme.gapSmall
        width: parent.width
        height: parent.height - y
        model: root.feedbacks.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: row
            required property string key
            required property string words
            required property string dueWords
            required property bool late
            required property string stateWord
            required title
            width: list.width
            indent: Theme.gapPage
            objectName: "feedback-" + row.key
            glyph: row.late ? "clock" : "feedback"
            glyphColor: row.late ? Theme.red : Theme.accent
            glyphGround: Theme.paper
            subtitle: row.dueWords !== "" ? qsTr("%1 · %2").arg(row.words).arg(row.dueWords)
                : qsTr("%1 · %2").arg(row.words).arg(row.stateWord)
            subtitleColor: row.late ? Theme.red : Theme.inkSoft
            onClicked: root.recordOpened("feedback", row.key)
        }
    }
    EmptyState {
        y: list.y + 40
        width: parent.width
        visible: list.count === 0
        glyph: "feedback"
        title: root.feedbacks.filter === "waiting" ? qsTr("Nobody waits for an answer") : qsTr("No feedback yet")
        explanation: root.feedbacks.filter === "waiting" ? qsTr("Complaints, and whatever was promised a reply, stand here until they are answered.")
            : qsTr("Record what people on site say; it reaches headquarters by itself.")
        action: qsTr("Record feedback")
        onActed: root.pageAsked("feedback")
    }
}
