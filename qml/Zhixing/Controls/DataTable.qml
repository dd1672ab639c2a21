pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* Rows and columns, as on the paper forms: a header that stays, hairlines, figures aligned right, a totals row. */
Rectangle {
    id: root
    required property list<TableColumn> columns
    required property var model
    property bool hasTotal: false
    property string currentKey: ""
    property Component whenEmpty: null
    signal opened(string key)

    readonly property int count: list.count
    readonly property int sidePadding: Theme.gapSmall
    readonly property real fixedWidth: {
        let sum = 2 * root.sidePadding;
        for (let i = 0; i < root.columns.length; ++i) sum += root.isShown(root.columns[i]) ? root.columns[i].width : 0;
        return sum;
    }
    readonly property real stretchSum: {
        let sum = 0;
        for (let i = 0; i < root.columns.length; ++i) sum += root.isShown(root.columns[i]) ? root.columns[i].stretch : 0;
        return sum;
    }

    function isShown(column: TableColumn): bool {
        return root.width >= column.from;
    }
    function widthOf(column: TableColumn): real {
        if (!root.isShown(column)) return 0;
        const spare = Math.max(0, root.width - root.fixedWidth);
        return column.width + (root.stretchSum > 0 ? Math.floor(spare * column.stretch / root.stretchSum) : 0);
    }

    implicitWidth: 600
    implicitHeight: header.height + list.contentHeight + (root.hasTotal ? totals.height : 0) + 2
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hair
    border.color: Theme.line

    Row {
        id: header
        x: root.sidePadding
        height: 40

        Repeater {
            model: root.columns

            Item {
                id: title
                required property TableColumn modelData
                width: root.widthOf(title.modelData)
                height: header.height
                visible: root.isShown(title.modelData)

                Caption {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.gapSmall
                    anchors.rightMargin: Theme.gapSmall
                    text: title.modelData.title
                    horizontalAlignment: title.modelData.form === TableColumn.Form.Figure ? Text.AlignRight : Text.AlignLeft
                    elide: Text.ElideRight
                }
            }
        }
    }
    Hairline {
        y: header.height
        width: parent.width
    }
    ListView {
        id: list
        y: header.height + 1
        width: parent.width
        height: parent.height - y - (root.hasTotal ? totals.height : 0) - 1
        clip: true
        model: root.model
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollBar {}

        delegate: T.AbstractButton {
            id: row
            required property int index
            required property var model

            width: list.width
            height: Math.max(Theme.rowHeight, cells.height)
            hoverEnabled: true
            Accessible.role: Accessible.Row
            Accessible.name: row.model[root.columns[0].role] ?? ""
            onClicked: root.opened(row.model.key)

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
                        anchors.verticalCenter: parent.verticalCenter
                        visible: root.isShown(modelData)
                        width: root.widthOf(modelData)
                        column: modelData
                        words: row.model[modelData.role] ?? ""
                        light: modelData.lightRole !== "" ? row.model[modelData.lightRole] ?? "" : ""
                        first: modelData.form === TableColumn.Form.Meter ? row.model[modelData.role] ?? 0 : 0
                        second: modelData.secondRole !== "" ? row.model[modelData.secondRole] ?? 0 : 0
                    }
                }
            }
        }
    }
    Loader {
        anchors.fill: list
        active: list.count === 0 && root.whenEmpty !== null
        sourceComponent: root.whenEmpty
    }
    Rectangle {
        id: totals
        y: parent.height - height - 1
        x: 1
        width: parent.width - 2
        height: 44
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
}
