import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Heading in its states. */
Column {
    spacing: Theme.gap

    Heading { width: parent.width; text: "今天还差" }
}
