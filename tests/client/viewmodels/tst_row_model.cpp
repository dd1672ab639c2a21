#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "client/viewmodels/frame/row_model.h"

namespace zhixing::client {

class TestRowModel : public QObject {
    Q_OBJECT

private:
    static std::vector<RowModel::Row> rows(const QStringList& keys, const QString& suffix = {}) {
        std::vector<RowModel::Row> rows;
        for (const QString& key : keys) rows.push_back({key, key + suffix});
        return rows;
    }
    static QStringList keys(const RowModel& model) {
        QStringList keys;
        for (int i = 0; i < model.count(); ++i) keys.append(model.value(i, QStringLiteral("key")).toString());
        return keys;
    }

private slots:
    void take_anyNextRows_leadsToThem_data();
    void take_anyNextRows_leadsToThem();
    void take_sameRows_saysNothing();
    void take_oneValueDiffers_changesOneRow();
    void value_unknownRoleOrRow_isEmpty();
};

void TestRowModel::take_anyNextRows_leadsToThem_data() {
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    const QStringList abcd{"a", "b", "c", "d"};

    QTest::newRow("from nothing") << QStringList() << abcd;
    QTest::newRow("to nothing") << abcd << QStringList();
    QTest::newRow("one gone") << abcd << QStringList{"a", "c", "d"};
    QTest::newRow("one new in between") << abcd << QStringList{"a", "x", "b", "c", "d"};
    QTest::newRow("last becomes first") << abcd << QStringList{"d", "a", "b", "c"};
    QTest::newRow("turned round") << abcd << QStringList{"d", "c", "b", "a"};
    QTest::newRow("all others") << abcd << QStringList{"x", "y"};
    QTest::newRow("mixed") << abcd << QStringList{"c", "x", "a", "y"};
}

void TestRowModel::take_anyNextRows_leadsToThem() {
    QFETCH(QStringList, before);
    QFETCH(QStringList, after);
    RowModel model({"key", "words"}, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.take(rows(before));

    model.take(rows(after, QStringLiteral("!")));

    QCOMPARE(keys(model), after);
    for (int i = 0; i < model.count(); ++i) {
        QCOMPARE(model.value(i, QStringLiteral("words")).toString(), after[i] + QStringLiteral("!"));
    }
}

void TestRowModel::take_sameRows_saysNothing() {
    RowModel model({"key", "words"}, nullptr);
    model.take(rows({"a", "b"}));
    const QSignalSpy changed(&model, &RowModel::dataChanged);
    const QSignalSpy counted(&model, &RowModel::countChanged);

    model.take(rows({"a", "b"}));

    QCOMPARE(changed.count(), 0);
    QCOMPARE(counted.count(), 0);
}

void TestRowModel::take_oneValueDiffers_changesOneRow() {
    RowModel model({"key", "words"}, nullptr);
    model.take(rows({"a", "b", "c"}));
    const QSignalSpy changed(&model, &RowModel::dataChanged);

    model.take({{"a", "a"}, {"b", "new"}, {"c", "c"}});

    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
}

void TestRowModel::value_unknownRoleOrRow_isEmpty() {
    RowModel model({"key", "words"}, nullptr);
    model.take(rows({"a"}));

    QVERIFY(!model.value(0, QStringLiteral("nonsense")).isValid());
    QVERIFY(!model.value(7, QStringLiteral("key")).isValid());
    QCOMPARE(model.find(QStringLiteral("b")), -1);
}

}  // namespace zhixing::client

QTEST_GUILESS_MAIN(zhixing::client::TestRowModel)
#include "tst_row_model.moc"
