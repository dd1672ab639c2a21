pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* My arrival and leaving, and who else is on duty today. The position is asked for by a tap, shown before it is saved, and
   never required. */
PhonePage {
    id: root
    readonly property Attendance attendance: root.app.attendance

    title: qsTr("On duty")
    subtitle: root.attendance.dayWords
    canGoBack: true
    Component.onDestruction: root.attendance.dropPlace()

    Onlooker {
        model: root.attendance
        looks: root.visible
    }

    Scroll {
        width: parent.width
        height: parent.height
        topMargin: -Theme.gap
        widthMax: 640

        Card {
            width: parent.width
            padding: Theme.gapLarge
            spacing: Theme.gap

            RowLayout {
                width: parent.width
                spacing: Theme.gap

                Icon {
                    Layout.alignment: Qt.AlignTop
                    implicitWidth: 28
                    implicitHeight: 28
                    name: root.attendance.state === "away" ? "state-open" : "state-done"
                    color: root.attendance.state === "away" ? Theme.inkSoft : Theme.green
                    ground: Theme.surface
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapTiny

                    Label {
                        Layout.fillWidth: true
                        objectName: "attendanceState"
                        text: root.attendance.headline
                        font.pixelSize: Theme.heading
                        font.weight: Theme.strong
                        wrapMode: Text.Wrap
                    }
                    Label {
                        Layout.fillWidth: true
                        text: root.attendance.duty !== "" ? root.attendance.duty : qsTr("You are not on today's roster; you can still say that you are here.")
                        color: Theme.inkSoft
                        wrapMode: Text.Wrap
                    }
                }
            }
            ColumnLayout {
                width: parent.width
                visible: root.attendance.state === "away"
                spacing: Theme.gapSmall

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapSmall
                    visible: root.attendance.place !== "none"

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        implicitWidth: 20
                        implicitHeight: 20
                        name: root.attendance.place === "failed" ? "info" : "place"
                        color: root.attendance.place === "failed" ? Theme.amber : Theme.accent
                    }
                    Label {
                        Layout.fillWidth: true
                        objectName: "placeWords"
                        text: root.attendance.placeWords
                        wrapMode: Text.Wrap
                    }
                    IconButton {
                        visible: root.attendance.place !== "failed"
                        objectName: "dropPlace"
                        glyph: "close"
                        text: qsTr("Go on without a place")
                        onClicked: root.attendance.dropPlace()
                    }
                }
                Button {
                    Layout.fillWidth: true
                    objectName: "findPlace"
                    visible: root.attendance.place === "none" || root.attendance.place === "failed"
                    quiet: true
                    glyph: "place"
                    text: root.attendance.place === "failed" ? qsTr("Try again") : qsTr("Add where I am")
                    onClicked: root.attendance.findPlace()
                }
                Caption {
                    Layout.fillWidth: true
                    visible: root.attendance.place === "none"
                    text: qsTr("Optional. One position at this moment; Zhixing does not follow you.")
                    wrapMode: Text.Wrap
                }
                Button {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapTiny
                    objectName: "arrive"
                    text: root.attendance.place === "found" ? qsTr("I have arrived, with the place") : qsTr("I have arrived")
                    onClicked: root.attendance.arrive()
                }
            }
            Button {
                width: parent.width
                objectName: "leave"
                visible: root.attendance.state === "here"
                quiet: true
                text: qsTr("I am leaving")
                onClicked: root.attendance.leave()
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gapSmall

            Heading {
                width: parent.width
                text: qsTr("On the roster today")
            }
            Card {
                width: parent.width
                padding: 0

                Repeater {
                    model: root.attendance.roster

                    ListRow {
                        id: row
                        required property string key
                        required property string who
                        required property string words
                        required property string stateWord
                        required property bool hasCome
                        required property bool canCome
                        required property int index
                        width: parent.width
                        glyph: row.hasCome ? "state-done" : "state-open"
                        glyphColor: row.hasCome ? Theme.green : Theme.inkSoft
                        title: row.who
                        subtitle: row.words === "" ? row.stateWord : row.stateWord + "\n" + row.words
                        chevron: false
                        enabled: row.canCome
                        separator: row.index < root.attendance.roster.count - 1

                        Button {
                            visible: row.canCome
                            objectName: "hasCome"
                            quiet: true
                            leftPadding: Theme.gap
                            rightPadding: Theme.gap
                            font.pixelSize: Theme.body
                            text: qsTr("Is here")
                            Accessible.name: qsTr("%1 is here").arg(row.who)
                            onClicked: root.attendance.arriveFor(row.key)
                        }
                    }
                }
                EmptyState {
                    width: parent.width
                    visible: root.attendance.roster.count === 0
                    glyph: "me"
                    title: qsTr("Nobody else is on the roster")
                    explanation: qsTr("Whoever leads the site plans who is on duty.")
                }
            }
        }
    }
}
