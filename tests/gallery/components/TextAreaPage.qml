import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* TextArea in its states. */
Column {
    spacing: Theme.gap

    TextArea { width: parent.width; placeholderText: "哪里、谁、看到了什么" }
    TextArea { width: parent.width; text: "背景板右侧还差一条压边"; fault: "x" }
}
