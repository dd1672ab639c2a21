pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* One field, two values, who and when: choose one. The other stays readable in the record's history. */
Card {
    id: root
    required property string key
    required property string what
    required property string field
    required property string kept
    required property string keptBy
    required property string other
    required property string otherBy
    signal taken(string key, bool mine)

    spacing: Theme.gap

    ColumnLayout {
        width: parent.width
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.what
            font.weight: Theme.strong
            wrapMode: Text.Wrap
        }
        Caption {
            Layout.fillWidth: true
            text: root.field
        }
    }
    RowLayout {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: [
                { words: root.kept, by: root.keptBy, label: qsTr("Now"), mine: false },
                { words: root.other, by: root.otherBy, label: qsTr("Instead"), mine: true }
            ]

            ColumnLayout {
                id: side
                required property var modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapTiny

                Caption {
                    Layout.fillWidth: true
                    text: side.modelData.label
                }
                Label {
                    Layout.fillWidth: true
                    text: side.modelData.words
                    wrapMode: Text.Wrap
                }
                Caption {
                    Layout.fillWidth: true
                    text: side.modelData.by
                    wrapMode: Text.Wrap
                }
                Button {
                    Layout.topMargin: Theme.gapTiny
                    objectName: side.modelData.mine ? "takeOther" : "keep"
                    quiet: true
                    text: side.modelData.mine ? qsTr("Take this") : qsTr("Keep")
                    onClicked: root.taken(root.key, side.modelData.mine)
                }
            }
        }
    }
}
