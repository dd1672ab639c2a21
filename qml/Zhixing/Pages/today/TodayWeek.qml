pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The week, Monday to Sunday: what is due on each of its days. */
Column {
    id: root
    required property Today today
    spacing: Theme.gapSmall

    Heading {
        width: parent.width
        text: qsTr("This week")
    }
    Card {
        width: parent.width
        padding: Theme.gapSmall

        Repeater {
            model: root.today.week

            Rectangle {
                id: day
                required property string weekday
                required property string day
                required property string words
                required property bool isToday
                required property bool isPast
                required property bool isLate
                width: parent.width
                height: line.implicitHeight + 2 * Theme.gapSmall
                radius: Theme.radius - 2
                color: day.isToday ? Theme.accentSoft : "transparent"

                RowLayout {
                    id: line
                    x: Theme.gapSmall
                    y: Theme.gapSmall
                    width: parent.width - 2 * x
                    spacing: Theme.gap

                    Label {
                        Layout.preferredWidth: 76 * Theme.textScale
                        Layout.alignment: Qt.AlignTop
                        text: day.weekday
                        color: day.isToday ? Theme.accent : day.isPast ? Theme.inkSoft : Theme.ink
                        font.weight: day.isToday ? Theme.strong : Theme.regular
                    }
                    Caption {
                        Layout.preferredWidth: 72 * Theme.textScale
                        Layout.alignment: Qt.AlignTop
                        text: day.day
                    }
                    Label {
                        Layout.fillWidth: true
                        text: day.isLate ? qsTr("%1 · late", "tasks").arg(day.words) : day.words === "" ? "–" : day.words
                        color: day.isLate ? Theme.red : day.words === "" || day.isPast ? Theme.inkSoft : Theme.ink
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
