import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Caption in its states. */
Column {
    spacing: Theme.gap

    Caption { text: "今天 08:32 与总部一致" }
}
