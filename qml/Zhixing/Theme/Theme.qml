pragma Singleton
import QtQuick

/* Every colour, size, gap and duration that anything on screen uses. Ink on paper: warm ground, one accent, and three
   lights that never appear without their shape and word. The shell sets the four appearance properties; nobody else writes. */
QtObject {
    id: root

    // ---- appearance, set by the shell
    property bool dark: false
    property bool touch: true
    property real textScale: 1
    property bool reducedMotion: false

    // ---- colour
    readonly property color paper: root.dark ? "#161513" : "#f5f2eb"
    readonly property color surface: root.dark ? "#201e1b" : "#fdfcf9"
    readonly property color sunken: root.dark ? "#1b1a17" : "#efebe2"
    readonly property color line: root.dark ? "#37332d" : "#e2dccf"
    readonly property color edge: root.dark ? "#8a8276" : "#857c6d"
    readonly property color ink: root.dark ? "#eee9e0" : "#1e1c19"
    readonly property color inkSoft: root.dark ? "#aea69a" : "#5f584d"
    readonly property color accent: root.dark ? "#a9b5f2" : "#37478a"
    readonly property color accentPressed: root.dark ? "#8f9de6" : "#2b3970"
    readonly property color accentInk: root.dark ? "#161a2f" : "#ffffff"
    readonly property color accentSoft: root.dark ? "#2a2d42" : "#e7e8f2"
    readonly property color green: root.dark ? "#86c9a0" : "#27633f"
    readonly property color greenSoft: root.dark ? "#1f3127" : "#e2ede4"
    readonly property color amber: root.dark ? "#e2b869" : "#7d5200"
    readonly property color amberSoft: root.dark ? "#382d19" : "#f6ead2"
    readonly property color red: root.dark ? "#f09c91" : "#a12e2b"
    readonly property color redSoft: root.dark ? "#3c2421" : "#f7e3df"
    readonly property color bar: root.dark ? "#4a5285" : "#b9c1e4"
    readonly property color barDone: root.dark ? "#8f9de6" : "#6374bd"
    readonly property color scrim: root.dark ? "#a0000000" : "#66201c14"

    // ---- type: five sizes, two weights
    readonly property string family: Qt.platform.os === "linux" ? "Noto Sans CJK SC" : ""
    readonly property int caption: Math.round(12 * root.textScale)
    readonly property int body: Math.round(14 * root.textScale)
    readonly property int lead: Math.round(16 * root.textScale)
    readonly property int heading: Math.round(20 * root.textScale)
    readonly property int display: Math.round(28 * root.textScale)
    /* Text so large that what stands side by side stands beneath each other. */
    readonly property bool large: root.textScale >= 1.4
    readonly property int regular: Font.Normal
    readonly property int strong: Font.Bold

    // ---- space: a grid of four
    readonly property int hair: 1
    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int gapPage: root.touch ? 20 : 32
    readonly property int radius: 10
    readonly property int target: root.touch ? 48 : 32
    readonly property int rowHeight: root.touch ? 56 : 40
    readonly property int icon: Math.round((root.touch ? 24 : 20) * Math.min(1.5, root.textScale))

    // ---- motion
    readonly property int quick: root.reducedMotion ? 0 : 150

    // ---- width at which the phone's bottom bar becomes the laptop's rail
    readonly property int wideFrom: 900
}
