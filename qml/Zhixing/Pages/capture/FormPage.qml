import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* A form on the phone: fields that scroll, and one button under the thumb. */
PhonePage {
    id: root
    property string saveWord: qsTr("Save")
    property bool canSave: true
    property Item beneath: null
    default property alias fields: scroll.content
    signal saved

    canGoBack: true

    Scroll {
        id: scroll
        width: parent.width
        height: parent.height - foot.height
        topMargin: -Theme.gap
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: 48 + 2 * Theme.gap
        color: Theme.surface

        Hairline {
            width: parent.width
        }
        Button {
            objectName: "save"
            x: Theme.gapPage
            y: Theme.gap
            width: parent.width - 2 * x
            text: root.saveWord
            enabled: root.canSave
            onClicked: root.saved()
        }
    }
}
