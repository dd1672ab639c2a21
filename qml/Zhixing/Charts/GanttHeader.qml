pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* The calendar above a Gantt chart: months, and beneath them days or the Mondays of weeks, as far as there is room. */
Item {
    id: root
    required property int firstDay
    required property real scrollX
    required property real dayWidth
    required property int today

    /* One label every so many days: each day, each Monday, or months alone. */
    readonly property int step: root.dayWidth >= 17 * Theme.textScale ? 1 : root.dayWidth >= 5 * Theme.textScale ? 7 : 0
    readonly property int firstSeen: root.firstDay + Math.floor(root.scrollX / root.dayWidth)
    /* Whole steps are counted from a Monday: 1970-01-05. */
    readonly property int firstLabel: root.step > 0 ? Math.floor((root.firstSeen - 4) / root.step) * root.step + 4 : 0

    function dateOf(day: int): date {
        return new Date(day * 86400000);
    }
    function monthStart(offset: int): int {
        const seen = root.dateOf(root.firstSeen);
        return Math.round(Date.UTC(seen.getUTCFullYear(), seen.getUTCMonth() + offset, 1) / 86400000);
    }
    function xOf(day: int): real {
        return (day - root.firstDay) * root.dayWidth - root.scrollX;
    }

    readonly property int lineHeight: Math.max(24, Math.round(Theme.caption * 1.6))

    implicitHeight: 2 * root.lineHeight
    clip: true
    Accessible.ignored: true

    Repeater {
        model: Math.max(0, Math.ceil(root.width / (28 * root.dayWidth)) + 1)

        Item {
            id: month
            required property int index
            readonly property int start: root.monthStart(month.index)
            readonly property real from: root.xOf(month.start)
            readonly property real to: root.xOf(root.monthStart(month.index + 1))
            readonly property date day: root.dateOf(month.start)
            x: Math.max(0, month.from)
            width: Math.max(0, month.to - x)
            height: root.lineHeight
            visible: month.from < root.width
            clip: true

            Rectangle {
                width: Theme.hair
                height: root.height
                color: Theme.line
                visible: month.from > 0
            }
            Caption {
                x: Theme.gapSmall
                height: parent.height
                visible: parent.width > implicitWidth + 2 * Theme.gapSmall
                text: qsTr("%1-%2", "year-month").arg(month.day.getUTCFullYear()).arg(String(month.day.getUTCMonth() + 1).padStart(2, "0"))
                font.weight: Theme.strong
                color: Theme.ink
            }
        }
    }
    Repeater {
        model: root.step > 0 ? Math.max(0, Math.ceil(root.width / (root.step * root.dayWidth)) + 1) : 0

        Item {
            id: label
            required property int index
            readonly property int day: root.firstLabel + label.index * root.step
            readonly property bool isToday: root.step === 1 && label.day === root.today
            x: root.xOf(label.day)
            y: root.lineHeight
            width: root.step === 1 ? root.dayWidth : number.implicitWidth
            height: root.lineHeight
            // A date that would be half cut off is left out.
            visible: x >= -1 && x + width <= root.width + 1

            Rectangle {
                anchors.centerIn: parent
                width: Math.max(Math.min(parent.width + 4, 26), number.implicitWidth + 4)
                height: Math.max(20, number.implicitHeight)
                radius: height / 2
                color: Theme.accent
                visible: label.isToday
            }
            Caption {
                id: number
                anchors.fill: parent
                horizontalAlignment: root.step === 1 ? Text.AlignHCenter : Text.AlignLeft
                text: root.dateOf(label.day).getUTCDate()
                color: label.isToday ? Theme.accentInk : Theme.inkSoft
                font.weight: label.isToday ? Theme.strong : Theme.regular
            }
        }
    }
    Hairline {
        y: parent.height - 1
        width: parent.width
    }
}
