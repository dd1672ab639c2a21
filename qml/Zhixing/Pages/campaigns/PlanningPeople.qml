pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme
import Zhixing.ViewModels

/* Who does, decides, advises and hears, task by task, in words rather than a matrix. */
ListView {
    id: root
    required property Raci raci

    /* Those with this letter, by name. */
    function names(cells: list<string>, letter: string): string {
        let names = "";
        for (let i = 0; i < root.raci.people.length; ++i) {
            if (!(cells[i] ?? "").includes(letter)) continue;
            names += (names === "" ? "" : qsTr(", ")) + root.raci.people[i].label;
        }
        return names;
    }

    objectName: "planningPeople"
    clip: true
    model: root.raci.rows
    boundsBehavior: Flickable.StopAtBounds

    delegate: Item {
        id: line
        required property string number
        required property string title
        required property list<string> cells
        required property string gap
        required property string light
        readonly property string advising: root.names(line.cells, "C")
        readonly property string hearing: root.names(line.cells, "I")
        width: root.width
        height: column.implicitHeight + 2 * Theme.gap

        ColumnLayout {
            id: column
            x: Theme.gapPage
            y: Theme.gap
            width: line.width - 2 * x
            spacing: Theme.gapTiny

            Label {
                Layout.fillWidth: true
                text: qsTr("%1. %2", "number, task").arg(line.number).arg(line.title)
                wrapMode: Text.Wrap
            }
            Caption {
                Layout.fillWidth: true
                text: qsTr("Does: %1").arg(root.names(line.cells, "R") || "–") + "\n" + qsTr("Decides: %1").arg(root.names(line.cells, "A") || "–")
                    + (line.advising === "" ? "" : "\n" + qsTr("Advises: %1").arg(line.advising))
                    + (line.hearing === "" ? "" : "\n" + qsTr("Hears of it: %1").arg(line.hearing))
                wrapMode: Text.Wrap
            }
            Light {
                visible: line.light !== "green"
                light: line.light
                word: line.gap
            }
        }
        Hairline {
            x: Theme.gapPage
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
        }
    }
    EmptyState {
        y: 40
        width: parent.width
        visible: root.count === 0
        glyph: "crowd"
        title: qsTr("Nobody is named yet")
        explanation: qsTr("Who does, decides, advises and hears is listed here for every task of the plan.")
    }
}
