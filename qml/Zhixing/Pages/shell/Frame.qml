import QtQuick
import Zhixing.Pages
import Zhixing.ViewModels

/* What both shapes have in common: they can be told where to go. */
FocusScope {
    required property App app
    property string current: ""

    function show(page: string): void {
    }
}
