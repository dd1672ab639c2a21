pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* How my campaign stands: the budget line by line, and the tasks. The figures come from the rows on this phone. */
PhonePage {
    id: root
    readonly property Budget budget: root.app.budget
    readonly property Campaigns campaigns: root.app.campaigns

    title: qsTr("Board")
    subtitle: root.campaigns.name

    Onlooker {
        model: root.app.overview
        looks: root.visible
    }
    Onlooker {
        model: root.campaigns
        looks: root.visible
    }
    Onlooker {
        model: root.budget
        looks: root.visible
    }
    Onlooker {
        model: root.app.plan
        looks: root.visible
    }
    Scroll {
        anchors.fill: parent
        topMargin: -Theme.gap

        EmptyState {
            width: parent.width
            visible: root.campaigns.rows.count === 0
            glyph: "board"
            title: qsTr("No campaign yet")
            explanation: qsTr("Its budget and progress appear here once headquarters has placed one at your site.")
        }
        Segments {
            width: parent.width
            visible: root.campaigns.names.length > 1
            words: root.campaigns.names
            current: root.campaigns.currentIndex
            onChosen: index => root.campaigns.currentIndex = index
        }
        Card {
            width: parent.width
            visible: root.campaigns.rows.count > 0
            spacing: Theme.gap

            GridLayout {
                width: parent.width
                columns: Theme.large ? 1 : 2

                Figure {
                    Layout.fillWidth: true
                    label: root.app.settings.inWan ? qsTr("Left in the budget") : qsTr("Left in the budget (yuan)")
                    figure: root.budget.remaining
                    size: Theme.display
                    tone: root.budget.light === "red" ? Theme.red : Theme.ink
                }
                Light {
                    Layout.alignment: Qt.AlignTop
                    light: root.budget.light
                    word: root.budget.lightWord
                }
            }
            Meter {
                width: parent.width
                approved: root.budget.approvedShare
                pending: root.budget.pendingShare
            }
            Caption {
                width: parent.width
                text: qsTr("Left = budget − approved − waiting. %1.").arg(root.app.overview.asOf)
                wrapMode: Text.Wrap
            }
            GridLayout {
                width: parent.width
                columns: Theme.large ? 1 : 3
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapSmall

                Figure {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    label: qsTr("Budget")
                    figure: root.budget.total
                    size: Theme.lead
                }
                Figure {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    label: qsTr("Approved")
                    figure: root.budget.approved
                    size: Theme.lead
                }
                Figure {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    label: qsTr("Waiting")
                    figure: root.budget.pending
                    size: Theme.lead
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall
            visible: root.budget.lines.count > 0

            Heading {
                text: qsTr("Budget lines")
            }
            BudgetLines {
                width: parent.width
                budget: root.budget
            }
        }
        Card {
            width: parent.width
            visible: root.campaigns.rows.count > 0
            spacing: Theme.gap

            Figure {
                label: qsTr("Tasks done")
                figure: root.campaigns.progressWords
            }
            Meter {
                width: parent.width
                approved: root.campaigns.progress
                pending: 0
            }
            Caption {
                width: parent.width
                text: root.campaigns.lateWords
                color: root.campaigns.lateCount > 0 ? Theme.red : Theme.inkSoft
                wrapMode: Text.Wrap
            }
        }
        Card {
            width: parent.width
            visible: root.campaigns.rows.count > 0
            padding: 0

            ListRow {
                width: parent.width
                objectName: "openPlanning"
                glyph: "calendar"
                title: qsTr("Plan, targets and roles")
                subtitle: root.app.plan.standing
                separator: false
                onClicked: root.pageAsked("planning")
            }
        }
        Heading {
            width: parent.width
            text: qsTr("Alerts")
        }
        AlertList {
            width: parent.width
            rows: root.app.overview.alerts
            history: root.app.history
        }
    }
}
