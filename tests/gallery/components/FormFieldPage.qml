import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Theme

/* FormField in its states. */
Column {
    spacing: Theme.gap

    FormField { width: parent.width; label: "活动名称"; help: "例如：秋季开放日"; TextField { Layout.fillWidth: true } }
    FormField { width: parent.width; label: "开始日期"; fault: "日期写成 2025-10-16"; TextField { Layout.fillWidth: true; fault: "x"; text: "十月" } }
}
