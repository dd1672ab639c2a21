pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What went wrong at my sites, open ones first. */
PhonePage {
    id: root
    readonly property Incidents incidents: root.app.incidents

    title: qsTr("Incidents")
    subtitle: root.incidents.openCount > 0 ? qsTr("%n not solved", "", root.incidents.openCount) : qsTr("Nothing is open")
    canGoBack: true

    Onlooker {
        model: root.incidents
        looks: root.visible
    }

    ListView {
        id: list
        objectName: "incidentList"
        width: parent.width
        height: parent.height - foot.height
        model: root.incidents.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: row
            required property string key
            required property string drawing
            required property string kindWord
            required property string words
            required property string severityWord
            required property string light
            required property bool isOpen
            required title
            width: list.width
            indent: Theme.gapPage
            objectName: "incident-" + row.key
            glyph: row.drawing
            glyphColor: row.isOpen ? Theme.accent : Theme.inkSoft
            glyphGround: Theme.paper
            subtitle: row.kindWord === row.title ? row.words : row.kindWord + " · " + row.words
            onClicked: root.recordOpened("incident", row.key)

            Light {
                light: row.isOpen ? row.light : "none"
                word: row.severityWord
            }
        }
    }
    EmptyState {
        y: 40
        width: parent.width
        visible: list.count === 0
        glyph: "incident"
        title: qsTr("Nothing went wrong so far")
        explanation: qsTr("What is recorded as an incident stays here until it is solved.")
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: record.height + 2 * Theme.gap
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Button {
            id: record
            objectName: "newIncident"
            x: Theme.gapPage
            y: Theme.gap
            width: Math.min(parent.width - 2 * x, 640)
            glyph: "plus"
            text: qsTr("Record an incident")
            onClicked: root.pageAsked("incident")
        }
    }
}
