import QtQuick
import Zhixing.Theme

/* Text to read. Ink on paper at body size unless told otherwise. */
Text {
    id: root

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Theme.regular
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    lineHeightMode: Text.ProportionalHeight
}
