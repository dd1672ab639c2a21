pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The campaigns on the left, the chosen one beside: its figures, its plan and its budget. */
FocusScope {
    id: root
    required property App app
    property int tab: 0
    signal tabAsked(int index)

    readonly property Campaigns campaigns: root.app.campaigns
    readonly property Budget budget: root.app.budget

    Heading {
        id: heading
        x: Theme.gapHuge
        y: Theme.gapLarge
        height: 44
        text: qsTr("Campaigns")
    }
    ListView {
        id: list
        objectName: "campaignList"
        y: Theme.gapHuge + heading.height
        width: 264
        height: parent.height - y
        clip: true
        model: root.campaigns.rows
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            id: campaign
            required property string key
            required property string name
            required property string dates
            required property string stateWord
            required property int index
            x: Theme.gapSmall
            width: list.width - 2 * Theme.gapSmall
            implicitHeight: 68
            title: campaign.name
            subtitle: campaign.dates
            selected: campaign.index === root.campaigns.currentIndex
            separator: false
            chevron: false
            onClicked: root.campaigns.currentIndex = campaign.index
        }
    }
    Hairline {
        x: list.width
        height: parent.height
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0
        glyph: "campaign"
        title: qsTr("No campaigns yet")
        explanation: qsTr("Campaigns of your region appear here as soon as headquarters has published one.")
    }
    ColumnLayout {
        id: detail
        visible: list.count > 0
        anchors.fill: parent
        anchors.leftMargin: list.width + Theme.gapPage
        anchors.rightMargin: Theme.gapPage
        anchors.topMargin: Theme.gapHuge
        anchors.bottomMargin: Theme.gapHuge
        spacing: Theme.gapLarge

        LaptopTitle {
            Layout.fillWidth: true
            title: root.campaigns.name
            subtitle: root.campaigns.summary

            Light {
                light: root.campaigns.light
                word: root.campaigns.stateWord
            }
        }
        Card {
            Layout.fillWidth: true

            RowLayout {
                width: parent.width
                spacing: Theme.gapHuge

                Figure {
                    label: qsTr("Budget (yuan)")
                    figure: root.budget.total
                }
                Figure {
                    label: qsTr("Approved")
                    figure: root.budget.approved
                }
                Figure {
                    label: qsTr("Waiting for review")
                    figure: root.budget.pending
                }
                Figure {
                    label: qsTr("Left")
                    figure: root.budget.remaining
                    tone: root.budget.light === "red" ? Theme.red : Theme.ink
                }
                Meter {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignVCenter
                    approved: root.budget.approvedShare
                    pending: root.budget.pendingShare
                }
                Figure {
                    label: qsTr("Tasks done")
                    figure: root.campaigns.progressWords
                }
                Figure {
                    label: qsTr("Late")
                    figure: root.campaigns.lateCount
                    tone: root.campaigns.lateCount > 0 ? Theme.red : Theme.ink
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true

            Segments {
                objectName: "campaignTabs"
                words: [qsTr("Plan"), qsTr("Budget"), qsTr("Feedback")]
                current: root.tab
                onChosen: index => root.tabAsked(index)
            }
            Item {
                Layout.fillWidth: true
            }
            Caption {
                text: root.tab === 1 ? qsTr("In yuan. Left = budget − approved − waiting.") : ""
            }
        }
        Item {
            id: place
            Layout.fillWidth: true
            Layout.fillHeight: true

            PlanTable {
                width: parent.width
                height: Math.min(place.height, Math.max(implicitHeight, 240))
                visible: root.tab === 0 && !root.campaigns.isEvent
                model: root.campaigns.plan
            }
            EventTable {
                width: parent.width
                height: Math.min(place.height, Math.max(implicitHeight, 240))
                visible: root.tab === 0 && root.campaigns.isEvent
                model: root.campaigns.plan
            }
            BudgetTable {
                width: parent.width
                height: Math.min(place.height, Math.max(implicitHeight, 240))
                visible: root.tab === 1
                budget: root.budget
            }
            FeedbackTable {
                width: parent.width
                height: Math.min(place.height, Math.max(implicitHeight, 240))
                visible: root.tab === 2
                model: root.campaigns.feedback
            }
        }
    }
}
