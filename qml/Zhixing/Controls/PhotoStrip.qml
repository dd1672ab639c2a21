pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* Photos in a row: how to add one, then those there are, each with the truth about its delivery. Pages show it through
   PhotoField.qml, which brings the camera, the album and the full screen along; alone it needs
     model     rows with the roles of PhotoList: key, thumbnail, state, words, share, removable, isDocument, warning, about
     busy      how many are being taken in
     canAdd, hasCamera   which ways to add are offered
     cameraWord, chooseWord, removeWord, busyWord   what they are called
   and tells cameraAsked(), chooseAsked(), opened(index), removed(key). Space, Enter or a tap opens a photo, the arrow keys move
   along the row, Delete takes away what may go. */
Flickable {
    id: root
    required property var model
    required property string cameraWord
    required property string chooseWord
    required property string removeWord
    required property string busyWord
    property int busy: 0
    property bool canAdd: true
    property bool hasCamera: true
    /* The first way to add stands out: the next step is to take a picture. */
    property bool inviting: false
    readonly property int side: 112
    signal cameraAsked
    signal chooseAsked
    signal opened(int index)
    signal removed(string key)

    implicitWidth: 320
    implicitHeight: Math.max(line.implicitHeight, root.side)
    contentWidth: line.implicitWidth
    contentHeight: height
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    component AddTile: T.AbstractButton {
        id: adding
        property string glyph: ""
        property bool main: false
        implicitWidth: Math.max(photos.count > 0 ? 72 : root.side, Theme.large ? Math.ceil(longest.advanceWidth) + 2 * Theme.gapSmall : 0)
        implicitHeight: Math.max(root.side, 28 + word.implicitHeight + 3 * Theme.gapTiny)
        Accessible.name: adding.text

        background: Rectangle {
            radius: Theme.radius
            color: adding.main ? (adding.down ? Theme.accentPressed : Theme.accent)
                : adding.down ? Theme.accentSoft : adding.hovered ? Theme.sunken : Theme.surface
            border.width: adding.main ? 0 : Theme.hair
            border.color: Theme.edge

            FocusRing {
                around: adding
                visible: adding.visualFocus
            }
        }

        // No word is broken: the tile is as wide as the longest of them.
        TextMetrics {
            id: longest
            font: word.font
            text: adding.text.split(" ").reduce((a, b) => b.length > a.length ? b : a)
        }
        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gapTiny
            spacing: Theme.gapTiny

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 28
                height: 28
                name: adding.glyph
                color: adding.main ? Theme.accentInk : Theme.accent
            }
            Caption {
                id: word
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: adding.text
                color: adding.main ? Theme.accentInk : Theme.ink
                wrapMode: Text.WordWrap
            }
        }
    }

    Row {
        id: line
        spacing: Theme.gapSmall

        AddTile {
            visible: root.canAdd && root.hasCamera
            objectName: "takePhoto"
            glyph: "camera"
            text: root.cameraWord
            main: root.inviting
            onClicked: root.cameraAsked()
        }
        AddTile {
            visible: root.canAdd
            objectName: "choosePhoto"
            glyph: "picture"
            text: root.chooseWord
            main: root.inviting && !root.hasCamera
            onClicked: root.chooseAsked()
        }
        Repeater {
            id: photos
            model: root.model

            PhotoTile {
                id: tile
                required property int index
                required property string key
                required property string warning
                required property string about
                required property var model
                delivery: tile.model.state
                objectName: "photo" + tile.index
                warns: tile.warning !== ""
                removable: tile.model.removable
                removeWord: root.removeWord
                Accessible.name: tile.words + ", " + tile.about + (tile.warning !== "" ? ", " + tile.warning : "")
                onClicked: root.opened(tile.index)
                onRemoved: root.removed(tile.key)
                Keys.onDeletePressed: if (tile.removable) root.removed(tile.key)
                Keys.onReturnPressed: root.opened(tile.index)
                Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
        Repeater {
            model: root.busy

            Rectangle {
                width: root.side
                height: root.side
                radius: Theme.radius
                color: Theme.sunken

                Caption {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.gapSmall
                    horizontalAlignment: Text.AlignHCenter
                    text: root.busyWord
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
