import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* The invoice's number, and quantity times unit price where a spend is made so. Whatever does not fit together is said here and
   explained, never refused. */
Card {
    id: root
    required property SpendForm form

    spacing: Theme.gap

    FormField {
        width: parent.width
        label: qsTr("Invoice number")
        help: root.form.invoiceWords !== "" ? root.form.invoiceWords : qsTr("Read from the picture when the invoice has a QR code.")
        fault: root.form.invoiceWarning

        TextField {
            Layout.fillWidth: true
            objectName: "invoice"
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 40
            text: root.form.invoice
            fault: root.form.invoiceWarning
            Accessible.name: qsTr("Invoice number")
            onTextEdited: root.form.invoice = text
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap

        FormField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Quantity")

            TextField {
                Layout.fillWidth: true
                objectName: "quantity"
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 16
                text: root.form.quantity
                Accessible.name: qsTr("Quantity")
                onTextEdited: root.form.quantity = text
            }
        }
        FormField {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Unit price (yuan)")

            TextField {
                Layout.fillWidth: true
                objectName: "unitPrice"
                inputMethodHints: Qt.ImhFormattedNumbersOnly
                maximumLength: 16
                text: root.form.unitPrice
                Accessible.name: qsTr("Unit price (yuan)")
                onTextEdited: root.form.unitPrice = text
            }
        }
    }
    FormField {
        width: parent.width
        visible: root.form.priceWarning !== ""
        label: root.form.priceWarning
        help: qsTr("The reviewer sees both.")

        TextField {
            Layout.fillWidth: true
            objectName: "difference"
            placeholderText: qsTr("Why do they differ?")
            text: root.form.difference
            onTextEdited: root.form.difference = text
        }
    }
}
