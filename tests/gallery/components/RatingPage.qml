import QtQuick
import Zhixing.Controls
import Zhixing.Theme

/* Rating in its states. */
Column {
    spacing: Theme.gap

    Rating { words: ["很差", "较差", "一般", "满意", "很满意"]; value: 4 }
    Rating { words: ["很差", "较差", "一般", "满意", "很满意"] }
}
