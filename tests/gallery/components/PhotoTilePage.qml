import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* PhotoTile in its states. */
Column {
    spacing: Theme.gap

    PhotoTile { thumbnail: ""; delivery: "draft"; words: "未保存"; share: 0; isDocument: false; warns: false; removable: true; removeWord: "移除" }
    PhotoTile { thumbnail: ""; delivery: "waiting"; words: "待发送"; share: 0; isDocument: false; warns: false; removable: false; removeWord: "移除" }
    PhotoTile { thumbnail: ""; delivery: "sending"; words: "发送中 42%"; share: 0.42; isDocument: false; warns: false; removable: false; removeWord: "移除" }
    PhotoTile { thumbnail: ""; delivery: "held"; words: "总部已收到"; share: 1; isDocument: true; warns: false; removable: false; removeWord: "移除" }
    PhotoTile { thumbnail: ""; delivery: "refused"; words: "被退回"; share: 0; isDocument: false; warns: true; removable: false; removeWord: "移除" }
    PhotoTile { thumbnail: ""; delivery: "missing"; words: "照片缺失"; share: 0; isDocument: false; warns: false; removable: false; removeWord: "移除" }
}
