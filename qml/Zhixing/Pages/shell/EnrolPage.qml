import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The first run: the code or link from the administrator, one password, nothing else. The rest arrives by itself. */
Frame {
    id: root
    readonly property AccountModel account: root.app.account
    readonly property bool canJoin: !root.account.busy && root.account.server !== "" && password.text !== ""

    Flickable {
        id: scroll
        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(height, form.implicitHeight + 2 * Theme.gapPage)
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: form
            x: (scroll.width - width) / 2
            y: (scroll.contentHeight - implicitHeight) / 2
            width: Math.min(root.width - 2 * Theme.gapPage, 400)
            spacing: Theme.gapLarge

            Icon {
                implicitWidth: 64
                implicitHeight: 64
                name: "mark"
                color: Theme.accent
                ground: Theme.accentInk
            }
            Column {
                width: parent.width
                spacing: Theme.gapTiny

                Label {
                    width: parent.width
                    text: qsTr("Zhixing")
                    font.pixelSize: Theme.display
                    font.weight: Theme.strong
                }
                Label {
                    width: parent.width
                    text: qsTr("Plan at headquarters, act in the field, know what really happened.")
                    color: Theme.inkSoft
                    wrapMode: Text.Wrap
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Code or link from your administrator")
                help: root.account.server !== "" ? qsTr("Leads to %1").arg(root.account.server)
                    : qsTr("It works once, for ten minutes. A screenshot of the code will do.")
                fault: root.account.linkFault

                Button {
                    Layout.fillWidth: true
                    Layout.bottomMargin: Theme.gapSmall
                    objectName: "scanCode"
                    visible: Theme.touch
                    quiet: true
                    glyph: "camera"
                    text: qsTr("Scan the code")
                    onClicked: camera.open()
                }
                GridLayout {
                    Layout.fillWidth: true
                    Layout.bottomMargin: Theme.gapSmall
                    columns: Theme.large ? 1 : 2
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gapSmall

                    Button {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        objectName: "chooseCode"
                        quiet: true
                        glyph: "picture"
                        text: qsTr("From a picture")
                        onClicked: files.open()
                    }
                    Button {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        objectName: "pasteLink"
                        quiet: true
                        glyph: "paste"
                        text: qsTr("Paste")
                        onClicked: if (root.account.paste()) password.forceActiveFocus()
                    }
                }
                TextField {
                    id: link
                    Layout.fillWidth: true
                    objectName: "enrolLink"
                    Accessible.name: qsTr("Enrolment link")
                    placeholderText: "zhixing://enrol?…"
                    inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                    fault: root.account.linkFault
                    text: root.account.link
                    focus: true
                    onTextEdited: root.account.link = text
                    onAccepted: password.forceActiveFocus()
                }
            }
            FormField {
                width: parent.width
                label: qsTr("Password")
                help: qsTr("The first time, choose one of at least eight characters.")
                fault: root.account.fault

                TextField {
                    id: password
                    Layout.fillWidth: true
                    objectName: "enrolPassword"
                    Accessible.name: qsTr("Password")
                    echoMode: TextInput.Password
                    onAccepted: if (root.canJoin) join.clicked()
                }
            }
            Button {
                id: join
                width: parent.width
                objectName: "enrol"
                text: root.account.busy ? qsTr("Connecting…") : qsTr("Join")
                enabled: root.canJoin
                onClicked: root.account.enrol(root.account.link, password.text)
            }
        }
    }
    DropArea {
        anchors.fill: parent
        onDropped: drop => {
            if (drop.hasUrls) root.account.takeFile(drop.urls[0]);
            else if (drop.hasText) root.account.link = drop.text;
        }
    }
    CameraSheet {
        id: camera
        onTaken: file => {
            if (root.account.takeFile(file)) password.forceActiveFocus();
        }
        onChooseAsked: files.open()
    }
    FileDialog {
        id: files
        title: qsTr("Picture of the code")
        nameFilters: [qsTr("Pictures (%1)").arg("*.png *.jpg *.jpeg *.webp")]
        onAccepted: if (root.account.takeFile(selectedFile)) password.forceActiveFocus()
    }
}
