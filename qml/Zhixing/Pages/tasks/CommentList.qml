pragma ComponentBehavior: Bound
import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* What people say about a record, oldest first, and a line to say something oneself. */
Column {
    id: root
    required property RowModel comments
    required property string text
    signal typed(string text)
    signal sent

    spacing: Theme.gap

    Repeater {
        model: root.comments

        Column {
            id: comment
            required property string who
            required property string when
            required property string words
            required property bool pending
            width: root.width
            spacing: Theme.gapTiny

            Caption {
                width: parent.width
                text: comment.pending ? qsTr("%1 · %2 · not yet at headquarters").arg(comment.who).arg(comment.when)
                    : qsTr("%1 · %2").arg(comment.who).arg(comment.when)
                wrapMode: Text.Wrap
            }
            Rectangle {
                width: parent.width
                height: said.implicitHeight + 2 * Theme.gap
                radius: Theme.radius
                color: Theme.sunken
                border.width: Theme.hair
                border.color: Theme.line

                Label {
                    id: said
                    x: Theme.gap
                    y: Theme.gap
                    width: parent.width - 2 * x
                    text: comment.words
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    TextArea {
        width: parent.width
        objectName: "comment"
        linesMin: 2
        placeholderText: qsTr("Write a comment; everybody on this task sees it")
        text: root.text
        onTextChanged: root.typed(text)
    }
    Button {
        objectName: "sendComment"
        visible: root.text.trim() !== ""
        quiet: true
        text: qsTr("Save the comment")
        onClicked: root.sent()
    }
}
