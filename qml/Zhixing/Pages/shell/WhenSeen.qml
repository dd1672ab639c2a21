import QtQuick
import Zhixing.Pages
import Zhixing.ViewModels

/* A page, or a part of one, that is made when it is first seen, and stays: what nobody opens costs nothing at the start. It is made
   at once, so that it is whole in its first frame. The components of a Loader may not be bound in Qt 6.4; so it is named by its
   file, beside this one, and handed what it needs. */
Loader {
    id: root
    required property App app
    required property string file

    function make(): void {
        if (root.visible && root.status === Loader.Null) root.setSource(root.file, { app: root.app });
    }

    onVisibleChanged: root.make()
    Component.onCompleted: root.make()
    // The keyboard goes on to whatever holds it within the page.
    onLoaded: (root.item as Item).focus = true
}
