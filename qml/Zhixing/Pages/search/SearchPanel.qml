pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What is looked for, and beneath it what was found, by kind. The keyboard stays in the field: the arrows choose a row,
   Return opens it. */
FocusScope {
    id: root
    required property SearchModel search
    signal opened(string type, string key, string campaign)
    signal closed

    function begin() {
        field.forceActiveFocus();
        field.selectAll();
    }
    function openCurrent() {
        const row = (list.currentItem ?? list.itemAtIndex(0)) as FoundRow;
        if (row !== null) row.clicked();
    }

    SearchField {
        id: field
        objectName: "searchField"
        x: Theme.gapPage
        width: root.width - 2 * x
        focus: true
        text: root.search.text
        placeholderText: qsTr("Words, pinyin or initials")
        clearWord: qsTr("Clear")
        onTextChanged: root.search.text = text
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onUpPressed: list.decrementCurrentIndex()
        Keys.onReturnPressed: root.openCurrent()
        Keys.onEnterPressed: root.openCurrent()
        Keys.onEscapePressed: if (text === "") root.closed(); else clear()
    }
    SectionedList {
        id: list
        objectName: "foundList"
        y: field.height + Theme.gapSmall
        width: root.width
        height: root.height - y
        visible: root.search.state === "found"
        model: root.search.rows
        names: root.search.kinds
        section.property: "type"
        currentIndex: -1
        keyNavigationEnabled: false
        highlightMoveDuration: 0

        delegate: FoundRow {
            required property int index

            width: list.width
            indent: Theme.gapPage
            glyphGround: Theme.paper
            isCurrent: index === list.currentIndex
            onOpened: (type, key, campaign) => root.opened(type, key, campaign)
        }
    }
    EmptyState {
        y: list.y + Theme.gapHuge
        width: root.width
        visible: root.search.state !== "found"
        glyph: "search"
        title: root.search.state === "none" ? qsTr("Nothing found") : qsTr("Find anything on this device")
        explanation: root.search.state === "none"
            ? qsTr("Only what this device holds is searched. Try fewer words, or a part of one.")
            : qsTr("A part of a word is enough, and so are pinyin and initials: chongqing, cq. No signal is needed.")
    }
    Connections {
        target: root.search
        function onAnswered() {
            list.currentIndex = -1;
            list.positionViewAtBeginning();
        }
    }
}
