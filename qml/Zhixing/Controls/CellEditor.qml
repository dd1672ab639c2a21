pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* What a table's cell becomes while it is changed: a line to type, or a list to choose from that typing narrows. */
FocusScope {
    id: root
    property string title: ""
    property var choices: []
    property string fault: ""
    /* The room beneath; the list opens upwards where there is too little. */
    property real below: 400
    readonly property var matches: {
        const typed = field.text.trim().toLowerCase();
        return root.choices.filter(each => !root.narrowed || typed === "" || each.label.toLowerCase().includes(typed));
    }
    property bool narrowed: false
    signal committed(string text)
    signal wentOn(string text, int by)
    signal cancelled

    function start(value: string, typed: string): void {
        const at = root.choices.findIndex(each => each.value === value);
        root.narrowed = typed !== "" && root.choices.length > 0;
        field.text = typed !== "" ? typed : root.choices.length > 0 ? (at >= 0 ? root.choices[at].label : "") : value;
        list.currentIndex = root.narrowed ? 0 : Math.max(0, at);
        if (typed === "") field.selectAll();
        else field.cursorPosition = field.text.length;
    }
    function answer(): string {
        if (root.choices.length === 0) return field.text;
        const chosen = root.matches[list.currentIndex];
        return chosen !== undefined ? chosen.value : "";
    }
    function commit(): void {
        if (root.choices.length > 0 && root.matches.length === 0) return;
        root.committed(root.answer());
    }

    height: field.height

    TextField {
        id: field
        objectName: "cellEditor"
        width: root.width
        height: Theme.rowHeight
        focus: true
        fault: root.fault
        Accessible.name: root.title
        Accessible.description: root.fault
        onTextEdited: {
            root.fault = "";
            root.narrowed = true;
            list.currentIndex = 0;
        }
        Keys.onPressed: event => {
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Return:
            case Qt.Key_Enter:
                root.commit();
                break;
            case Qt.Key_Tab:
                root.wentOn(root.answer(), 1);
                break;
            case Qt.Key_Backtab:
                root.wentOn(root.answer(), -1);
                break;
            case Qt.Key_Escape:
                root.cancelled();
                break;
            case Qt.Key_Down:
                list.incrementCurrentIndex();
                break;
            case Qt.Key_Up:
                list.decrementCurrentIndex();
                break;
            default:
                event.accepted = false;
            }
        }
        onActiveFocusChanged: if (!field.activeFocus && root.visible) root.cancelled()
    }
    Rectangle {
        y: root.below < height + 8 ? -height - 4 : field.height + 4
        width: root.width
        height: list.height + 8
        visible: root.choices.length > 0 && root.matches.length > 0
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hair
        border.color: Theme.edge

        ListView {
            id: list
            x: 4
            y: 4
            width: parent.width - 8
            height: Math.min(6, count) * 32
            clip: true
            model: root.matches
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: false
            T.ScrollBar.vertical: ScrollBar {}

            delegate: Rectangle {
                id: option
                required property int index
                required property var modelData
                width: list.width
                height: 32
                radius: Theme.radius - 4
                color: option.index === list.currentIndex ? Theme.accentSoft : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: option.modelData.label

                Label {
                    x: Theme.gapSmall
                    width: parent.width - 2 * x
                    height: parent.height
                    text: option.modelData.label
                    elide: Text.ElideRight
                }
                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds
                    onTapped: root.committed(option.modelData.value)
                }
            }
        }
    }
    Rectangle {
        y: field.height + 4
        width: Math.max(root.width, 240)
        height: words.implicitHeight + 12
        visible: root.fault !== ""
        radius: Theme.radius
        color: Theme.redSoft

        Caption {
            id: words
            x: Theme.gapSmall
            y: 6
            width: parent.width - 2 * x
            text: root.fault
            color: Theme.red
            wrapMode: Text.Wrap
        }
    }
}
