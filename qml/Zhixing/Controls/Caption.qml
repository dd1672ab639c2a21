import QtQuick
import Zhixing.Theme

/* The quiet line beside or beneath something: when, where, how much. */
Label {
    color: Theme.inkSoft
    font.pixelSize: Theme.caption
}
