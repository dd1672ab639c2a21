import QtQuick
import QtTest
import Zhixing.Controls

/* The pad types what people mean, and nothing that is no amount. */
TestCase {
    id: root
    name: "AmountPad"
    when: windowShown
    width: 360
    height: 300
    visible: true

    AmountPad {
        id: pad
        anchors.fill: parent
        wanWord: "万"
        backspaceWord: "Delete"
        onEdited: text => pad.text = text
    }

    function type(keys) {
        pad.text = "";
        for (const key of keys) mouseClick(findChild(pad, "key" + key));
    }
    function test_type_data() {
        return [
            { tag: "digits", keys: ["1", "8", "6"], text: "186" },
            { tag: "point once", keys: ["1", ".", "5", "."], text: "1.5" },
            { tag: "point first", keys: [".", "5"], text: "0.5" },
            { tag: "no leading zero", keys: ["0", "7"], text: "7" },
            { tag: "double zero needs a digit", keys: ["00", "3", "00"], text: "300" },
            { tag: "nothing after ten thousands", keys: ["5", "万", "1"], text: "5万" },
            { tag: "ten thousands need a digit", keys: ["万", "5"], text: "5" },
            { tag: "one step back", keys: ["1", "2", "⌫"], text: "1" }
        ];
    }
    function test_type(data) {
        root.type(data.keys);
        compare(pad.text, data.text);
    }
    function test_touch_typesToo() {
        pad.text = "";
        const key = findChild(pad, "key5");
        const touch = touchEvent(key);
        touch.press(0, key, key.width / 2, key.height / 2).commit();
        touch.release(0, key, key.width / 2, key.height / 2).commit();
        compare(pad.text, "5");
    }
}
