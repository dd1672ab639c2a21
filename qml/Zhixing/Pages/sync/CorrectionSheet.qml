pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* A refused edit of any type, field by field: what is wrong, each value to be put right, and the way back. */
Sheet {
    id: root
    required property Correction correction

    function show(counter: string): void {
        if (root.correction.open(counter)) root.open();
    }

    title: root.correction.subject

    Label {
        width: parent.width
        text: root.correction.reason
        color: Theme.red
        wrapMode: Text.Wrap
    }
    Flickable {
        id: form
        width: parent.width
        height: Math.min(column.height, (root.parent?.height ?? 700) - 280)
        contentHeight: column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column
            width: form.width
            spacing: Theme.gap

            Repeater {
                model: root.correction.fields

                CorrectionField {
                    width: column.width
                    onTyped: (key, text) => root.correction.setText(key, text)
                    onToggled: (key, choice) => root.correction.toggle(key, choice)
                    onPlaceAsked: key => root.correction.findPlace(key)
                }
            }
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Later")
            onClicked: root.close()
        }
        Button {
            Layout.fillWidth: true
            objectName: "resendCorrected"
            text: qsTr("Send again")
            onClicked: if (root.correction.resend()) root.close()
        }
    }
}
