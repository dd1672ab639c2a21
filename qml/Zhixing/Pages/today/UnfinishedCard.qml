pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Theme
import Zhixing.ViewModels

/* What was typed and not saved, and the way back to it. */
Column {
    id: root
    required property Unfinished unfinished
    signal pageAsked(string page)

    objectName: "unfinished"
    visible: root.unfinished.rows.count > 0
    spacing: Theme.gapSmall

    Heading {
        width: parent.width
        text: qsTr("You were not finished")
        wrapMode: Text.Wrap
    }
    Card {
        width: parent.width
        padding: 0

        Repeater {
            model: root.unfinished.rows

            ListRow {
                id: row
                required property string key
                required property string name
                required property string time
                required property string words
                required property int index
                objectName: "unfinished-" + row.key
                width: parent.width
                glyph: "edit"
                glyphColor: Theme.accent
                title: row.name
                subtitle: row.time === "" ? row.words : row.words === "" ? qsTr("typed %1").arg(row.time) : qsTr("typed %1 · %2").arg(row.time).arg(row.words)
                separator: row.index < root.unfinished.rows.count - 1
                onClicked: root.pageAsked(row.key)
            }
        }
    }
}
