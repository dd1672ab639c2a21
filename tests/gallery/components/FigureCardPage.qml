import QtQuick
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme

/* FigureCard in its states. */
Column {
    spacing: Theme.gap

    FigureCard { width: 220; label: "已支出"; figure: "13,460"; formula: "已通过支出之和，已扣冲销" }
    FigureCard { width: 220; label: "剩余"; figure: "167,813.50"; formula: "预算 − 已支出 − 待审"; opens: false }
}
