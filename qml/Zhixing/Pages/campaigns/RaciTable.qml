pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Tasks and people: R does it, A decides, C advises, I is told. Arrows move, the letters set a part, Delete takes it away,
   a click goes on to the next letter. */
FocusScope {
    id: root
    required property Raci raci
    property int row: 0
    property int person: 0
    readonly property int count: list.count
    readonly property real gapWidth: 190 * Theme.textScale
    readonly property real cellMin: 56 * Theme.textScale
    /* Where there is no room for everybody, the table scrolls sideways. */
    readonly property real wide: Math.max(root.width, 160 * Theme.textScale + root.gapWidth + root.raci.people.length * root.cellMin)
    readonly property real nameWidth: Math.max(160 * Theme.textScale, Math.min(280 * Theme.textScale, root.wide - root.gapWidth - root.raci.people.length * root.cellMin))
    readonly property real cellWidth: Math.max(root.cellMin, Math.min(92 * Theme.textScale, (root.wide - root.nameWidth - root.gapWidth - 2) / Math.max(1, root.raci.people.length)))

    function choose(row: int, person: int): void {
        root.row = Math.max(0, Math.min(list.count - 1, row));
        root.person = Math.max(0, Math.min(root.raci.people.length - 1, person));
        list.positionViewAtIndex(root.row, ListView.Contain);
    }
    function next(letter: string): string {
        return letter === "" ? "R" : letter === "R" ? "A" : letter === "A" ? "C" : letter === "C" ? "I" : "";
    }

    objectName: "raciTable"
    implicitHeight: header.height + list.contentHeight + 2
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Who does, decides, advises and is told")
    Keys.onPressed: event => {
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Down:
            root.choose(root.row + 1, root.person);
            break;
        case Qt.Key_Up:
            root.choose(root.row - 1, root.person);
            break;
        case Qt.Key_Left:
            root.choose(root.row, root.person - 1);
            break;
        case Qt.Key_Right:
            root.choose(root.row, root.person + 1);
            break;
        case Qt.Key_R:
            root.raci.set(root.row, root.person, "R");
            break;
        case Qt.Key_A:
            root.raci.set(root.row, root.person, "A");
            break;
        case Qt.Key_C:
            root.raci.set(root.row, root.person, "C");
            break;
        case Qt.Key_I:
            root.raci.set(root.row, root.person, "I");
            break;
        case Qt.Key_Delete:
        case Qt.Key_Backspace:
            root.raci.set(root.row, root.person, "");
            break;
        default:
            event.accepted = false;
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hair
        border.color: Theme.line
    }
    Flickable {
        anchors.fill: parent
        contentWidth: root.wide
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive
        T.ScrollBar.horizontal: ScrollBar {}

        Row {
            id: header
            x: 1
            height: Math.max(40, 2 * Theme.caption)

            Caption {
                width: root.nameWidth
                height: parent.height
                leftPadding: Theme.gapLarge
                text: qsTr("Task")
            }
            Repeater {
                model: root.raci.people

                Caption {
                    required property var modelData
                    width: root.cellWidth
                    height: header.height
                    text: modelData.label
                    horizontalAlignment: Text.AlignHCenter
                    elide: Text.ElideRight
                }
            }
            Caption {
                width: root.gapWidth
                height: parent.height
                leftPadding: Theme.gap
                text: qsTr("Check")
            }
        }
        Hairline {
            y: header.height
            width: root.wide
        }
        ListView {
            id: list
            x: 1
            y: header.height + 1
            width: root.wide - 2
            height: root.height - y - 1
            clip: true
            model: root.raci.rows
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {
                parent: root
                x: root.width - width - 1
                y: list.y
                height: list.height
            }

            delegate: Item {
                id: task
                required property int index
                required property string number
                required property string title
                required property var cells
                required property string gap
                required property string light
                width: list.width
                height: Math.max(Theme.rowHeight, name.implicitHeight + Theme.gap)

                Label {
                    id: name
                    x: Theme.gapLarge
                    width: root.nameWidth - x - Theme.gapSmall
                    height: parent.height
                    text: qsTr("%1  %2", "number, title").arg(task.number).arg(task.title)
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: task.cells

                    T.AbstractButton {
                        id: cell
                        required property int index
                        required property string modelData
                        x: root.nameWidth + cell.index * root.cellWidth
                        width: root.cellWidth
                        height: task.height
                        focusPolicy: Qt.NoFocus
                        hoverEnabled: true
                        text: cell.modelData
                        Accessible.role: Accessible.Cell
                        Accessible.name: qsTr("%1: %2", "person, part").arg(root.raci.people[cell.index]?.label ?? "").arg(cell.modelData)
                        onClicked: {
                            root.forceActiveFocus(Qt.MouseFocusReason);
                            root.choose(task.index, cell.index);
                            root.raci.set(task.index, cell.index, root.next(cell.modelData));
                        }

                        background: Rectangle {
                            color: cell.hovered && root.raci.mayEdit ? Theme.sunken : "transparent"
                            border.width: root.activeFocus && root.row === task.index && root.person === cell.index ? 2 : 0
                            border.color: Theme.accent
                            radius: Theme.radius
                        }
                        Row {
                            anchors.centerIn: parent
                            spacing: Theme.gapTiny

                            Repeater {
                                model: cell.modelData.split("")

                                Rectangle {
                                    id: part
                                    required property string modelData
                                    width: Math.max(26, letter.implicitWidth + 10)
                                    height: Math.max(24, letter.implicitHeight)
                                    radius: Theme.radius
                                    color: part.modelData === "A" ? Theme.accent : part.modelData === "R" ? Theme.accentSoft : "transparent"
                                    border.width: part.modelData === "A" || part.modelData === "R" ? 0 : Theme.hair
                                    border.color: Theme.edge

                                    Label {
                                        id: letter
                                        anchors.centerIn: parent
                                        text: part.modelData
                                        font.weight: Theme.strong
                                        color: part.modelData === "A" ? Theme.accentInk : part.modelData === "R" ? Theme.accent : Theme.inkSoft
                                    }
                                }
                            }
                        }
                    }
                }
                Light {
                    x: root.nameWidth + task.cells.length * root.cellWidth + Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    light: task.light
                    word: task.gap
                    plain: task.light === "green"
                }
                Hairline {
                    x: Theme.gapLarge
                    y: parent.height - 1
                    width: parent.width - 2 * x
                    visible: task.index < list.count - 1
                }
            }
        }
    }
}
