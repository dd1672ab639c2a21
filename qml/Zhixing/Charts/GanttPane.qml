pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* A whole Gantt chart: names on the left, the calendar above, bars beneath it. Drag a bar or its ends; with the keyboard
   ↑ ↓ choose a task, ← → move it by a day, with Shift its end alone, Enter opens it, + and − zoom, Home shows today. */
FocusScope {
    id: root
    required property var model
    required property int firstDay
    required property int lastDay
    required property int today
    property list<int> holidays
    property list<int> workdays
    property bool editable: false
    property Component whenEmpty: null
    property real dayWidth: 28
    property bool isZoomed: false
    readonly property alias currentRow: chart.currentRow
    readonly property alias count: names.count
    readonly property real rowHeight: Math.round((Theme.touch ? 48 : 36) * Math.max(1, Theme.large ? 1.25 * Theme.textScale : 1))
    readonly property real namesWidth: Math.min(300 * Theme.textScale, Math.max(132, root.width * 0.36))
    signal moved(string key, int startDay, int endDay)
    signal opened(string key)

    function zoom(factor: real): void {
        const middle = (flick.contentX + flick.width / 2) / root.dayWidth;
        root.isZoomed = true;
        root.dayWidth = Math.max(1, Math.min(64, root.dayWidth * factor));
        flick.contentX = root.boundedX(middle * root.dayWidth - flick.width / 2);
    }
    /* The whole chart as a file; false when it could not be written. */
    function writeTo(file: url, title: string, note: string): bool {
        return chart.printTo(file, root.lastDay, title, note, Theme.family);
    }
    function showToday(): void {
        flick.contentX = root.boundedX((root.today - root.firstDay) * root.dayWidth - flick.width / 3);
    }
    function fit(): void {
        const days = Math.max(1, root.lastDay - root.firstDay + 1);
        if (flick.width > 0) root.dayWidth = Math.max(9, Math.min(48, Math.floor(flick.width / days)));
        flick.contentX = 0;
    }
    function boundedX(x: real): real {
        return Math.max(0, Math.min(flick.contentWidth - flick.width, x));
    }
    function choose(row: int): void {
        if (root.count === 0) return;
        chart.currentRow = Math.max(0, Math.min(root.count - 1, row));
        const top = chart.currentRow * root.rowHeight;
        flick.contentY = Math.max(0, Math.min(top, Math.max(flick.contentY, top + root.rowHeight - flick.height)));
        const bar = chart.barRect(chart.currentRow);
        if (bar.width > 0 && (bar.x < 0 || bar.x > flick.width - 40)) {
            flick.contentX = root.boundedX(flick.contentX + bar.x - flick.width / 3);
        }
    }
    function nudge(startBy: int, endBy: int): void {
        chart.nudge(startBy, endBy);
        if (chart.moving) settling.restart();
    }
    function dayText(day: int): string {
        const date = new Date(day * 86400000);
        return qsTr("%1-%2", "month-day").arg(date.getUTCMonth() + 1).arg(date.getUTCDate());
    }

    implicitWidth: 600
    implicitHeight: header.height + root.count * root.rowHeight + 2
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Gantt chart")
    Accessible.focusable: true

    Keys.onPressed: event => {
        event.accepted = true;
        const shift = event.modifiers & Qt.ShiftModifier;
        switch (event.key) {
        case Qt.Key_Down:
        case Qt.Key_J:
            root.choose(chart.currentRow + 1);
            break;
        case Qt.Key_Up:
        case Qt.Key_K:
            root.choose(chart.currentRow - 1);
            break;
        case Qt.Key_Left:
            root.nudge(shift ? 0 : -1, -1);
            break;
        case Qt.Key_Right:
            root.nudge(shift ? 0 : 1, 1);
            break;
        case Qt.Key_Home:
            root.showToday();
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            root.zoom(1.25);
            break;
        case Qt.Key_Minus:
            root.zoom(0.8);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (chart.moving) chart.finishMove();
            else if (chart.currentRow >= 0) root.opened(root.model.value(chart.currentRow, "key"));
            break;
        case Qt.Key_Escape:
            event.accepted = chart.moving;
            chart.cancelMove();
            break;
        default:
            event.accepted = false;
        }
    }
    // A plan is first seen whole, and where it is long, from today on.
    onFirstDayChanged: begun.restart()
    onWidthChanged: begun.restart()
    onActiveFocusChanged: if (!root.activeFocus) chart.finishMove()
    onVisibleChanged: if (!root.visible) chart.finishMove()

    Timer {
        id: begun
        interval: 0
        onTriggered: {
            if (root.isZoomed || root.width <= 0) return;
            root.fit();
            if (flick.contentWidth > flick.width) root.showToday();
        }
    }
    Timer {
        id: settling
        interval: 700
        onTriggered: chart.finishMove()
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? 2 : Theme.hair
        border.color: root.activeFocus ? Theme.accent : Theme.line
    }
    GanttHeader {
        id: header
        x: root.namesWidth + 1
        y: 1
        width: root.width - x - 1
        firstDay: root.firstDay
        scrollX: flick.contentX
        dayWidth: root.dayWidth
        today: root.today
    }
    Hairline {
        y: header.height
        x: 1
        width: root.namesWidth
    }
    GanttNames {
        id: names
        x: 1
        y: header.height + 1
        width: root.namesWidth - 1
        height: flick.height
        model: root.model
        rowHeight: root.rowHeight
        currentRow: chart.currentRow
        contentY: flick.contentY
        onChosen: row => {
            root.forceActiveFocus();
            root.choose(row);
        }
        onOpened: key => root.opened(key)
    }
    Rectangle {
        x: root.namesWidth
        width: Theme.hair
        height: root.height
        color: Theme.line
    }
    Flickable {
        id: flick
        objectName: "ganttArea"
        x: root.namesWidth + 1
        y: header.height + 1
        width: root.width - x - 2
        height: root.height - y - 2
        contentWidth: Math.max(width, (root.lastDay - root.firstDay + 1) * root.dayWidth)
        contentHeight: Math.max(height, root.count * root.rowHeight)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollBar {}
        T.ScrollBar.horizontal: ScrollBar {}

        WheelHandler {
            acceptedModifiers: Qt.ControlModifier
            onWheel: event => root.zoom(event.angleDelta.y > 0 ? 1.15 : 0.87)
        }
        GanttView {
            id: chart
            objectName: "ganttChart"
            // It stays in sight and shows what is scrolled to, so its size never grows with the plan.
            x: flick.contentX
            y: flick.contentY
            width: flick.width
            height: flick.height
            model: root.model
            firstDay: root.firstDay
            scrollX: flick.contentX
            scrollY: flick.contentY
            dayWidth: root.dayWidth
            rowHeight: root.rowHeight
            today: root.today
            holidays: root.holidays
            workdays: root.workdays
            editable: root.editable
            colours: [Theme.dark ? Theme.paper : Theme.sunken, Theme.line, Theme.accentSoft, Theme.accent, Theme.edge, Theme.bar, Theme.barDone,
                Theme.green, Theme.redSoft, Theme.red, Theme.edge, Theme.ink, Theme.accent, Theme.inkSoft, Theme.red]
            onMoved: (key, startDay, endDay) => root.moved(key, startDay, endDay)
            onOpened: key => root.opened(key)
        }
        Rectangle {
            readonly property rect place: chart.movingRect
            x: chart.x + Math.max(0, Math.min(flick.width - width, place.x))
            y: chart.y + (place.y < 40 ? place.y + place.height + 6 : place.y - height - 6)
            width: span.implicitWidth + 2 * Theme.gapSmall
            height: span.implicitHeight + Theme.gapSmall
            visible: chart.moving
            radius: Theme.radius
            color: Theme.ink

            Caption {
                id: span
                anchors.centerIn: parent
                text: qsTr("%1 – %2", "from day to day").arg(root.dayText(chart.movingStart)).arg(root.dayText(chart.movingEnd))
                color: Theme.paper
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: root.count === 0 && root.whenEmpty !== null
        sourceComponent: root.whenEmpty
    }
}
