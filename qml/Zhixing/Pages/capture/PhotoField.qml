pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The photos of a form or record: with the camera, from the album, dropped or pasted; full screen with Space or a tap. All
   that a page needs is
     PhotoField { width: parent.width; photos: root.form.photos }
   with a PhotoList that the form's view model owns. `canAdd` is off where photos are only looked at, `inviting` makes the
   camera the next step. */
FormField {
    id: root
    required property PhotoList photos
    property bool canAdd: true
    property bool inviting: false
    /* Phones have a camera; on a laptop pictures are chosen, dropped or pasted. */
    property bool hasCamera: Theme.touch

    /* Opens the camera as a tap on its tile would. */
    function openCamera(): void {
        camera.open();
    }

    label: qsTr("Photos")
    fault: ""
    help: root.photos.warning !== "" ? root.photos.warning
        : root.canAdd && !root.hasCamera ? qsTr("Drop pictures here, or paste them with Ctrl+V.") : ""

    Item {
        Layout.fillWidth: true
        implicitHeight: strip.implicitHeight

        PhotoStrip {
            id: strip
            objectName: "photos"
            anchors.fill: parent
            model: root.photos.rows
            busy: root.photos.busy
            canAdd: root.canAdd && !root.photos.full
            hasCamera: root.hasCamera
            inviting: root.inviting
            cameraWord: qsTr("Take a photo")
            chooseWord: qsTr("Choose a picture")
            removeWord: qsTr("Remove this photo")
            busyWord: qsTr("Saving…")
            onCameraAsked: camera.open()
            onChooseAsked: album.open()
            onOpened: index => viewer.show(index)
            onRemoved: key => root.photos.remove(key)
        }
        DropArea {
            id: drop
            anchors.fill: parent
            enabled: root.canAdd
            keys: ["text/uri-list"]
            onDropped: event => event.urls.forEach(file => root.photos.take(file))

            Rectangle {
                anchors.fill: parent
                visible: drop.containsDrag
                radius: Theme.radius
                color: "transparent"
                border.width: 2
                border.color: Theme.accent
            }
        }
    }
    Shortcut {
        sequence: "Ctrl+V"
        enabled: root.canAdd && root.visible
        onActivated: root.photos.paste()
    }
    FileDialog {
        id: album
        title: qsTr("Choose pictures")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Pictures and PDF (%1)").arg("*.jpg *.jpeg *.png *.webp *.pdf *.bmp"), qsTr("All files (%1)").arg("*")]
        onAccepted: {
            for (const file of album.selectedFiles) root.photos.take(file);
        }
    }
    CameraSheet {
        id: camera
        onTaken: file => root.photos.take(file, true)
        onChooseAsked: album.open()
    }
    PhotoViewer {
        id: viewer
        photos: root.photos
    }
}
