pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Theme

/* One of a few views of the same thing. */
FocusScope {
    id: root
    required property list<string> words
    property int current: 0
    signal chosen(int index)

    implicitWidth: line.implicitWidth
    implicitHeight: Theme.touch ? 48 : 36
    Accessible.role: Accessible.PageTabList

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
        border.width: Theme.hair
        border.color: Theme.line
    }
    RowLayout {
        id: line
        anchors.fill: parent
        spacing: 0

        Repeater {
            model: root.words

            T.AbstractButton {
                id: segment
                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitWidth: word.implicitWidth + 24
                checked: segment.index === root.current
                text: segment.modelData
                Accessible.role: Accessible.PageTab
                Accessible.name: segment.text
                onClicked: root.chosen(segment.index)

                background: Item {
                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: 3
                        radius: Theme.radius - 3
                        color: segment.checked ? Theme.surface : segment.down ? Theme.accentSoft : "transparent"
                        border.width: segment.checked ? Theme.hair : 0
                        border.color: Theme.line
                    }
                    FocusRing {
                        around: segment
                        visible: segment.visualFocus
                    }
                }

                Label {
                    id: word
                    anchors.fill: parent
                    text: segment.text
                    horizontalAlignment: Text.AlignHCenter
                    color: segment.checked ? Theme.accent : Theme.inkSoft
                    font.weight: segment.checked ? Theme.strong : Theme.regular
                }
            }
        }
    }
}
