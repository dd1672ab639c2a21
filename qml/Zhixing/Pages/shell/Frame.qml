import QtQuick
import Zhixing.Pages
import Zhixing.ViewModels

/* What both shapes have in common: they can be told where to go. */
FocusScope {
    required property App app
    property string current: ""

    /* Asked for a page that belongs to another place of the laptop. */
    signal leftFor(string page)

    function show(page: string): void {
    }
}
