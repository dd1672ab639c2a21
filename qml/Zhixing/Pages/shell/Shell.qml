import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* One code base, two shapes: a bottom bar on phones, a rail from 900 wide. Before enrolment there is only the first page. */
FocusScope {
    id: root
    required property App app

    readonly property string shape: root.width <= 0 ? "" : !root.app.account.isEnrolled ? "EnrolPage.qml"
        : root.width >= Theme.wideFrom ? "LaptopFrame.qml" : "PhoneFrame.qml"

    /* Where to go, by name: today, tasks, task, capture, spend, feedback, report, spends, board, me, outbox, tray, search on the
       phone; campaigns, budget, voices, review, search, sync, settings on the laptop. Names that only the other shape has lead to the
       nearest place. */
    function show(page: string): void {
        (loader.item as Frame)?.show(page);
    }
    // The components of a Loader may not be bound in Qt 6.4, so the shapes are loaded as files and handed what they need.
    function load() {
        if (root.shape !== "") loader.setSource(root.shape, { app: root.app });
    }

    onShapeChanged: root.load()
    Component.onCompleted: root.load()

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
    }
    Notice {
        id: notice
        z: 10
        width: Math.min(root.width - 2 * Theme.gapPage, 420)
        x: (root.width - width) / 2
        y: root.height - height - (root.width >= Theme.wideFrom ? Theme.gapHuge : 64 + Theme.gap)
    }
    Connections {
        target: root.app
        function onSaid(text: string, isFault: bool) {
            notice.show(text, isFault);
        }
    }
}
