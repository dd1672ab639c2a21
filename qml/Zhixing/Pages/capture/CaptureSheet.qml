pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* What to record: the second of at most three taps. */
Sheet {
    id: root
    signal chosen(string page)

    title: qsTr("Record")

    Column {
        width: parent.width

        Repeater {
            model: [
                { page: "spend", glyph: "spend", title: qsTr("Spend"), help: qsTr("An amount against a budget line") },
                { page: "incident", glyph: "incident", title: qsTr("Incident"), help: qsTr("Something goes wrong: two taps") },
                { page: "feedback", glyph: "feedback", title: qsTr("Feedback"), help: qsTr("Questionnaire, interview, complaint, praise") },
                { page: "report", glyph: "report", title: qsTr("Daily report"), help: qsTr("Done today, not done, help needed") },
                { page: "attendance", glyph: "place", title: qsTr("On duty"), help: qsTr("Arriving, leaving, who else is here") }
            ]

            ListRow {
                required property var modelData
                required property int index
                width: parent.width
                indent: 0
                objectName: "capture-" + modelData.page
                glyph: modelData.glyph
                glyphColor: Theme.accent
                title: modelData.title
                subtitle: modelData.help
                separator: index < 4
                onClicked: {
                    root.close();
                    root.chosen(modelData.page);
                }
            }
        }
    }
}
