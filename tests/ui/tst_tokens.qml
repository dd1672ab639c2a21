import QtQuick
import QtTest
import Zhixing.Theme

/* Contrast of every pair of text and ground that occurs: at least 4.5 to 1 (WCAG 2.2, 1.4.3), light and dark. */
TestCase {
    id: root
    name: "Tokens"

    function luminance(colour) {
        const linear = part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }
    function contrast(a, b) {
        const light = Math.max(root.luminance(a), root.luminance(b));
        const dark = Math.min(root.luminance(a), root.luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }
    function cleanup() {
        Theme.dark = false;
    }
    function test_contrast_data() {
        const rows = [];
        const pairs = {
            paper: ["ink", "inkSoft", "accent", "green", "amber", "red"],
            surface: ["ink", "inkSoft", "accent", "green", "amber", "red"],
            sunken: ["ink", "inkSoft", "accent", "red"],
            accentSoft: ["ink", "inkSoft", "accent", "red", "green"],
            greenSoft: ["green"],
            amberSoft: ["amber"],
            redSoft: ["red"],
            accent: ["accentInk"],
            accentPressed: ["accentInk"],
            ink: ["paper"]
        };
        for (const dark of [false, true]) {
            for (const ground in pairs) {
                for (const text of pairs[ground]) rows.push({ tag: (dark ? "dark " : "light ") + text + " on " + ground, dark, ground, text });
            }
        }
        return rows;
    }
    function test_contrast(data) {
        Theme.dark = data.dark;
        const ratio = root.contrast(Theme[data.text], Theme[data.ground]);
        verify(ratio >= 4.5, "only " + ratio.toFixed(2) + " to 1");
    }
    function test_formula_isTheKnownOne() {
        compare(root.contrast(Qt.rgba(0, 0, 0, 1), Qt.rgba(1, 1, 1, 1)), 21);
    }
}
