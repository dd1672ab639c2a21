pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* One photo over the whole window: the arrow keys or a swipe show the others, Space or Escape goes back. */
T.Popup {
    id: root
    required property PhotoList photos
    property int index: 0
    /* Of the one that is shown. `count` tells of every change of the list, so that these follow it. */
    readonly property bool isWhole: root.photos.count > root.index && root.photos.rows.value(root.index, "full") !== ""
    readonly property string fetching: root.photos.count > root.index ? root.photos.rows.value(root.index, "fetching") : ""
    readonly property bool mayFetch: root.photos.count > root.index && root.photos.rows.value(root.index, "mayFetch")

    function show(index: int): void {
        root.index = index;
        root.open();
        root.fetch();
    }
    /* Whoever looks at a photo large wants to see all of it. */
    function fetch(): void {
        if (root.visible) root.photos.fetch(root.photos.rows.value(root.index, "key") ?? "");
    }
    function step(by: int): void {
        root.index = Math.max(0, Math.min(root.photos.count - 1, root.index + by));
    }

    objectName: "photoViewer"
    parent: T.Overlay.overlay
    width: parent.width
    height: parent.height
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape
    onIndexChanged: root.fetch()

    background: Rectangle {
        color: Theme.paper
    }

    FocusScope {
        anchors.fill: parent
        focus: true
        Keys.onLeftPressed: root.step(-1)
        Keys.onRightPressed: root.step(1)
        Keys.onSpacePressed: root.close()

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gapPage
                spacing: Theme.gapSmall

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Photo %1 of %2").arg(root.index + 1).arg(root.photos.count)
                    font.weight: Theme.strong
                    Accessible.role: Accessible.Heading
                }
                IconButton {
                    objectName: "closePhoto"
                    glyph: "close"
                    text: qsTr("Back")
                    onClicked: root.close()
                }
            }
            ListView {
                id: pages
                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                orientation: ListView.Horizontal
                snapMode: ListView.SnapOneItem
                highlightRangeMode: ListView.StrictlyEnforceRange
                highlightMoveDuration: Theme.quick
                boundsBehavior: Flickable.StopAtBounds
                model: root.visible ? root.photos.rows : null
                currentIndex: root.index
                onCurrentIndexChanged: if (currentIndex >= 0) root.index = currentIndex

                delegate: Item {
                    id: page
                    required property string thumbnail
                    required property string full
                    required property bool isDocument
                    width: pages.width
                    height: pages.height

                    Image {
                        id: picture
                        objectName: "wholePhoto"
                        anchors.fill: parent
                        anchors.margins: Theme.gap
                        source: page.isDocument ? "" : page.full !== "" ? page.full : page.thumbnail
                        // Never more than the screen shows: a phone's photo takes fifty megabytes otherwise.
                        sourceSize.width: 2 * pages.width
                        sourceSize.height: 2 * pages.height
                        fillMode: Image.PreserveAspectFit
                        autoTransform: true
                        asynchronous: true
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("Photo")
                    }
                    EmptyState {
                        anchors.centerIn: parent
                        width: parent.width
                        visible: page.isDocument || picture.status === Image.Error
                        glyph: page.isDocument ? "document" : "picture"
                        title: page.isDocument ? qsTr("A PDF document") : qsTr("This picture cannot be shown")
                        explanation: page.isDocument ? qsTr("It is kept as it is and sent with the record.") : ""
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.gapPage
                spacing: Theme.gapSmall

                Label {
                    Layout.fillWidth: true
                    text: pages.currentItem === null ? "" : root.photos.rows.value(root.index, "words") + " · " + root.photos.rows.value(root.index, "about")
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.photos.rows.value(root.index, "warning") ?? ""
                    color: Theme.amber
                    wrapMode: Text.Wrap
                }
                RowLayout {
                    Layout.fillWidth: true
                    visible: root.photos.count > 0 && !root.isWhole
                    spacing: Theme.gap

                    Caption {
                        Layout.fillWidth: true
                        objectName: "photoFetching"
                        text: root.fetching !== "" ? root.fetching : qsTr("Only the small picture is on this device.")
                        wrapMode: Text.Wrap
                    }
                    Button {
                        objectName: "fetchPhoto"
                        visible: root.mayFetch
                        quiet: true
                        glyph: "sync"
                        text: qsTr("Try again")
                        onClicked: root.fetch()
                    }
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Button {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        objectName: "removeShown"
                        visible: root.photos.rows.value(root.index, "removable") ?? false
                        quiet: true
                        danger: true
                        glyph: "trash"
                        text: qsTr("Remove")
                        onClicked: {
                            root.photos.remove(root.photos.rows.value(root.index, "key"));
                            if (root.photos.count === 0) root.close();
                        }
                    }
                    Button {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 2
                        objectName: "markedCopy"
                        visible: root.photos.rows.value(root.index, "full") !== "" && !(root.photos.rows.value(root.index, "isDocument") ?? false)
                        quiet: true
                        text: qsTr("Save a copy with time and place")
                        onClicked: root.photos.saveMarkedCopy(root.photos.rows.value(root.index, "key"))
                    }
                }
            }
        }
    }
}
