pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* What the marks of the Gantt chart mean. */
Row {
    id: root

    spacing: Theme.gapLarge

    component Mark: Row {
        id: mark
        required property string word
        property color fill: Theme.bar
        property color edge: "transparent"
        property bool thin: false
        property bool diamond: false

        spacing: Theme.gapTiny

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: mark.diamond ? height : 18
            height: mark.thin ? 4 : mark.diamond ? 9 : 12
            rotation: mark.diamond ? 45 : 0
            color: mark.fill
            border.width: mark.edge.a > 0 ? 2 : 0
            border.color: mark.edge
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            text: mark.word
        }
    }

    Mark {
        word: qsTr("Done")
        fill: Theme.green
    }
    Mark {
        word: qsTr("Under way")
        fill: Theme.barDone
    }
    Mark {
        word: qsTr("Late")
        fill: Theme.red
    }
    Mark {
        word: qsTr("Milestone")
        fill: Theme.accent
        diamond: true
    }
    Mark {
        word: qsTr("Critical")
        edge: Theme.ink
    }
    Mark {
        word: qsTr("Frozen plan")
        fill: Theme.edge
        thin: true
    }
    Mark {
        word: qsTr("Day off")
        fill: Theme.dark ? Theme.paper : Theme.sunken
        edge: Theme.line
    }
}
