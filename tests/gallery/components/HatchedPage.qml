import QtQuick
import Zhixing.Charts
import Zhixing.Controls
import Zhixing.Theme

/* Hatched in its states. */
Column {
    spacing: Theme.gap

    Hatched { width: 200; height: 20; tone: Theme.accent }
    Hatched { width: 200; height: 20; tone: Theme.red }
}
