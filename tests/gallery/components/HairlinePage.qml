import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Hairline in its states. */
Column {
    spacing: Theme.gap

    Hairline { width: parent.width }
}
