import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* A form: fields that scroll, and one button under the thumb. Where there is room, what goes with the fields but is not asked in
   turn, such as photos, stands beside them, and the lines stay short enough to read. */
PhonePage {
    id: root
    property string saveWord: qsTr("Save")
    property bool canSave: true
    /* What is still missing, above the button. */
    property string hint: ""
    /* A question stands first, such as whether to continue a draft: there is nothing to save yet. */
    property bool asking: false
    default property alias fields: main.data
    property alias beside: aside.data
    signal saved

    readonly property bool isWide: aside.children.length > 0 && root.width >= 1040 * Theme.textScale

    canGoBack: true

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
        widthMax: root.isWide ? 1040 : 640

        Item {
            width: parent.width
            height: root.isWide || aside.height === 0 ? Math.max(main.height, aside.height) : aside.y + aside.height

            Column {
                id: main
                width: root.isWide ? parent.width - aside.width - Theme.gapHuge : parent.width
                spacing: Theme.gapLarge
            }
            Column {
                id: aside
                x: parent.width - width
                y: root.isWide || height === 0 ? 0 : main.height + Theme.gapLarge
                width: root.isWide ? 360 : parent.width
                spacing: Theme.gapLarge
            }
        }
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: root.asking ? 0 : button.height + 2 * Theme.gap + (hint.visible && Theme.touch ? hint.height + Theme.gapSmall : 0)
        visible: !root.asking
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Caption {
            id: hint
            // Above the button on a phone, behind it on a laptop.
            x: Theme.touch ? Theme.gapPage : button.x + button.width + Theme.gapLarge
            y: Theme.touch ? Theme.gap : (foot.height - height) / 2
            width: parent.width - x - Theme.gapPage
            visible: text !== "" && !root.canSave
            text: root.hint
            wrapMode: Text.Wrap
        }
        Button {
            id: button
            objectName: "save"
            x: Theme.gapPage
            y: parent.height - height - Theme.gap
            width: Theme.touch ? Math.min(parent.width - 2 * x, 640) : Math.max(160, implicitWidth)
            text: root.saveWord
            enabled: root.canSave
            onClicked: root.saved()
        }
    }
}
