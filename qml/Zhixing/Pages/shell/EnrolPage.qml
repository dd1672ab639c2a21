import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* The first run: one link, one password, nothing else. The rest arrives by itself. */
Frame {
    id: root

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.gapPage, 400)
        spacing: Theme.gapLarge

        Icon {
            implicitWidth: 64
            implicitHeight: 64
            name: "mark"
            color: Theme.accent
            ground: Theme.accentInk
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            Label {
                Layout.fillWidth: true
                text: qsTr("Zhixing")
                font.pixelSize: Theme.display
                font.weight: Theme.strong
            }
            Label {
                Layout.fillWidth: true
                text: qsTr("Plan at headquarters, act in the field, know what really happened.")
                color: Theme.inkSoft
                wrapMode: Text.Wrap
            }
        }
        FormField {
            Layout.fillWidth: true
            label: qsTr("Enrolment link")
            help: qsTr("Your administrator gives it to you. It works once, for ten minutes.")

            TextField {
                id: link
                Layout.fillWidth: true
                objectName: "enrolLink"
                placeholderText: "zhixing://enrol?…"
                inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
                focus: true
            }
        }
        FormField {
            Layout.fillWidth: true
            label: qsTr("Password")
            help: qsTr("The first time, choose one of at least eight characters.")
            fault: root.app.account.fault

            TextField {
                id: password
                Layout.fillWidth: true
                objectName: "enrolPassword"
                echoMode: TextInput.Password
                onAccepted: join.clicked()
            }
        }
        Button {
            id: join
            Layout.fillWidth: true
            objectName: "enrol"
            text: root.app.account.busy ? qsTr("Connecting…") : qsTr("Join")
            enabled: !root.app.account.busy && link.text.trim() !== "" && password.text !== ""
            onClicked: root.app.account.enrol(link.text, password.text)
        }
    }
}
