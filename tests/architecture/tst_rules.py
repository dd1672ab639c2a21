"""Plants one fault after another into a small clean tree: each rule must find its own, and no rule anything else."""

from pathlib import Path
import tempfile
import unittest

from check_tree import RULES
import rules_tree
from source_tree import SourceTree

HEADER = "#pragma once\n"

CLEAN = {
    "CMakeLists.txt": "add_subdirectory(shared)\n",
    ".git/config": "[core]\n",
    "build/dev/generated.hpp": "void generated();\n",
    "README.md": "Zhixing\n",
    "shared/base/CMakeLists.txt": "zx_add_library(zhixing_base SOURCES\n    money.cpp\n    money.h # the header too\n)\n",
    "shared/base/money.h": HEADER + "#include <string>\n",
    "shared/base/money.cpp": '#include "shared/base/money.h"\n\n// throw, catch ( and system_clock::now() are only words here\n'
    "const char* words = \"catch (all) // throw\"; const int fen = 1'000; // 'tis\n",
    "shared/model/CMakeLists.txt": "value.cpp\n",
    "shared/model/value.h": HEADER + '#include "shared/base/money.h"\n',
    "shared/model/value.cpp": '#include "shared/model/value.h"\n',
    "sync/CMakeLists.txt": "digest.cpp wire/codec.cpp\n",
    "sync/digest.cpp": '#include "shared/base/money.h"\n',
    "sync/wire/codec.cpp": '#include "shared/model/value.h"\n',
    "server/CMakeLists.txt": "listener.cpp listener.h\n",
    "server/listener.h": HEADER + "#include <nlohmann/json_fwd.hpp>\n",
    "server/listener.cpp": "#include <boost/beast.hpp>\n#include <thread>\nvoid f() { try { g(); } catch (...) {} }\n",
    "client/CMakeLists.txt": "main.cpp net/link.cpp\n",
    "client/main.cpp": "#include <QGuiApplication>\n",
    "client/net/link.cpp": '#include <QWebSocket>\n#include "shared/base/money.h"\n',
    "qml/CMakeLists.txt": "Zhixing/Theme/Theme.qml Zhixing/Controls/Card.qml Zhixing/Controls/icon.cpp Zhixing/Pages/Today/TodayPage.qml\n",
    "qml/Zhixing/Theme/Theme.qml": 'import QtQuick\nQtObject { readonly property color ink: "#1a1a1a"; readonly property int gap: 8 }\n',
    "qml/Zhixing/Controls/Card.qml": 'import QtQuick\nimport Zhixing.Theme\nItem { property string key: "万"; property string language: "简体中文" }\n',
    "qml/Zhixing/Controls/icon.cpp": "#include <QPainter>\n",
    "qml/Zhixing/Pages/Today/TodayPage.qml": "import QtQuick\nimport Zhixing.Controls\nimport Zhixing.ViewModels\n"
    'Item { Text { text: qsTr("Today") } Row { spacing: 0 } Rectangle { color: "transparent" } }\n',
    "tests/CMakeLists.txt": "include(ZhixingTest)\n",
    "tests/gallery/CMakeLists.txt": "components/CardPage.qml\n",
    "tests/README.md": "| `shared/` | `tests/shared/base/tst_money.cpp` `QTest` |\n",
    "tests/shared/base/CMakeLists.txt": "zx_add_test(NAME tst_money SOURCES tst_money.cpp)\n",
    "tests/shared/base/tst_money.cpp": '#include <QTest>\n#include "shared/base/money.h"\n#include "tst_money.moc"\n',
    "tests/shared/model/CMakeLists.txt": "tst_value.cpp\n",
    "tests/shared/model/tst_value.cpp": "#include <QTest>\n",
    "tests/sync/CMakeLists.txt": "tst_digest.cpp wire/tst_codec.cpp\n",
    "tests/sync/tst_digest.cpp": "#include <QTest>\n",
    "tests/sync/wire/tst_codec.cpp": "#include <QTest>\n",
    "tests/gallery/components/CardPage.qml": "import QtQuick\nimport Zhixing.Controls\nCard {}\n",
    "tests/fixtures/protocol/Old File.cpp": "#include <anything>\n",
}

MONEY, CODEC, DIGEST = "shared/base/money.cpp", "sync/wire/codec.cpp", "sync/digest.cpp"
LISTENER, MAIN, LINK = "server/listener.cpp", "client/main.cpp", "client/net/link.cpp"
CARD, PAGE, TEST = "qml/Zhixing/Controls/Card.qml", "qml/Zhixing/Pages/Today/TodayPage.qml", "tests/shared/base/tst_money.cpp"

# rule, file, text added at its end. A new file is listed in its CMakeLists.txt where the fault is another one.
PLANTED = [
    ("tree.promised", "tests/README.md", "| a pain | `tests/shared/base/tst_gone.cpp` `test_it` |\n"),
    ("tree.promised", "tests/README.md", "| a pain | `tests/shared/base/tst_money.cpp` `noSuchTest_everywhere_fails` |\n"),
    ("cpp.arrows", MONEY, '#include "shared/model/value.h"\n'),
    ("cpp.arrows", "shared/model/value.cpp", '#include "sync/wire/codec.h"\n'),
    ("cpp.arrows", LISTENER, '#include "client/net/link.h"\n'),
    ("cpp.arrows", LINK, '#include "server/listener.h"\n'),
    ("cpp.arrows", MAIN, '#include "tests/support/fake_clock.h"\n'),
    ("cpp.arrows", DIGEST, '#include "sync/wire/codec.h"\n'),
    ("cpp.arrows", "server/attic.cpp", '#include "sync/replica/replica.h"\n'),
    ("cpp.arrows", "sync/gossip/gossip.h", HEADER),
    ("cpp.libraries", MONEY, "#include <QString>\n"),
    ("cpp.libraries", MONEY, "#include <thread>\n"),
    ("cpp.libraries", DIGEST, "#include <QtCore/QByteArray>\n"),
    ("cpp.libraries", DIGEST, "#include <boost/asio/io_context.hpp>\n"),
    ("cpp.libraries", DIGEST, "#include <SQLiteCpp/SQLiteCpp.h>\n"),
    ("cpp.libraries", DIGEST, "#include <nlohmann/json.hpp>\n"),
    ("cpp.libraries", DIGEST, "#include <mutex>\n"),
    ("cpp.libraries", DIGEST, "#  include <fstream> // indented\n"),
    ("cpp.libraries", CODEC, "#include <sys/socket.h>\n"),
    ("cpp.libraries", CODEC, "#include <random>\n"),
    ("cpp.libraries", LISTENER, "#include <QCoreApplication>\n"),
    ("cpp.libraries", LINK, "#include <boost/beast.hpp>\n"),
    ("cpp.libraries", LINK, "#include <sqlite3.h>\n"),
    ("cpp.libraries", LISTENER, "#include <mystery/box.hpp>\n"),
    ("cpp.purity", DIGEST, "auto now = std::chrono::system_clock::now();\n"),
    ("cpp.purity", CODEC, "int luck() { return std::rand(); }\n"),
    ("cpp.purity", "shared/model/value.cpp", 'auto home = std::getenv("HOME");\n'),
    ("cpp.purity", CODEC, "void nap() { std::this_thread::sleep_for(1s); }\n"),
    ("cpp.heavy_headers", "server/session.h", HEADER + "#include <boost/beast/websocket.hpp>\n"),
    ("cpp.heavy_headers", "server/hub.h", HEADER + "#include <boost/asio.hpp>\n"),
    ("cpp.heavy_headers", "server/listener.h", "#include <nlohmann/json.hpp>\n"),
    ("cpp.include_paths", MONEY, '#include "money.h"\n'),
    ("cpp.include_paths", "shared/model/value.cpp", '#include "shared/base/missing.h"\n'),
    ("cpp.include_paths", TEST, '#include "../support/fake_clock.h"\n'),
    ("cpp.include_paths", TEST, "#include <shared/base/money.h>\n"),
    ("cpp.names", "shared/base/outbox.hpp", HEADER),
    ("cpp.names", "server/Listener.h", HEADER),
    ("cpp.names", "server/http/big-file.h", HEADER),
    ("cpp.names", "client/net/bare.h", "// #pragma once\nint f();\n"),
    ("cpp.exceptions", MONEY, "void f() { throw 1; }\n"),
    ("cpp.exceptions", LISTENER, "void f() { throw 1; }\n"),
    ("cpp.exceptions", CODEC, "void f() { try { g(); } catch (...) {} }\n"),
    ("cpp.certificates", LINK, "void f() { socket.ignoreSslErrors(); }\n"),
    ("cpp.certificates", LISTENER, "auto mode = ssl::verify_none;\n"),
    ("cpp.length", MONEY, "int line;\n" * 500),
    ("qml.imports", "qml/Zhixing/Theme/Theme.qml", "import Zhixing.Controls\n"),
    ("qml.imports", CARD, "import Zhixing.ViewModels\n"),
    ("qml.imports", CARD, "import Zhixing.Pages.Today\n"),
    ("qml.imports", PAGE, "import QtCharts\n"),
    ("qml.imports", PAGE, 'import "../../Controls"\n'),
    ("qml.names", "qml/Zhixing/Controls/todayCard.qml", "import QtQuick\nItem {}\n"),
    ("qml.colours", CARD, 'Rectangle { color: "#ff8800" }\n'),
    ("qml.colours", CARD, 'Rectangle { border.color: "red" }\n'),
    ("qml.colours", PAGE, "Rectangle { color: Qt.rgba(0, 0, 0, 0.5) }\n"),
    ("qml.sizes", PAGE, "Column { spacing: 12 }\n"),
    ("qml.sizes", PAGE, "Column { anchors.leftMargin: 7; width: 3 }\n"),
    ("qml.words", PAGE, 'Text { text: "Tasks" }\n'),
    ("qml.words", PAGE, 'Text { text: qsTr("今日") }\n'),
    ("qml.shown", "qml/Zhixing/Controls/Unseen.qml", "import QtQuick\nItem {}\n"),
    ("tree.entries", "notes.txt", "later\n"),
    ("tree.listed", "server/attic/forgotten.cpp", "int f();\n"),
    ("tree.listed", "qml/Zhixing/Controls/Lost.qml", "import QtQuick\nItem {}\n"),
    ("tree.listed", "tests/shared/base/tst_lost.cpp", "#include <QTest>\n"),
    ("tree.cmake", "server/CMakeLists.txt", "file(GLOB sources *.cpp)\n"),
    ("tree.cmake", "CMakeLists.txt", "include(FetchContent)\n"),
    ("tree.units", "shared/base/text.cpp", "int f();\n"),
    ("tree.units", "sync/wire/frame.cpp", "int f();\n"),
    ("tree.honest_tests", TEST, 'void f() { QSKIP("later"); }\n'),
    ("tree.honest_tests", TEST, "void f() { QTest::qWait(50); }\n"),
    ("tree.honest_tests", TEST, "void f() { QVERIFY(true); }\n"),
    ("tree.honest_tests", "tests/ui/tst_page.qml", "TestCase { function test_a() { wait(100) } }\n"),
    ("tree.honest_tests", "tests/integration/second_client.py", "import time\ntime.sleep(1)\n"),
]

# Faults that come with the planted one because the little tree has no such file beside it.
ALLOWED_BESIDE = {"cpp.include_paths", "qml.shown", "tree.listed"}


def faults_of(files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(root) / path).write_text(text, encoding="utf-8")
        tree = SourceTree(root)
        return {name: found for name, rule in RULES.items() if (found := sorted(rule(tree)))}


class Rules(unittest.TestCase):
    def setUp(self):
        self.excuses = rules_tree.TESTED_ELSEWHERE
        rules_tree.TESTED_ELSEWHERE = {}

    def tearDown(self):
        rules_tree.TESTED_ELSEWHERE = self.excuses

    def test_clean_tree_has_no_fault(self):
        self.assertEqual(faults_of(CLEAN), {})

    def test_planted_fault_is_found_by_its_rule_and_no_other(self):
        for rule, path, text in PLANTED:
            with self.subTest(rule=rule, path=path, text=text[:60]):
                faults = faults_of({**CLEAN, path: CLEAN.get(path, "") + text})

                self.assertEqual([fault.path for fault in faults.get(rule, [])], [path])
                self.assertLessEqual(set(faults) - {rule}, ALLOWED_BESIDE)

    def test_every_rule_has_a_planted_fault_and_an_explanation(self):
        self.assertEqual(set(RULES), {rule for rule, _, _ in PLANTED})
        self.assertTrue(all(rule.__doc__ for rule in RULES.values()))

    def test_excuse_that_is_out_of_date_is_a_fault(self):
        rules_tree.TESTED_ELSEWHERE = {MONEY: "has a test in truth", "shared/base/gone.cpp": "is gone"}

        faults = faults_of(CLEAN)

        self.assertEqual({fault.path for fault in faults["tree.units"]}, {MONEY, "shared/base/gone.cpp"})

    def test_excuse_for_a_folder_covers_its_units(self):
        rules_tree.TESTED_ELSEWHERE = {"shared/catalog": "data"}
        files = {**CLEAN, "shared/catalog/CMakeLists.txt": "task.cpp", "shared/catalog/task.cpp": "int f();\n"}

        self.assertEqual(faults_of(files), {})


if __name__ == "__main__":
    unittest.main()
