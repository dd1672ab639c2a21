import QtQuick
import QtQuick.Layouts
import Zhixing.Controls
import Zhixing.Pages
import Zhixing.Theme
import Zhixing.ViewModels

/* Language, light or dark, the size of text and the unit of sums; each takes effect at once. */
Card {
    id: root
    required property App app
    spacing: Theme.gapLarge

    readonly property list<string> themes: ["light", "dark", "system"]
    readonly property list<string> languages: ["zh_CN", "zh_TW", "en"]
    readonly property list<real> scales: [1, 1.25, 1.5, 2]

    FormField {
        width: parent.width
        label: qsTr("Language")

        Segments {
            Layout.fillWidth: true
            objectName: "languageSegments"
            words: ["简体中文", "繁體中文", "English"]
            current: root.languages.indexOf(root.app.settings.language)
            onChosen: index => root.app.settings.language = root.languages[index]
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Appearance")

        Segments {
            Layout.fillWidth: true
            objectName: "themeSegments"
            words: [qsTr("Light"), qsTr("Dark"), qsTr("As the device")]
            current: root.themes.indexOf(root.app.settings.theme)
            onChosen: index => root.app.settings.theme = root.themes[index]
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Text size")

        Segments {
            Layout.fillWidth: true
            objectName: "textSegments"
            words: [qsTr("Standard"), qsTr("Large"), qsTr("Larger"), qsTr("Double")]
            current: root.app.settings.textScale > 1.75 ? 3 : root.app.settings.textScale > 1.4 ? 2
                : root.app.settings.textScale > 1.1 ? 1 : 0
            onChosen: index => root.app.settings.textScale = root.scales[index]
        }
    }
    FormField {
        width: parent.width
        label: qsTr("Sums and budgets")
        help: qsTr("In units of 10,000 yuan they are rounded to two places. Single amounts stay exact to the fen.")

        Segments {
            Layout.fillWidth: true
            objectName: "unitSegments"
            words: [qsTr("yuan"), qsTr("10,000 yuan")]
            current: root.app.settings.inWan ? 1 : 0
            onChosen: index => root.app.settings.inWan = index === 1
        }
    }
}
