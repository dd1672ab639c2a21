pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls

/* One field of a refused edit: typed, chosen or only shown, with what is wrong beneath it. */
FormField {
    id: root
    required property string key
    required property string name
    required property string form
    required property string text
    required property string shown
    required property list<string> words
    required property list<string> keys
    signal typed(string key, string text)

    label: root.name

    Label {
        Layout.fillWidth: true
        visible: root.form === "shown"
        text: root.shown
        wrapMode: Text.Wrap
    }
    TextField {
        Layout.fillWidth: true
        objectName: "correct-" + root.key
        visible: root.form === "text" || root.form === "number"
        fault: root.fault
        text: root.text
        inputMethodHints: root.form === "number" ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        Accessible.name: root.name
        onTextEdited: root.typed(root.key, text)
    }
    TextArea {
        Layout.fillWidth: true
        objectName: "correct-" + root.key
        visible: root.form === "paragraph"
        fault: root.fault
        text: root.text
        linesMin: 2
        Accessible.name: root.name
        onTextChanged: if (activeFocus && text !== root.text) root.typed(root.key, text)
    }
    Chips {
        Layout.fillWidth: true
        objectName: "correct-" + root.key
        visible: root.form === "choice" && root.words.length <= 12
        words: visible ? root.words : []
        current: root.keys.indexOf(root.text)
        onChosen: index => root.typed(root.key, root.keys[index])
    }
    ListView {
        id: candidates
        Layout.fillWidth: true
        Layout.preferredHeight: 200
        objectName: "correct-" + root.key
        visible: root.form === "choice" && root.words.length > 12
        clip: true
        model: visible ? root.words : []

        delegate: ListRow {
            required property int index
            required property string modelData
            width: candidates.width
            title: modelData
            chevron: false
            selected: root.keys[index] === root.text
            onClicked: root.typed(root.key, root.keys[index])
        }
    }
}
