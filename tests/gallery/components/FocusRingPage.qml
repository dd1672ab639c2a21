import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* FocusRing in its states. */
Column {
    spacing: Theme.gap

    Rectangle { id: field; x: 8; width: 160; height: 48; radius: Theme.radius; color: Theme.surface; FocusRing { around: field } }
}
