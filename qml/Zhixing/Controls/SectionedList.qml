import QtQuick
import QtQuick.Templates as T
import Zhixing.Theme

/* A list in parts, each under its name. The components here are not bound: Qt 6.4 makes no section from a bound one. */
ListView {
    id: root
    /* What the parts are called where the section's value is not its name. */
    property var names: ({})

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    bottomMargin: Theme.gapLarge
    section.delegate: SectionName {
        id: part
        name: root.names[part.section] ?? part.section
    }
    T.ScrollBar.vertical: ScrollBar {}
}
