import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* PhotoStrip in its states. */
Column {
    spacing: Theme.gap

    PhotoStrip {
        width: parent.width
        cameraWord: "拍照"
        chooseWord: "选择图片"
        removeWord: "移除"
        busyWord: "处理中…"
        inviting: true
        model: ListModel {
        }
    }
    PhotoStrip {
        width: parent.width
        cameraWord: "拍照"
        chooseWord: "选择图片"
        removeWord: "移除"
        busyWord: "处理中…"
        busy: 1
        model: ListModel {
            ListElement { key: "a"; thumbnail: ""; state: "waiting"; words: "待发送"; share: 0; removable: true; isDocument: false; warning: ""; about: "" }
            ListElement { key: "b"; thumbnail: ""; state: "sending"; words: "发送中 42%"; share: 0.42; removable: false; isDocument: false; warning: ""; about: "" }
            ListElement { key: "c"; thumbnail: ""; state: "held"; words: "总部已收到"; share: 1; removable: false; isDocument: true; warning: "发票重复"; about: "" }
        }
    }
}
