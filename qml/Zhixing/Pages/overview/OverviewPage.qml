pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Headquarters at a glance: money by region, what came of it, what rules noticed, and how complete all of it is. Every figure
   opens into the rows it is the sum of. */
FocusScope {
    id: root
    required property App app
    readonly property Overview overview: root.app.overview

    onVisibleChanged: if (visible) root.overview.ask()
    Component.onCompleted: if (visible) root.overview.ask()

    Onlooker {
        model: root.overview
        looks: root.visible
    }

    Scroll {
        anchors.fill: parent
        widthMax: 1240
        spacing: Theme.gapLarge

        LaptopTitle {
            width: parent.width
            title: qsTr("Overview")
            subtitle: root.overview.asOf

            ColumnLayout {
                spacing: Theme.gapTiny

                Segments {
                    objectName: "unitSwitch"
                    Layout.alignment: Theme.large ? Qt.AlignLeft : Qt.AlignRight
                    words: [qsTr("yuan"), qsTr("10,000 yuan")]
                    current: root.overview.inWan ? 1 : 0
                    onChosen: index => root.overview.inWan = index === 1
                }
                // Beside the switch only what it does not say itself: how sums are rounded.
                Caption {
                    Layout.alignment: Theme.large ? Qt.AlignLeft : Qt.AlignRight
                    visible: root.overview.inWan
                    text: root.overview.unit
                }
            }
        }
        Segments {
            width: Math.min(parent.width, implicitWidth)
            objectName: "campaignSwitch"
            visible: root.overview.campaigns.length > 2
            words: root.overview.campaigns
            current: root.overview.campaign
            onChosen: index => root.overview.campaign = index
        }
        GridLayout {
            id: figures
            readonly property int most: Math.max(2, Math.floor(width / (150 * Theme.textScale)))
            readonly property int perRow: Math.max(1, Math.ceil(cards.count / Math.max(1, Math.ceil(cards.count / figures.most))))
            readonly property int inLastRow: cards.count % figures.perRow
            width: parent.width
            // Every row is full: the cards of the last one share its width.
            columns: figures.perRow * Math.max(1, figures.inLastRow)
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Repeater {
                id: cards
                model: root.overview.figures

                FigureCard {
                    id: card
                    required property string key
                    required property int index
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.columnSpan: card.index >= cards.count - figures.inLastRow ? figures.perRow : Math.max(1, figures.inLastRow)
                    Layout.preferredWidth: Layout.columnSpan
                    objectName: "figure-" + card.key
                    opens: card.key !== "left"
                    onClicked: drill.show(card.key, "")
                }
            }
        }
        Grid {
            id: columns
            width: parent.width
            columns: Theme.large ? 1 : 2
            spacing: Theme.gapHuge

            Column {
                id: wide
                width: Theme.large ? columns.width : Math.round((columns.width - columns.spacing) * 0.66)
                spacing: Theme.gapSmall

                Heading {
                    width: parent.width
                    text: qsTr("Spent and committed of the budget, by region")
                    wrapMode: Text.Wrap
                }
                Card {
                    width: parent.width

                    StackedBars {
                        width: parent.width
                        model: root.overview.regions
                        firstRole: "spentShare"
                        secondRole: "committedShare"
                        wordsRole: "left"
                        firstWord: qsTr("Spent")
                        secondWord: qsTr("Committed; at the end what is left")
                        onOpened: key => drill.show("spent", key)
                    }
                }
                Caption {
                    width: parent.width
                    text: qsTr("Lines and spends count where they are placed. A region without lines of its own spends headquarters' budget.")
                    wrapMode: Text.Wrap
                }
                RegionTable {
                    width: parent.width
                    height: implicitHeight
                    overview: root.overview
                    onOpened: key => drill.show("spent", key)
                }
                Heading {
                    width: parent.width
                    topPadding: Theme.gapLarge
                    text: qsTr("From visitors to orders")
                }
                Card {
                    width: parent.width
                    spacing: Theme.gapSmall

                    Funnel {
                        width: parent.width
                        model: root.overview.funnel
                    }
                    Caption {
                        width: parent.width
                        text: qsTr("Sums of what daily reports say")
                    }
                }
            }
            Column {
                width: Theme.large ? columns.width : columns.width - columns.spacing - wide.width
                spacing: Theme.gapSmall

                Heading {
                    width: parent.width
                    text: qsTr("How complete this is")
                }
                CompletenessCard {
                    width: parent.width
                    overview: root.overview
                }
                Heading {
                    width: parent.width
                    topPadding: Theme.gapLarge
                    text: qsTr("Alerts")
                }
                AlertList {
                    width: parent.width
                    rows: root.app.overview.alerts
                    history: root.app.history
                }
            }
        }
    }
    DrillSheet {
        id: drill
        overview: root.overview
        history: root.app.history
    }
}
