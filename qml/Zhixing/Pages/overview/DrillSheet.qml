pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Beneath a figure: its rows and their sum, one of them with all it says, and its photos. */
Sheet {
    id: root
    required property Overview overview
    required property History history
    readonly property bool isRecord: root.overview.recordKey !== ""

    function show(figure: string, region: string): void {
        root.overview.drill(figure, region);
        root.open();
    }

    width: Math.min(720, (root.parent?.width ?? 720) - 80)
    title: root.isRecord ? root.overview.recordTitle : root.overview.rowsTitle

    Label {
        width: parent.width
        objectName: "drillSum"
        visible: !root.isRecord
        text: root.overview.rowsSum
        font.weight: Theme.strong
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        width: parent.width
        height: Math.min(contentHeight, (root.parent?.height ?? 700) - 260)
        visible: !root.isRecord
        clip: true
        model: root.overview.rows
        boundsBehavior: Flickable.StopAtBounds

        delegate: ListRow {
            id: row
            required property string key
            required property string what
            required property string details
            required property string amount
            width: list.width
            indent: 0
            objectName: "drillRow"
            title: row.what
            titleLines: 1
            subtitle: row.details
            value: row.amount
            onClicked: root.overview.openRow(row.key)
        }
    }
    Flickable {
        id: record
        width: parent.width
        height: Math.min(contentHeight, (root.parent?.height ?? 700) - 260)
        visible: root.isRecord
        contentHeight: content.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content
            width: record.width
            spacing: Theme.gapSmall

            Repeater {
                model: root.overview.fields

                RowLayout {
                    id: field
                    required property string name
                    required property string text
                    width: content.width
                    spacing: Theme.gap

                    Caption {
                        Layout.preferredWidth: 150 * Math.min(1.4, Theme.textScale)
                        Layout.alignment: Qt.AlignTop
                        text: field.name
                        wrapMode: Text.Wrap
                    }
                    Label {
                        Layout.fillWidth: true
                        text: field.text
                        wrapMode: Text.Wrap
                    }
                }
            }
            PhotoField {
                width: content.width
                objectName: "drillPhotos"
                visible: root.overview.photos.count > 0
                photos: root.overview.photos
                canAdd: false
            }
            Caption {
                width: content.width
                visible: root.overview.photos.count === 0
                text: qsTr("No photo belongs to this record.")
            }
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gapSmall

        Button {
            Layout.fillWidth: true
            objectName: "drillBack"
            quiet: true
            text: root.isRecord ? qsTr("Back to the rows") : qsTr("Close")
            onClicked: {
                if (root.isRecord) {
                    root.overview.openRow("");
                } else {
                    root.close();
                }
            }
        }
        Button {
            Layout.fillWidth: true
            objectName: "drillHistory"
            visible: root.isRecord
            quiet: true
            text: qsTr("Who changed it")
            onClicked: sheet.show(root.overview.recordType, root.overview.recordKey)
        }
    }
    HistorySheet {
        id: sheet
        history: root.history
    }
}
