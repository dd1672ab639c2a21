import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* A form on the phone: fields that scroll, and one button under the thumb. */
PhonePage {
    id: root
    property string saveWord: qsTr("Save")
    property bool canSave: true
    /* What is still missing, above the button. */
    property string hint: ""
    /* A question stands first, such as whether to continue a draft: there is nothing to save yet. */
    property bool asking: false
    property Item beneath: null
    default property alias fields: scroll.content
    signal saved

    canGoBack: true

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
        widthMax: 640
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: root.asking ? 0 : button.height + 2 * Theme.gap + (hint.visible ? hint.height + Theme.gapSmall : 0)
        visible: !root.asking
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Caption {
            id: hint
            x: Theme.gapPage
            y: Theme.gap
            width: parent.width - 2 * x
            visible: text !== "" && !root.canSave
            text: root.hint
            wrapMode: Text.Wrap
        }
        Button {
            id: button
            objectName: "save"
            x: Theme.gapPage
            y: parent.height - height - Theme.gap
            width: Math.min(parent.width - 2 * x, 640)
            text: root.saveWord
            enabled: root.canSave
            onClicked: root.saved()
        }
    }
}
