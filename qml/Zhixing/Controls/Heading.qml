import QtQuick
import Zhixing.Theme

/* The name of a page's part. */
Label {
    font.pixelSize: Theme.lead
    font.weight: Theme.strong
    wrapMode: Text.Wrap
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
