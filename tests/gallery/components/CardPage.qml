import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Card in its states. */
Column {
    spacing: Theme.gap

    Card {
        width: parent.width
        spacing: Theme.gapSmall

        Heading { text: "预算剩余" }
        Label { text: "40,373.50" }
    }
}
