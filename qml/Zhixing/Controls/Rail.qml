pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* The laptop's places, beside the page. What belongs to the device itself stands at the foot. */
Rectangle {
    id: root
    required property list<NavigationItem> items
    required property string current
    required property string organisation
    required property string person
    default property alias foot: foot.data
    signal chosen(string name)

    implicitWidth: Math.round(220 * Math.min(Theme.textScale, 1.4))
    color: Theme.sunken

    Hairline {
        anchors.right: parent.right
        height: parent.height
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            Layout.bottomMargin: Theme.gapHuge
            Layout.leftMargin: Theme.gapSmall
            spacing: Theme.gap

            Icon {
                implicitWidth: 36
                implicitHeight: 36
                name: "mark"
                color: Theme.accent
                ground: Theme.accentInk
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: root.organisation
                    font.weight: Theme.strong
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    text: root.person
                    wrapMode: Text.Wrap
                }
            }
        }
        Repeater {
            model: root.items

            T.AbstractButton {
                id: place
                required property NavigationItem modelData

                Layout.fillWidth: true
                implicitHeight: Math.max(40, line.implicitHeight + Theme.gap)
                objectName: "tab-" + place.modelData.name
                checked: place.modelData.name === root.current
                hoverEnabled: true
                text: place.modelData.word
                Accessible.role: Accessible.PageTab
                Accessible.name: place.text
                onClicked: root.chosen(place.modelData.name)

                background: Rectangle {
                    radius: Theme.radius
                    color: place.checked ? Theme.surface : place.hovered ? Theme.paper : "transparent"
                    border.width: place.checked ? Theme.hair : 0
                    border.color: Theme.line

                    FocusRing {
                        around: place
                        visible: place.visualFocus
                    }
                }

                RowLayout {
                    id: line
                    anchors.fill: parent
                    spacing: Theme.gap

                    Icon {
                        Layout.leftMargin: Theme.gap
                        implicitWidth: Theme.icon
                        implicitHeight: Theme.icon
                        name: place.modelData.glyph
                        color: place.checked ? Theme.accent : Theme.inkSoft
                    }
                    Label {
                        Layout.fillWidth: true
                        text: place.text
                        color: place.checked ? Theme.accent : Theme.ink
                        font.weight: place.checked ? Theme.strong : Theme.regular
                        elide: Text.ElideRight
                    }
                    Rectangle {
                        Layout.rightMargin: Theme.gapSmall
                        visible: place.modelData.count > 0
                        implicitWidth: Math.max(22, number.implicitWidth + 12)
                        implicitHeight: 20
                        radius: 10
                        color: place.modelData.needsYou ? Theme.redSoft : Theme.accentSoft

                        Caption {
                            id: number
                            anchors.centerIn: parent
                            text: place.modelData.count
                            color: place.modelData.needsYou ? Theme.red : Theme.accent
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        ColumnLayout {
            id: foot
            Layout.fillWidth: true
            spacing: Theme.gapTiny
        }
    }
}
