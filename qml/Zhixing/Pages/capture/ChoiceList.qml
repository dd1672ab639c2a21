pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* The answers of one question, a line each: round marks where one is taken, square ones where several may be. */
Rectangle {
    id: root
    required property var choices
    /* Positions in `choices`. */
    required property var chosen
    required property bool several
    signal pressed(string choice)

    implicitHeight: column.implicitHeight
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hair
    border.color: Theme.line

    Column {
        id: column
        width: parent.width

        Repeater {
            model: root.choices

            T.AbstractButton {
                id: choice
                required property int index
                required property string modelData
                readonly property bool taken: root.chosen.indexOf(choice.index) >= 0

                width: column.width
                height: Math.max(Theme.target, line.implicitHeight + 2 * Theme.gap)
                text: choice.modelData
                checked: choice.taken
                Accessible.role: root.several ? Accessible.CheckBox : Accessible.RadioButton
                Accessible.name: choice.text
                Accessible.checked: choice.taken
                onClicked: root.pressed(choice.modelData)

                background: Rectangle {
                    color: choice.taken ? Theme.accentSoft : choice.down ? Theme.sunken : "transparent"
                    radius: Theme.radius - 1

                    Hairline {
                        x: Theme.gapLarge
                        width: parent.width - x
                        anchors.bottom: parent.bottom
                        visible: choice.index < root.choices.length - 1
                    }
                    FocusRing {
                        around: choice
                        visible: choice.visualFocus
                    }
                }

                RowLayout {
                    id: line
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gapLarge
                    anchors.rightMargin: Theme.gapLarge
                    spacing: Theme.gap

                    Rectangle {
                        implicitWidth: 20
                        implicitHeight: 20
                        radius: root.several ? 5 : 10
                        color: choice.taken ? Theme.accent : "transparent"
                        border.width: choice.taken ? 0 : 2
                        border.color: Theme.edge

                        Icon {
                            anchors.centerIn: parent
                            width: 16
                            height: 16
                            visible: choice.taken
                            name: "check"
                            color: Theme.accentInk
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        text: choice.text
                        wrapMode: Text.Wrap
                        font.pixelSize: Theme.touch ? Theme.lead : Theme.body
                        color: choice.taken ? Theme.accent : Theme.ink
                    }
                }
            }
        }
    }
}
