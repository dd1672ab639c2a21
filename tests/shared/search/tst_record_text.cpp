#include <QtTest>

#include "shared/search/record_text.h"
#include "tests/shared/model/model_fixture.h"

using namespace zhixing;

class TestRecordText : public QObject {
    Q_OBJECT

private slots:
    void textOf_everyKind_isWhatPeopleWrote();
    void textOf_fieldOfMachines_isLeftOut();
    void textOf_nothingWritten_isEmpty();
};

void TestRecordText::textOf_everyKind_isWhatPeopleWrote() {
    const RecordType type = test::everyKind();
    Record record = blankRecord(type, {}, {});
    record.set("title", std::string("開業"));
    record.set("note", std::string("第一段\n第二段"));
    record.set("colour", std::string("red"));
    record.set("tags", TagSet{"急", "物料"});
    record.set("answers", Entries{{"q1", "很好"}});
    record.set("steps", Entries{{"拍照", "done"}});

    QCOMPARE(search::textOf(record), std::string("开业\n第一段 第二段\n急\n物料\n很好\n拍照"));
    QCOMPARE(search::nameOf(record), std::string_view("開業"));
}

void TestRecordText::textOf_fieldOfMachines_isLeftOut() {
    RecordType type = test::everyKind();
    type.fields.front().isSearched = false;
    Record record = blankRecord(type, {}, {});
    record.set("title", std::string("9f86d081"));
    record.set("note", std::string("说明"));

    QCOMPARE(search::textOf(record), std::string("说明"));
    QCOMPARE(search::nameOf(record), std::string_view("说明"));
}

void TestRecordText::textOf_nothingWritten_isEmpty() {
    const RecordType type = test::everyKind();

    QCOMPARE(search::textOf(blankRecord(type, {}, {})), std::string());
    QCOMPARE(search::nameOf(blankRecord(type, {}, {})), std::string_view());
}

QTEST_APPLESS_MAIN(TestRecordText)
#include "tst_record_text.moc"
