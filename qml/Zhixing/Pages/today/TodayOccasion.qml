pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The campaign that is on, which of its days this is, and what people on site record most. */
Card {
    id: root
    required property Today today
    signal pageAsked(string page)

    visible: root.today.occasion !== ""
    spacing: Theme.gap

    ColumnLayout {
        width: parent.width
        spacing: 0

        Caption {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.today.occasionDay
            color: Theme.accent
        }
        Label {
            Layout.fillWidth: true
            text: root.today.occasion
            font.pixelSize: Theme.lead
            font.weight: Theme.strong
            wrapMode: Text.Wrap
        }
    }
    GridLayout {
        width: parent.width
        visible: root.today.isEvent
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "quickIncident"
            quiet: true
            glyph: "incident"
            text: qsTr("Incident")
            onClicked: root.pageAsked("incident")
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "quickFeedback"
            quiet: true
            glyph: "feedback"
            text: qsTr("Feedback", "a button: record some")
            onClicked: root.pageAsked("feedback")
        }
    }
}
