import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* One photo in a PhotoStrip: its thumbnail, and beneath it in a drawing and words how far it is on its way. */
T.AbstractButton {
    id: root
    required property string thumbnail
    /* `draft`, `waiting`, `sending`, `held`, `refused`, `elsewhere` or `missing`. */
    required property string delivery
    required property string words
    required property real share
    required property bool isDocument
    property bool removable: false
    property bool warns: false
    property string removeWord: ""
    signal removed

    readonly property color tone: root.delivery === "held" ? Theme.green
        : root.delivery === "refused" || root.delivery === "missing" ? Theme.red : Theme.inkSoft

    implicitWidth: 112
    implicitHeight: frame.height + Theme.gapTiny + state.implicitHeight
    text: root.words
    Accessible.role: Accessible.Button

    background: Item {}
    Item {
        anchors.fill: parent

        Rectangle {
            id: frame
            width: root.width
            height: root.width
            radius: Theme.radius
            color: root.down ? Theme.accentSoft : Theme.sunken
            border.width: root.warns ? 2 : Theme.hair
            border.color: root.warns ? Theme.amber : Theme.line

            Icon {
                anchors.centerIn: parent
                visible: picture.status !== Image.Ready
                width: 32
                height: 32
                name: root.isDocument ? "document" : "picture"
                color: Theme.inkSoft
            }
            Image {
                id: picture
                anchors.fill: parent
                anchors.margins: root.warns ? 2 : Theme.hair
                source: root.thumbnail
                fillMode: Image.PreserveAspectCrop
                asynchronous: false
            }
            Rectangle {
                visible: root.delivery === "sending"
                x: Theme.gapTiny
                y: parent.height - height - Theme.gapTiny
                width: parent.width - 2 * x
                height: 6
                radius: 3
                color: Theme.surface

                Rectangle {
                    width: parent.width * Math.min(1, root.share)
                    height: parent.height
                    radius: parent.radius
                    color: Theme.accent
                }
            }
            FocusRing {
                around: frame
                visible: root.visualFocus
            }
        }
        Row {
            id: state
            y: frame.height + Theme.gapTiny
            width: root.width
            spacing: Theme.gapTiny

            Icon {
                id: sign
                anchors.verticalCenter: parent.verticalCenter
                width: 14
                height: 14
                name: root.delivery === "held" ? "check" : root.delivery === "sending" ? "outbox"
                    : root.delivery === "refused" || root.delivery === "missing" ? "info" : "clock"
                color: root.tone
            }
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                width: root.width - sign.width - Theme.gapTiny
                text: root.words
                color: root.tone
                wrapMode: Text.Wrap
            }
        }
    }
    T.AbstractButton {
        id: remove
        x: root.width - width
        width: 48
        height: 48
        visible: root.removable
        objectName: "removePhoto"
        text: root.removeWord
        Accessible.name: root.removeWord
        onClicked: root.removed()

        Item {
            anchors.fill: parent

            Rectangle {
                id: cross
                x: parent.width - width - 6
                y: 6
                width: 26
                height: 26
                radius: 13
                color: Theme.surface
                border.width: Theme.hair
                border.color: Theme.line

                Icon {
                    anchors.centerIn: parent
                    width: 16
                    height: 16
                    name: "close"
                    color: Theme.ink
                }
                FocusRing {
                    around: cross
                    radius: 15
                    visible: remove.visualFocus
                }
            }
        }
    }
}
