import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Meter in its states. */
Column {
    spacing: Theme.gap

    Meter { width: parent.width; approved: 0.4; pending: 0.2 }
    Meter { width: parent.width; approved: 0.9; pending: 0.3 }
    Meter { width: parent.width; approved: 0; pending: 0 }
}
