import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* How far a piece of work is, in steps of ten: drag, or press on either side. */
RowLayout {
    id: root
    required property int percent
    required property bool editable
    signal moved(int percent)

    spacing: Theme.gap

    T.Slider {
        id: slider
        Layout.fillWidth: true
        objectName: "progress"
        implicitWidth: 120
        implicitHeight: Theme.target
        enabled: root.editable
        from: 0
        to: 100
        stepSize: 10
        snapMode: T.Slider.SnapAlways
        value: root.percent
        Accessible.name: qsTr("Progress")
        // Only what the person lets go of is recorded, not every step on the way.
        onPressedChanged: if (!pressed && value !== root.percent) root.moved(value)
        Keys.onReleased: if (value !== root.percent) root.moved(value)

        background: Rectangle {
            x: 0
            y: (slider.height - height) / 2
            width: slider.width
            height: 8
            radius: height / 2
            color: Theme.sunken
            border.width: Theme.hair
            border.color: Theme.line

            Rectangle {
                width: slider.visualPosition * parent.width
                height: parent.height
                radius: height / 2
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: slider.visualPosition * (slider.width - width)
            y: (slider.height - height) / 2
            visible: root.editable
            width: 24
            height: 24
            radius: width / 2
            color: Theme.surface
            border.width: 2
            border.color: Theme.accent

            FocusRing {
                around: slider
                visible: slider.visualFocus
            }
        }
    }
    Label {
        Layout.preferredWidth: Math.max(48, implicitWidth)
        text: qsTr("%1 %").arg(Math.round(slider.value))
        horizontalAlignment: Text.AlignRight
        font.weight: Theme.strong
    }
}
