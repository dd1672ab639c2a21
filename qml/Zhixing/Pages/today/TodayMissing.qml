pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What is still missing before the day is over; each line leads to where it is done. */
Column {
    id: root
    required property App app
    readonly property Today today: root.app.today
    signal pageAsked(string page)

    spacing: Theme.gapSmall

    Heading {
        text: qsTr("Still missing today")
    }
    Card {
        width: parent.width
        padding: 0

        Repeater {
            model: root.today.missing

            ListRow {
                required property string key
                required property string words
                required property string help
                required property string drawing
                required property string page
                required property bool urgent
                required property int index
                width: parent.width
                objectName: "missing-" + key
                glyph: drawing
                glyphColor: urgent ? Theme.red : Theme.accent
                title: words
                subtitle: help
                separator: index < root.today.missing.count - 1
                onClicked: root.pageAsked(page)
            }
        }
        ListRow {
            width: parent.width
            visible: root.today.missing.count === 0
            enabled: false
            glyph: "state-done"
            glyphColor: Theme.green
            title: qsTr("Nothing is missing")
            subtitle: qsTr("Report filed, nothing returned.")
            chevron: false
            separator: false
        }
    }
}
