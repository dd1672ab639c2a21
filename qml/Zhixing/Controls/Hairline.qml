import QtQuick
import Zhixing.Theme

/* The line between two things of a kind. */
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.line
}
