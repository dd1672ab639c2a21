#include <QtTest>

#include <QFile>

#include "shared/catalog/catalog.h"
#include "shared/catalog/describe.h"

using namespace zhixing;

/// The catalog as other programs see it. The fixture makes every change of a description visible in review: numbers and
/// names are permanent, so most changes but additions are mistakes. A change that is meant is taken over with
/// `zhixing-cli describe > tests/fixtures/catalog.ndjson`.
class TestDescribe : public QObject {
    Q_OBJECT

private slots:
    void describe_eachType_isAsRecorded_data();
    void describe_eachType_isAsRecorded();
    void describe_allTypes_areRecorded();
    void describe_field_saysWhatFormsNeed();

private:
    static QList<QByteArray> recordedLines();
};

QList<QByteArray> TestDescribe::recordedLines() {
    QFile file(ZX_CATALOG_FIXTURE);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().trimmed().split('\n');
}

void TestDescribe::describe_eachType_isAsRecorded_data() {
    QTest::addColumn<QByteArray>("described");
    QTest::addColumn<QByteArray>("recorded");

    const QList<QByteArray> lines = recordedLines();
    qsizetype position = 0;
    for (const RecordType& type : catalog().types()) {
        QTest::newRow(std::string(type.name).c_str())
            << QByteArray::fromStdString(describe(type)) << lines.value(position++);
    }
}

void TestDescribe::describe_eachType_isAsRecorded() {
    QFETCH(QByteArray, described);
    QFETCH(QByteArray, recorded);
    // Long lines that differ in one place: show that place.
    const auto difference = std::mismatch(described.begin(), described.end(), recorded.begin(), recorded.end());
    const auto from = std::max<qsizetype>(0, difference.first - described.begin() - 40);

    QCOMPARE(described.mid(from, 200), recorded.mid(from, 200));
    QCOMPARE(described.size(), recorded.size());
}

void TestDescribe::describe_allTypes_areRecorded() {
    QCOMPARE(static_cast<std::size_t>(recordedLines().size()), catalog().types().size());
}

void TestDescribe::describe_field_saysWhatFormsNeed() {
    const QByteArray task = QByteArray::fromStdString(describe(catalog().at("task")));
    const QByteArray spend = QByteArray::fromStdString(describe(catalog().at("spend")));

    QVERIFY(task.contains(R"({"id":6,"name":"title","kind":"text","required":true,"limits":{"length_max":200})"));
    QVERIFY(task.contains(R"("name":"priority","kind":"integer","required":false,"limits":{"min":0,"max":4})"));
    QVERIFY(task.contains(R"("options":["not_started","in_progress","done","cancelled"])"));
    QVERIFY(task.contains(R"("name":"campaign","kind":"reference","required":true,"limits":{},"merge":"review")"));
    QVERIFY(task.contains(R"("target":"campaign")"));
    QVERIFY(spend.contains(R"({"from":"submitted","to":"approved")"));
    QVERIFY(spend.contains(R"("unique":[{"fields":["invoice_code","invoice_number"],"mark":"duplicate_invoice"}])"));
}

QTEST_APPLESS_MAIN(TestDescribe)
#include "tst_describe.moc"
