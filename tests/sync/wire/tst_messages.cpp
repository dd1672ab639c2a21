#include <QTest>

#include "sync/wire/messages.h"

using namespace zhixing;
using namespace zhixing::sync;

/// Names of sets of scopes.
class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void scopesKey_equalAndDifferentSets_tellsThemApart();
};

void TestMessages::scopesKey_equalAndDifferentSets_tellsThemApart() {
    const Id place = *Id::parse("0190a1b2-c3d4-7000-8000-000000000010");
    const ScopeSet one = {{place, Audience::everyone}};
    const ScopeSet two = {{place, Audience::everyone}, {place, Audience::managers}};

    QCOMPARE(scopesKey(one), scopesKey(ScopeSet(one)));
    QVERIFY(scopesKey(one) != scopesKey(two));
    // b2sum -l 128 of "0190a1b2-c3d4-7000-8000-000000000010 everyone\n"
    QCOMPARE(scopesKey(one), std::string("1d4e1fbb9f7999d3064ddb1ee569549b"));
}

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
