#include <QtTest>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

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
    void catalog_sinceEachReleasedOne_hasOnlyGrown_data();
    void catalog_sinceEachReleasedOne_hasOnlyGrown();

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

void TestDescribe::catalog_sinceEachReleasedOne_hasOnlyGrown_data() {
    QTest::addColumn<QString>("released");

    for (const QFileInfo& file : QDir(ZX_CATALOGS).entryInfoList({"*.ndjson"}))
        QTest::newRow(file.fileName().toUtf8().constData()) << file.filePath();
}

/// Law 20: work that was recorded with an older program is taken for ever. A release puts its catalog beside the others
/// (`zhixing-cli describe > tests/fixtures/catalogs/N.ndjson`).
void TestDescribe::catalog_sinceEachReleasedOne_hasOnlyGrown() {
    QFETCH(QString, released);
    QFile file(released);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QByteArray& line : file.readAll().trimmed().split('\n')) {
        const QJsonObject before = QJsonDocument::fromJson(line).object();
        const RecordType* type = catalog().find(before["type"].toString().toStdString());
        QVERIFY2(type != nullptr, line.left(60).constData());
        QCOMPARE(int{type->id}, before["id"].toInt());
        std::map<std::string, QJsonObject> known;
        for (const auto& one : before["fields"].toArray())
            known[one.toObject()["name"].toString().toStdString()] = one.toObject();
        for (const auto& [name, field] : known) QVERIFY2(type->find(name), name.c_str());
        for (const Field& field : type->fields) {
            const auto was = known.find(std::string(field.name));
            if (was == known.end()) {
                QVERIFY2(!field.isRequired, field.name.data());
                continue;
            }
            const QJsonObject described = was->second;
            QCOMPARE(int{field.id}, described["id"].toInt());
            QCOMPARE(QString::fromUtf8(word(field.kind).data()), described["kind"].toString());
            QVERIFY2(!field.isRequired || described["required"].toBool(), field.name.data());
            for (const auto& option : described["options"].toArray()) {
                const std::string word = option.toString().toStdString();
                QVERIFY2(std::ranges::find(field.options, word) != field.options.end(), word.c_str());
            }
            const QJsonObject limits = described["limits"].toObject();
            const auto within = [&](const char* key, auto holds) {
                return !limits[key].isDouble() || holds(limits[key].toVariant().toLongLong());
            };
            const auto isAtMost = [&](std::int64_t most) { return most <= field.most; };
            QVERIFY2(within("length_max", isAtMost) && within("items_max", isAtMost) && within("max", isAtMost),
                     field.name.data());
            QVERIFY2(within("min", [&](std::int64_t least) { return least >= field.least; }), field.name.data());
        }
    }
}

QTEST_APPLESS_MAIN(TestDescribe)
#include "tst_describe.moc"
