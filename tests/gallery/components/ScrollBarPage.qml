import QtQuick
import QtQuick.Templates as T
import Zhixing.Controls
import Zhixing.Theme

/* ScrollBar in its states. */
Column {
    spacing: Theme.gap

    Flickable { width: parent.width; height: 80; contentHeight: 400; T.ScrollBar.vertical: ScrollBar { active: true } }
}
