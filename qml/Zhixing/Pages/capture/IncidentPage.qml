pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.ViewModels

/* Something goes wrong on site: the kind, then save. Everything else can follow when there is time. */
FormPage {
    id: root
    readonly property IncidentForm form: root.app.incidentForm

    title: qsTr("Incident")
    asking: root.form.hasDraft
    canSave: root.form.canSave
    hint: qsTr("Choose what it is.")
    onSaved: if (root.form.save()) root.back()
    Component.onCompleted: root.form.open()

    Onlooker {
        model: root.form
        looks: root.visible
    }
    DraftOffer {
        width: parent.width
        visible: root.form.hasDraft
        name: root.form.draftName
        time: root.form.draftTime
        beginning: root.form.draftText
        onContinued: root.form.continueDraft()
        onDropped: root.form.dropDraft()
    }
    Caption {
        width: parent.width
        visible: !root.form.hasDraft
        text: qsTr("Choose what it is and save; details can follow.")
        wrapMode: Text.Wrap
    }
    KindTiles {
        width: parent.width
        visible: !root.form.hasDraft
        kinds: root.form.kinds
        current: root.form.kind
        onChosen: index => root.form.kind = index
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("How bad it is")

        Segments {
            Layout.fillWidth: true
            objectName: "severity"
            words: root.form.severityWords
            current: root.form.severity
            onChosen: index => root.form.severity = index
        }
    }
    FormField {
        width: parent.width
        visible: !root.form.hasDraft
        label: qsTr("What happened (can follow later)")

        TextArea {
            Layout.fillWidth: true
            objectName: "incidentText"
            linesMin: 3
            placeholderText: qsTr("Where, who, what you see")
            text: root.form.text
            onTextChanged: root.form.text = text
        }
    }
    PhotoField {
        width: parent.width
        visible: !root.form.hasDraft
        photos: root.form.photos
    }
}
