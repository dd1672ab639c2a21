pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* The phone's places, two on each side of the capture button. */
Rectangle {
    id: root
    /* Each entry is a name, a drawing and a word. */
    required property list<NavigationItem> items
    required property string current
    required property string captureWord
    signal chosen(string name)
    signal capture

    implicitWidth: 360
    implicitHeight: 64
    color: Theme.surface

    Hairline {
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gapSmall
        spacing: 0

        Repeater {
            model: root.items.length + 1

            Item {
                id: slot
                required property int index
                readonly property bool isCapture: slot.index === 2
                readonly property NavigationItem item: slot.isCapture ? null
                    : root.items[slot.index > 2 ? slot.index - 1 : slot.index]

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1

                T.AbstractButton {
                    id: tab
                    anchors.fill: parent
                    visible: !slot.isCapture
                    objectName: slot.item ? "tab-" + slot.item.name : ""
                    checked: slot.item !== null && slot.item.name === root.current
                    text: slot.item ? slot.item.word : ""
                    Accessible.role: Accessible.PageTab
                    Accessible.name: tab.text
                    onClicked: root.chosen(slot.item.name)

                    background: FocusRing {
                        around: tab
                        visible: tab.visualFocus
                    }
                    contentItem: Item {
                        Column {
                            anchors.centerIn: parent
                            spacing: 2

                            Item {
                                anchors.horizontalCenter: parent.horizontalCenter
                                width: 24
                                height: 24

                                Icon {
                                    anchors.fill: parent
                                    name: slot.item ? slot.item.glyph : ""
                                    color: tab.checked ? Theme.accent : Theme.inkSoft
                                }
                                Rectangle {
                                    x: parent.width - 4
                                    y: -2
                                    width: 8
                                    height: 8
                                    radius: 4
                                    visible: slot.item !== null && slot.item.needsYou
                                    color: Theme.red
                                }
                            }
                            Caption {
                                anchors.horizontalCenter: parent.horizontalCenter
                                text: tab.text
                                color: tab.checked ? Theme.accent : Theme.inkSoft
                                font.weight: tab.checked ? Theme.strong : Theme.regular
                            }
                        }
                    }
                }
                T.AbstractButton {
                    id: capture
                    anchors.centerIn: parent
                    visible: slot.isCapture
                    width: 56
                    height: 48
                    objectName: "capture"
                    text: root.captureWord
                    Accessible.name: capture.text
                    onClicked: root.capture()

                    background: Rectangle {
                        radius: Theme.radius + 4
                        color: capture.down ? Theme.accentPressed : Theme.accent

                        FocusRing {
                            around: capture
                            visible: capture.visualFocus
                        }
                    }
                    contentItem: Item {
                        Icon {
                            anchors.centerIn: parent
                            width: Math.round(26 * Math.min(1.4, Theme.textScale))
                            height: width
                            name: "plus"
                            color: Theme.accentInk
                        }
                    }
                }
            }
        }
    }
}
