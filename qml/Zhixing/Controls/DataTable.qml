pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* Rows and columns, as on the paper forms: a header that stays, hairlines, figures aligned right, a totals row.
   With `edit`, cells of columns that name a field are changed in place: arrows move, Enter, F2 or typing begins, Tab goes on
   to the next, Escape leaves it as it was. `edit(key, field, text)` answers with what is wrong, or with nothing. */
FocusScope {
    id: root
    required property list<TableColumn> columns
    required property var model
    property bool hasTotal: false
    property string currentKey: ""
    property Component whenEmpty: null
    property var edit: null
    property int currentRow: -1
    property int currentColumn: -1
    readonly property bool editing: editor.visible
    signal opened(string key)

    readonly property int count: list.count
    readonly property int sidePadding: Theme.gapSmall
    readonly property real fixedWidth: {
        let sum = 2 * root.sidePadding;
        for (let i = 0; i < root.columns.length; ++i) sum += root.isShown(root.columns[i]) ? root.columns[i].width : 0;
        return sum;
    }
    /* Columns grow with the text; where there is no room for all of them, the table scrolls sideways. */
    readonly property real wide: Math.max(root.width, Math.ceil(root.fixedWidth * Theme.textScale))
    readonly property real headerHeight: {
        let height = 40;
        for (let i = 0; i < titles.count; ++i) height = Math.max(height, titles.itemAt(i)?.implicitHeight ?? 0);
        return height;
    }
    readonly property real stretchSum: {
        let sum = 0;
        for (let i = 0; i < root.columns.length; ++i) sum += root.isShown(root.columns[i]) ? root.columns[i].stretch : 0;
        return sum;
    }

    function isShown(column: TableColumn): bool {
        return column.shown && root.width >= column.from * Theme.textScale;
    }
    function widthOf(column: TableColumn): real {
        if (!root.isShown(column)) return 0;
        const spare = Math.max(0, root.wide - root.fixedWidth * Theme.textScale);
        return Math.floor(column.width * Theme.textScale) + (root.stretchSum > 0 ? Math.floor(spare * column.stretch / root.stretchSum) : 0);
    }

    /* The row the keyboard is at, with its `model`. */
    readonly property var current: list.currentItem

    function currentKeyAt(row: int): string {
        return root.current !== null && list.currentIndex === row ? root.current.model.key : "";
    }
    function canEdit(column: int): bool {
        const it = root.columns[column];
        return root.edit !== null && it !== undefined && it.field !== "" && root.isShown(it);
    }
    function xOf(column: int): real {
        let x = root.sidePadding;
        for (let i = 0; i < column; ++i) x += root.widthOf(root.columns[i]);
        return x;
    }
    function columnAt(x: real): int {
        for (let i = root.columns.length - 1; i >= 0; --i) {
            if (root.isShown(root.columns[i]) && x >= root.xOf(i)) return i;
        }
        return -1;
    }
    /* The nearest editable column from there on, in steps of +1 or -1; stays when there is none. */
    function nextColumn(from: int, by: int): int {
        for (let i = from + by; i >= 0 && i < root.columns.length; i += by) {
            if (root.canEdit(i)) return i;
        }
        return from;
    }
    function choose(row: int, column: int): void {
        if (list.count === 0) return;
        root.currentRow = Math.max(0, Math.min(list.count - 1, row));
        root.currentColumn = root.canEdit(column) ? column : root.nextColumn(-1, 1);
        list.currentIndex = root.currentRow;
        list.positionViewAtIndex(root.currentRow, ListView.Contain);
    }
    function showColumn(): void {
        const x = root.xOf(root.currentColumn);
        const end = x + root.widthOf(root.columns[root.currentColumn]) - root.width;
        sideways.contentX = Math.max(0, Math.min(root.wide - root.width, x - Theme.gapSmall, Math.max(sideways.contentX, end + Theme.gapSmall)));
    }
    function beginEdit(typed: string): void {
        if (!root.canEdit(root.currentColumn) || list.currentItem === null) return;
        const column = root.columns[root.currentColumn];
        editor.begin(column, String(root.current.model[column.editRole] ?? ""), typed);
    }
    function commit(text: string): bool {
        editor.fault = root.edit(root.current.model.key, root.columns[root.currentColumn].field, text);
        if (editor.fault !== "") return false;
        editor.visible = false;
        root.forceActiveFocus();
        return true;
    }

    activeFocusOnTab: root.edit !== null
    onCurrentColumnChanged: if (root.currentColumn >= 0) root.showColumn()
    Keys.onPressed: event => {
        if (root.edit === null || root.editing) return;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Down:
            root.choose(root.currentRow + 1, root.currentColumn);
            break;
        case Qt.Key_Up:
            root.choose(root.currentRow - 1, root.currentColumn);
            break;
        case Qt.Key_Left:
            root.currentColumn = root.nextColumn(root.currentColumn, -1);
            break;
        case Qt.Key_Right:
            root.currentColumn = root.nextColumn(root.currentColumn, 1);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_F2:
            root.beginEdit("");
            break;
        default:
            if (event.text.length === 1 && event.text >= " " && !(event.modifiers & Qt.ControlModifier)) root.beginEdit(event.text);
            else event.accepted = false;
        }
    }

    implicitWidth: 600
    implicitHeight: header.height + list.contentHeight + (root.hasTotal ? totals.height : 0) + 2

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hair
        border.color: Theme.line
    }
    Flickable {
        id: sideways
        anchors.fill: parent
        contentWidth: root.wide
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        clip: interactive
        T.ScrollBar.horizontal: ScrollBar {}

        Row {
            id: header
            x: root.sidePadding
            height: root.headerHeight

            Repeater {
                id: titles
                model: root.columns

                Item {
                    id: title
                    required property TableColumn modelData
                    width: root.widthOf(title.modelData)
                    height: header.height
                    implicitHeight: words.implicitHeight + Theme.gapSmall
                    visible: root.isShown(title.modelData)

                    Caption {
                        id: words
                        anchors.fill: parent
                        anchors.leftMargin: Theme.gapSmall
                        anchors.rightMargin: Theme.gapSmall
                        text: title.modelData.title
                        horizontalAlignment: title.modelData.form === TableColumn.Form.Figure ? Text.AlignRight : Text.AlignLeft
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        Hairline {
            y: header.height
            width: root.wide
        }
        ListView {
            id: list
            y: header.height + 1
            width: root.wide
            height: root.height - y - (root.hasTotal ? totals.height : 0) - 1
            clip: true
            model: root.model
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {
                parent: root
                x: root.width - width - 1
                y: list.y
                height: list.height
            }
            onContentYChanged: if (editor.visible) editor.follow()

            // Which cell the keyboard speaks to.
            Rectangle {
                parent: list.contentItem
                z: 1
                x: root.xOf(root.currentColumn)
                y: list.currentItem !== null ? list.currentItem.y : 0
                width: root.currentColumn >= 0 && root.currentColumn < root.columns.length ? root.widthOf(root.columns[root.currentColumn]) : 0
                height: list.currentItem !== null ? list.currentItem.height : 0
                visible: root.activeFocus && !root.editing && root.canEdit(root.currentColumn) && root.currentRow >= 0
                color: "transparent"
                radius: Theme.radius / 2
                border.width: 2
                border.color: Theme.accent
            }

            delegate: T.AbstractButton {
                id: row
                required property int index
                required property var model

                width: list.width
                height: Math.max(Theme.rowHeight, cells.height)
                hoverEnabled: true
                Accessible.role: Accessible.Row
                Accessible.name: row.model[root.columns[0].role] ?? ""
                focusPolicy: root.edit === null ? Qt.StrongFocus : Qt.NoFocus
                onClicked: {
                    if (root.edit !== null) {
                        root.forceActiveFocus(Qt.MouseFocusReason);
                        root.choose(row.index, root.columnAt(row.pressX));
                    }
                    root.opened(row.model.key);
                }
                onDoubleClicked: root.beginEdit("")

                background: Rectangle {
                    color: row.model.key === root.currentKey ? Theme.accentSoft : row.hovered ? Theme.sunken : "transparent"

                    Hairline {
                        x: root.sidePadding + Theme.gapSmall
                        width: parent.width - 2 * x
                        anchors.bottom: parent.bottom
                        visible: row.index < list.count - 1
                    }
                    FocusRing {
                        around: row
                        visible: row.visualFocus
                    }
                }

                Row {
                    id: cells
                    x: root.sidePadding
                    anchors.verticalCenter: parent.verticalCenter

                    Repeater {
                        model: root.columns

                        TableCell {
                            required property TableColumn modelData
                            anchors.verticalCenter: parent?.verticalCenter
                            visible: root.isShown(modelData)
                            width: root.widthOf(modelData)
                            column: modelData
                            words: row.model[modelData.role] ?? ""
                            light: modelData.lightRole !== "" ? row.model[modelData.lightRole] ?? "" : ""
                            first: modelData.form === TableColumn.Form.Meter ? row.model[modelData.role] ?? 0 : 0
                            warns: modelData.warnRole !== "" && (row.model[modelData.warnRole] ?? false)
                            second: modelData.secondRole !== "" ? row.model[modelData.secondRole] ?? 0 : 0
                        }
                    }
                }
            }
        }
        Rectangle {
            id: totals
            y: root.height - height - 1
            x: 1
            width: root.wide - 2
            height: Math.max(44, Theme.body + Theme.gapHuge)
            visible: root.hasTotal
            radius: Theme.radius - 1
            color: Theme.sunken

            Hairline {
                width: parent.width
            }
            Row {
                x: root.sidePadding - 1
                height: parent.height

                Repeater {
                    model: root.columns

                    Item {
                        id: sum
                        required property TableColumn modelData
                        width: root.widthOf(sum.modelData)
                        height: totals.height
                        visible: root.isShown(sum.modelData)

                        Label {
                            anchors.fill: parent
                            anchors.leftMargin: Theme.gapSmall
                            anchors.rightMargin: Theme.gapSmall
                            text: sum.modelData.total
                            font.weight: Theme.strong
                            horizontalAlignment: sum.modelData.form === TableColumn.Form.Figure ? Text.AlignRight : Text.AlignLeft
                        }
                    }
                }
            }
        }
        CellEditor {
            id: editor
            z: 2
            visible: false

            function begin(column: TableColumn, value: string, typed: string) {
                editor.fault = "";
                editor.title = column.title;
                editor.choices = column.choices;
                editor.start(value, typed);
                editor.width = Math.max(root.widthOf(column), column.choices.length > 0 ? 220 : column.width);
                editor.follow();
                editor.visible = true;
                editor.forceActiveFocus();
            }
            function follow() {
                const x = root.xOf(root.currentColumn);
                editor.x = Math.max(0, Math.min(root.wide - editor.width, x));
                editor.y = list.y + list.currentItem.y - list.contentY;
            }

            below: root.height - y - height
            onCommitted: text => root.commit(text)
            onWentOn: (text, by) => {
                if (!root.commit(text)) return;
                const next = root.nextColumn(root.currentColumn, by);
                if (next === root.currentColumn) return;
                root.currentColumn = next;
                root.beginEdit("");
            }
            onCancelled: {
                editor.visible = false;
                root.forceActiveFocus();
            }
        }
    }
    Loader {
        y: list.y
        width: root.width
        height: list.height
        active: list.count === 0 && root.whenEmpty !== null
        sourceComponent: root.whenEmpty
    }
}
