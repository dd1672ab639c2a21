pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What is on screen as a file: in which form, and where. Without a dialog it goes among the person's documents. */
Sheet {
    id: root
    required property Exporter exporter
    /* `feedback`, `plan`, `progress`, `targets`, `budget`, `raci` or `gantt`. */
    property string what: "plan"
    property string word: ""
    readonly property bool isDrawing: root.what === "gantt"
    readonly property list<string> endings: root.isDrawing ? ["pdf", "png"] : ["xlsx", "csv"]
    readonly property string ending: root.endings[form.current]
    /* Whoever draws the chart writes it into this file and tells the exporter. */
    signal drawingAsked(url file)

    function show(what: string, word: string): void {
        root.what = what;
        root.word = word;
        form.current = 0;
        root.exporter.clear();
        root.open();
    }
    function write(file: url): void {
        if (root.isDrawing) root.drawingAsked(file);
        else root.exporter.write(root.what, file);
    }

    objectName: "exportSheet"
    title: qsTr("Export: %1").arg(root.word)
    closePolicy: root.exporter.busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    Segments {
        id: form
        width: parent.width
        objectName: "exportForm"
        enabled: !root.exporter.busy
        words: root.isDrawing ? [qsTr("PDF"), qsTr("Picture")] : [qsTr("Excel"), qsTr("CSV")]
        onChosen: index => form.current = index
    }
    Caption {
        width: parent.width
        text: root.what === "feedback" ? qsTr("All feedback of this campaign on this device, with a column for every question that any edition asked. Name and phone only with consent.")
            : root.isDrawing ? qsTr("The whole plan with its calendar; a long one takes several pages of the PDF.")
            : qsTr("What is on this device, in the columns of the form.")
        wrapMode: Text.Wrap
    }
    Meter {
        width: parent.width
        visible: root.exporter.busy
        approved: root.exporter.share
        pending: 0
        Accessible.role: Accessible.ProgressBar
        Accessible.name: root.exporter.outcome
    }
    Label {
        width: parent.width
        objectName: "exportOutcome"
        visible: root.exporter.outcome !== ""
        text: root.exporter.outcome
        color: root.exporter.failed ? Theme.red : Theme.ink
        wrapMode: Text.Wrap
    }
    // The next step has a row of its own where thumbs press it.
    GridLayout {
        width: parent.width
        columns: Theme.large ? 1 : 2
        columnSpacing: Theme.gapSmall
        rowSpacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            objectName: "exportHere"
            visible: !root.exporter.busy && !root.exporter.hasFile
            text: qsTr("Save among my documents")
            onClicked: root.write(root.exporter.suggested(root.what, root.ending))
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "exportElsewhere"
            visible: !root.exporter.busy && !root.exporter.hasFile
            quiet: true
            text: qsTr("Choose a place…")
            onClicked: {
                place.selectedFile = root.exporter.suggested(root.what, root.ending);
                place.open();
            }
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "exportCancel"
            visible: root.exporter.busy
            quiet: true
            text: qsTr("Stop")
            onClicked: root.exporter.cancel()
        }
        Button {
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            objectName: "exportOpen"
            visible: root.exporter.hasFile
            text: qsTr("Open")
            onClicked: root.exporter.show(false)
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "exportFolder"
            visible: root.exporter.hasFile
            quiet: true
            text: qsTr("Show the folder")
            onClicked: root.exporter.show(true)
        }
        Button {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "exportClose"
            visible: !root.exporter.busy
            quiet: true
            text: qsTr("Close")
            onClicked: root.close()
        }
    }
    FileDialog {
        id: place
        title: qsTr("Export: %1").arg(root.word)
        fileMode: FileDialog.SaveFile
        defaultSuffix: root.ending
        nameFilters: [root.ending === "xlsx" ? qsTr("Excel workbook (%1)").arg("*.xlsx") : root.ending === "csv" ? qsTr("CSV table (%1)").arg("*.csv")
            : root.ending === "pdf" ? qsTr("PDF document (%1)").arg("*.pdf") : qsTr("PNG picture (%1)").arg("*.png")]
        onAccepted: root.write(place.selectedFile)
    }
}
