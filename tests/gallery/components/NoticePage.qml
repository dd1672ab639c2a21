import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Notice in its states. */
Column {
    spacing: Theme.gap

    Notice { width: 320; Component.onCompleted: show("已保存在本机", false) }
    Notice { width: 320; Component.onCompleted: show("存储空间不足，输入的内容仍在", true) }
}
