import QtQuick
import QtTest
import Zhixing.Controls

/* The strip shows each photo with the truth about it, and tells what somebody wants: open, remove, add. */
TestCase {
    id: root
    name: "PhotoStrip"
    when: windowShown
    width: 700
    height: 200
    visible: true

    ListModel {
        id: photos
        ListElement { key: "a"; thumbnail: ""; full: ""; state: "held"; words: "At headquarters"; share: 1; removable: false; isDocument: false; warning: ""; about: "08:40" }
        ListElement { key: "b"; thumbnail: ""; full: ""; state: "sending"; words: "Sending 42%"; share: 0.42; removable: false; isDocument: false; warning: ""; about: "08:41" }
        ListElement { key: "c"; thumbnail: ""; full: ""; state: "waiting"; words: "Waiting"; share: 0; removable: true; isDocument: true; warning: "used before"; about: "08:42" }
    }
    PhotoStrip {
        id: strip
        anchors.fill: parent
        model: photos
        cameraWord: "Take"
        chooseWord: "Choose"
        removeWord: "Remove"
        busyWord: "Saving"
        onOpened: index => root.openedIndex = index
        onRemoved: key => root.removedKey = key
    }
    SignalSpy {
        id: cameraAsked
        target: strip
        signalName: "cameraAsked"
    }
    property int openedIndex: -1
    property string removedKey: ""

    function init() {
        root.openedIndex = -1;
        root.removedKey = "";
        cameraAsked.clear();
    }
    function test_photos_areShownWithTheirWords() {
        for (const [index, words] of [[0, "At headquarters"], [1, "Sending 42%"], [2, "Waiting"]]) {
            compare(findChild(strip, "photo" + index).words, words);
        }
        verify(findChild(strip, "photo2").Accessible.name.includes("used before"));
    }
    function test_tap_opens() {
        mouseClick(findChild(strip, "photo1"), 20, 60);
        compare(root.openedIndex, 1);
    }
    function test_space_opens() {
        findChild(strip, "photo2").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(root.openedIndex, 2);
    }
    function test_remove_onlyWhereItMay() {
        verify(!findChild(findChild(strip, "photo0"), "removePhoto").visible);
        mouseClick(findChild(findChild(strip, "photo2"), "removePhoto"));
        compare(root.removedKey, "c");
        compare(root.openedIndex, -1);
    }
    function test_delete_onlyWhereItMay() {
        findChild(strip, "photo0").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        compare(root.removedKey, "");
        findChild(strip, "photo2").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        compare(root.removedKey, "c");
    }
    function test_camera_isAskedFor() {
        mouseClick(findChild(strip, "takePhoto"));
        compare(cameraAsked.count, 1);
    }
    function test_camera_absent_isNotOffered() {
        strip.hasCamera = false;
        verify(!findChild(strip, "takePhoto").visible);
        verify(findChild(strip, "choosePhoto").visible);
        strip.hasCamera = true;
    }
}
