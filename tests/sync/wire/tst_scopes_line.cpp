#include <QTest>

#include "sync/wire/codec.h"
#include "tests/support/test_catalog.h"
#include "tests/sync/wire/bad_messages.h"

using namespace zhixing;
using namespace zhixing::sync;
using namespace zhixing::test;
using namespace std::string_literals;

/// Sets of scopes, in whichever message they stand.
class TestScopesLine : public QObject {
    Q_OBJECT

private slots:
    void decode_badSet_saysWhy_data();
    void decode_badSet_saysWhy();
    void decode_fillWithoutASet_asksForAll();
};

void TestScopesLine::decode_badSet_saysWhy_data() {
    addColumns();
    const std::string one = R"([")" ID R"(","everyone"])";
    const auto set = [](const std::string& members) {
        return R"({"t":"fill","n":1,"part":"all","after":0,"until":1,"scopes":[)" + members + "]}";
    };
    row("no pair", set(R"([")" ID R"("])"), Code::wrong_type);
    row("no array", set(R"(")" ID R"(")"), Code::wrong_type);
    row("no id", set(R"(["x","everyone"])"), Code::bad_reference);
    row("no audience", set(R"([")" ID R"(","nobody"])"), Code::not_an_option);
    row("one twice", set(one + "," + one), Code::malformed);
    row("descending", set(R"([")" ID R"(","managers"],)" + one), Code::malformed);
}

void TestScopesLine::decode_badSet_saysWhy() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, code);

    const Result<ClientMessage> message = decodeClient(testCatalog(), viewOf(bytes));

    QVERIFY(!message.ok());
    QCOMPARE(word(message.error().code), viewOf(code));
}

void TestScopesLine::decode_fillWithoutASet_asksForAll() {
    const auto message = decodeClient(testCatalog(), R"({"t":"fill","n":1,"part":"first","after":3,"until":9})");

    QVERIFY(message.ok());
    QCOMPARE(std::get<Fill>(*message), (Fill{1, Part::first, 3, 9, {}}));
}

QTEST_APPLESS_MAIN(TestScopesLine)
#include "tst_scopes_line.moc"
