import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The amount, large; typed on the pad or a keyboard, with what it comes to where 万 is in it. */
FocusScope {
    id: root
    required property SpendForm form

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: root.width
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            Label {
                Layout.alignment: Qt.AlignBaseline
                text: "￥"
                font.pixelSize: Theme.heading
                color: Theme.inkSoft
            }
            TextInput {
                id: typed
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBaseline
                Layout.minimumHeight: 48
                objectName: "amount"
                // The pad beneath is the keyboard; a real one may type too.
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                readOnly: Qt.platform.os === "android" || Qt.platform.os === "ios"
                verticalAlignment: TextInput.AlignVCenter
                focus: true
                text: root.form.amount
                color: Theme.ink
                selectionColor: Theme.accent
                font.family: Theme.family
                font.pixelSize: Theme.display
                font.weight: Theme.strong
                maximumLength: 16
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("Amount")
                onTextEdited: root.form.amount = text

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: typed.text === ""
                    text: "0"
                    font: typed.font
                    color: Theme.inkSoft
                }
                // A phone whose keyboard may not open still has to know what the pad writes into.
                TapHandler {
                    onTapped: typed.forceActiveFocus()
                }
            }
            Label {
                visible: root.form.amountMeaning !== "" && !Theme.large
                text: root.form.amountMeaning
                color: Theme.inkSoft
            }
        }
        Hairline {
            Layout.fillWidth: true
            color: typed.activeFocus ? Theme.accent : Theme.line
        }
        Caption {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            visible: text !== "" && Theme.large
            text: root.form.amountMeaning
        }
        Caption {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            visible: text !== ""
            text: root.form.amountFault
            color: Theme.red
            wrapMode: Text.Wrap
        }
    }
}
