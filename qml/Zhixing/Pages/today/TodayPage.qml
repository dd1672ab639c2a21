pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The day at a glance: what is still missing, what is to be done, what has been recorded. */
PhonePage {
    id: root
    readonly property Today today: root.app.today
    /* Beside what is to be done stands how things are. */
    readonly property bool wide: root.width >= 900 * Theme.textScale

    title: root.today.date
    subtitle: qsTr("%1 · %2").arg(root.today.weekday).arg(root.app.account.site)
    onVisibleChanged: if (visible) root.app.unfinished.look()

    Onlooker {
        model: root.today
        looks: root.visible
    }

    Scroll {
        anchors.fill: parent
        topMargin: -Theme.gap
        widthMax: 1160

        Row {
            visible: !Theme.touch
            spacing: Theme.gap

            Button {
                objectName: "record"
                glyph: "plus"
                text: qsTr("Record")
                onClicked: root.pageAsked("capture")
            }
            Button {
                objectName: "allTasks"
                quiet: true
                text: qsTr("All tasks")
                onClicked: root.pageAsked("tasks")
            }
        }
        Card {
            width: parent.width
            objectName: "arrival"
            visible: root.app.account.arriving
            spacing: Theme.gapSmall

            Label {
                width: parent.width
                text: root.app.account.arrivalTitle
                font.weight: Theme.strong
                wrapMode: Text.Wrap
            }
            Meter {
                width: parent.width
                visible: root.app.account.arrived > 0
                approved: root.app.account.arrived
                pending: 0
                Accessible.role: Accessible.ProgressBar
                Accessible.name: root.app.account.arrivalWords
            }
            Caption {
                width: parent.width
                text: root.app.account.arrivalWords
                wrapMode: Text.Wrap
            }
        }
        Grid {
            id: halves
            readonly property real half: (halves.width - halves.columnSpacing) / 2
            width: parent.width
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gapLarge

            Column {
                width: root.wide ? Math.round(halves.half * 1.1) : halves.width
                spacing: Theme.gapLarge

                UnfinishedCard {
                    width: parent.width
                    unfinished: root.app.unfinished
                    onPageAsked: page => root.pageAsked(page)
                }
                TodayOccasion {
                    width: parent.width
                    today: root.today
                    onPageAsked: page => root.pageAsked(page)
                }
                TodayMissing {
                    width: parent.width
                    app: root.app
                    onPageAsked: page => root.pageAsked(page)
                }
                TodayTasks {
                    width: parent.width
                    app: root.app
                    onPageAsked: page => root.pageAsked(page)
                    onTaskOpened: key => root.taskOpened(key)
                }
            }
            Column {
                width: root.wide ? Math.round(halves.half * 0.9) : halves.width
                spacing: Theme.gapLarge

                WhenSeen {
                    width: parent.width
                    visible: !Theme.touch
                    app: root.app
                    file: "../today/TodayDesk.qml"
                    onLoaded: (item as TodayDesk).pageAsked.connect(root.pageAsked)
                }
                TodayWeek {
                    width: parent.width
                    visible: !Theme.touch
                    today: root.today
                }
                TodayRecorded {
                    width: parent.width
                    app: root.app
                    onPageAsked: page => root.pageAsked(page)
                }
            }
        }
    }
}
