pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The camera over the whole window. It is switched on when this opens, which is when permission is asked, and off when it
   closes; where there is none, or it is not allowed, the way on is to choose a picture. */
T.Popup {
    id: root
    signal taken(url file)
    signal chooseAsked

    // Not by the view's own type: that would load QtMultimedia with every form.
    readonly property CameraPort view: loader.item as CameraPort
    /* Also when the part of Qt that knows cameras is not installed. */
    readonly property bool hasTrouble: loader.status === Loader.Error || (root.view !== null && root.view.trouble !== "")

    parent: T.Overlay.overlay
    width: parent.width
    height: parent.height
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape

    background: Rectangle {
        color: Theme.paper
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Loader {
                id: loader
                anchors.fill: parent
                active: root.visible
                source: Qt.resolvedUrl("CameraView.qml")
            }
            Connections {
                target: root.view
                function onTaken(file: url) {
                    root.taken(file);
                    root.close();
                }
            }
            EmptyState {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                visible: root.hasTrouble
                glyph: "camera"
                title: qsTr("The camera cannot be used")
                explanation: root.view !== null && root.view.trouble === "none" ? qsTr("This device has none, or another app is using it. You can choose a picture instead.")
                    : qsTr("It may not be allowed for this app: the device's settings say so. You can choose a picture instead.")
                action: qsTr("Choose a picture")
                onActed: {
                    root.close();
                    root.chooseAsked();
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.gapPage
            spacing: Theme.gap

            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                objectName: "closeCamera"
                quiet: true
                text: qsTr("Cancel")
                onClicked: root.close()
            }
            Button {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                objectName: "shutter"
                visible: !root.hasTrouble
                glyph: "camera"
                text: qsTr("Take the photo")
                enabled: root.view?.ready ?? false
                onClicked: root.view.capture()
            }
        }
    }
}
