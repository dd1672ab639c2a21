pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* Types an amount: digits, a point, 万 and one step back. A keyboard may type into the same text. */
GridLayout {
    id: root
    property string text: ""
    required property string wanWord
    required property string backspaceWord
    signal edited(string text)

    readonly property int keyHeight: Math.max(50, Math.round(Theme.heading * 1.3))
    readonly property list<string> keys: ["1", "2", "3", "⌫", "4", "5", "6", "万", "7", "8", "9", "00", ".", "0"]

    function press(key: string) {
        if (key === "⌫") {
            root.edited(root.text.slice(0, -1));
            return;
        }
        // Nothing follows 万, a point comes once, and an amount never needs more than twelve signs.
        if (root.text.endsWith("万") || root.text.length >= 12 || (key === "." && root.text.includes("."))) return;
        if (root.text === "" && (key === "万" || key === "00")) return;
        root.edited(root.text === "0" && key !== "." ? key : root.text === "" && key === "." ? "0." : root.text + key);
    }

    columns: 4
    rowSpacing: Theme.gapTiny
    columnSpacing: Theme.gapTiny

    Repeater {
        model: root.keys

        T.AbstractButton {
            id: key
            required property int index
            required property string modelData

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.columnSpan: key.index === root.keys.length - 1 ? 3 : 1
            Layout.preferredHeight: root.keyHeight
            Layout.minimumHeight: 48
            implicitWidth: 72
            text: key.modelData === "⌫" ? root.backspaceWord : key.modelData === "万" ? root.wanWord : key.modelData
            objectName: "key" + key.modelData
            autoRepeat: key.modelData === "⌫"
            focusPolicy: Qt.NoFocus
            Accessible.name: key.text
            onClicked: root.press(key.modelData)

            background: Rectangle {
                radius: Theme.radius
                color: key.down ? Theme.accentSoft : Theme.surface
                border.width: Theme.hair
                border.color: Theme.line
            }
            contentItem: Item {
                Label {
                    anchors.centerIn: parent
                    visible: key.modelData !== "⌫"
                    text: key.text
                    font.pixelSize: Theme.heading
                }
                Icon {
                    anchors.centerIn: parent
                    visible: key.modelData === "⌫"
                    width: Theme.icon
                    height: Theme.icon
                    name: key.modelData === "⌫" ? "backspace" : ""
                    color: Theme.ink
                }
            }
        }
    }
}
