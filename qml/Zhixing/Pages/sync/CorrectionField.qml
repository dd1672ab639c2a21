pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

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
    signal toggled(string key, string choice)
    signal placeAsked(string key)

    readonly property bool isLong: root.form === "choice" && root.words.length > 12

    /* Positions of the words with this in them: what is chosen now first, then the newest. */
    function found(sought: string): var {
        const chosen = root.keys.indexOf(root.text);
        const list = sought === "" && chosen >= 0 ? [chosen] : [];
        for (let i = 0; i < root.words.length; ++i) {
            if ((i !== chosen || sought !== "") && root.words[i].toLowerCase().includes(sought)) list.push(i);
        }
        return list;
    }

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
        visible: root.form === "text" || root.form === "number" || root.form === "place"
        fault: root.fault
        text: root.text
        inputMethodHints: root.form === "number" ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
        Accessible.name: root.name
        onTextEdited: root.typed(root.key, text)
    }
    Button {
        objectName: "place-" + root.key
        visible: root.form === "place"
        quiet: true
        glyph: "place"
        text: qsTr("Where I am now")
        onClicked: root.placeAsked(root.key)
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
        visible: root.form === "choice" && !root.isLong
        words: visible ? root.words : []
        current: root.keys.indexOf(root.text)
        onChosen: index => root.typed(root.key, root.keys[index])
    }
    SearchField {
        id: narrowing
        readonly property string sought: text.trim().toLowerCase()
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapTiny
        objectName: "narrow-" + root.key
        visible: root.isLong
        clearWord: qsTr("Clear")
        placeholderText: qsTr("Find among %1").arg(root.words.length)
    }
    Caption {
        Layout.fillWidth: true
        visible: root.isLong && candidates.count === 0
        text: qsTr("Nothing is called so")
        wrapMode: Text.Wrap
    }
    ListView {
        id: candidates
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(200, contentHeight)
        objectName: "correct-" + root.key
        visible: root.isLong
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.isLong ? root.found(narrowing.sought) : []
        T.ScrollBar.vertical: ScrollBar {}

        delegate: ListRow {
            required property int modelData
            width: candidates.width
            indent: Theme.gap
            title: root.words[modelData]
            chevron: false
            selected: root.keys[modelData] === root.text
            onClicked: root.typed(root.key, root.keys[modelData])
        }
    }
    ListView {
        id: members
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, 240)
        objectName: "correct-" + root.key
        visible: root.form === "set"
        clip: true
        model: visible ? root.words : []
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: member
            required property int index
            required property string modelData
            readonly property bool isIn: root.text.split(" ").includes(root.keys[member.index])
            objectName: root.key + "-" + member.index
            width: members.width
            title: member.modelData
            glyph: member.isIn ? "check" : ""
            chevron: false
            selected: member.isIn
            Accessible.role: Accessible.CheckBox
            Accessible.checked: member.isIn
            onClicked: root.toggled(root.key, root.keys[member.index])
        }
    }
}
