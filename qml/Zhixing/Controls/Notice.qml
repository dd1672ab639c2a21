import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme

/* Says what just happened, then leaves: "saved on this phone", "returned to 李娜". */
Rectangle {
    id: root
    property bool shown: false

    function show(text: string, isFault: bool) {
        words.text = text;
        glyph.name = isFault ? "info" : "check";
        root.shown = true;
        leave.restart();
    }

    implicitWidth: line.implicitWidth + 2 * Theme.gapLarge
    implicitHeight: line.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.ink
    opacity: root.shown ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation { duration: Theme.quick }
    }
    Timer {
        id: leave
        interval: 4000
        onTriggered: root.shown = false
    }
    RowLayout {
        id: line
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: Theme.gapSmall

        Icon {
            id: glyph
            implicitWidth: 20
            implicitHeight: 20
            color: Theme.paper
        }
        Label {
            id: words
            Layout.fillWidth: true
            color: Theme.paper
            wrapMode: Text.Wrap
        }
    }
    TapHandler {
        onTapped: root.shown = false
    }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
}
