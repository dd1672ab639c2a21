import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Label in its states. */
Column {
    spacing: Theme.gap

    Label { text: "场地布置与设备调试" }
    Label { width: 120; text: "写不下时换到下一行的文字"; wrapMode: Text.Wrap }
}
