import QtQuick
import Zhixing.Theme

/* Shows one component's page on paper, light or dark, for fingers or for a mouse, at any size of text. */
Rectangle {
    id: root
    property url page
    property bool dark: false
    property bool touch: true
    property real textScale: 1

    width: 560
    height: Math.max(80, (loader.item?.height ?? 0) + 2 * Theme.gapHuge)
    color: Theme.paper

    Binding {
        target: Theme
        property: "dark"
        value: root.dark
    }
    Binding {
        target: Theme
        property: "touch"
        value: root.touch
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.textScale
    }
    Loader {
        id: loader
        x: Theme.gapHuge
        y: Theme.gapHuge
        width: root.width - 2 * x
        source: root.page
    }
}
