import QtQuick

/* What a camera's view offers, apart from the part of Qt that knows cameras; see CameraView.qml. */
Item {
    /* Why there is no picture: `none` (no camera), `denied` (not allowed); empty when all is well. */
    property string trouble: ""
    property bool ready: false
    signal taken(url file)

    function capture(): void {
    }
}
