import QtQuick
import Zhixing.Theme

/* The name above one part of a SectionedList. */
Item {
    id: root
    required property string section
    property string name: section

    width: root.parent ? root.parent.width : 0
    height: words.implicitHeight + Theme.gapLarge + Theme.gapTiny

    Caption {
        id: words
        x: Theme.gapPage
        y: Theme.gapLarge
        width: root.width - 2 * x
        text: root.name
        wrapMode: Text.Wrap
    }
}
