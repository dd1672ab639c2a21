#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "shared/exchange/unfinished_file.h"

using namespace zhixing;
using namespace zhixing::exchange;

namespace fs = std::filesystem;

/// A file is whole or not there.
class TestUnfinishedFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    [[nodiscard]] fs::path place() const { return folder_.filePath(QStringLiteral("plan.csv")).toStdString(); }
    [[nodiscard]] QStringList names() const {
        return QDir(folder_.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }
    static void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
    static std::string textOf(const fs::path& path) {
        std::string text;
        std::getline(std::ifstream(path), text);
        return text;
    }

private slots:
    void init() {
        QVERIFY(QDir(folder_.path()).removeRecursively());
        QVERIFY(QDir().mkpath(folder_.path()));
    }

    void finish_written_hasItsName();
    void finish_overAnother_replacesIt();
    void given_up_leavesWhatWasThere();
    void finish_whereItCannotBe_leavesNothingBeside();
    void finish_neverWritten_fails();
    void twoOfOneFile_areApart();
};

void TestUnfinishedFile::finish_written_hasItsName() {
    UnfinishedFile file(place());
    write(file.path(), "a");
    QVERIFY(!fs::exists(place()));

    QVERIFY(file.finish().ok());

    QCOMPARE(textOf(place()), std::string("a"));
    QCOMPARE(names(), QStringList{QStringLiteral("plan.csv")});
}

void TestUnfinishedFile::finish_overAnother_replacesIt() {
    write(place(), "before");
    {
        UnfinishedFile file(place());
        write(file.path(), "after");
        QCOMPARE(textOf(place()), std::string("before"));

        QVERIFY(file.finish().ok());
    }

    QCOMPARE(textOf(place()), std::string("after"));
    QCOMPARE(names().size(), 1);
}

void TestUnfinishedFile::given_up_leavesWhatWasThere() {
    write(place(), "before");
    {
        const UnfinishedFile file(place());
        write(file.path(), "half");
        QCOMPARE(names().size(), 2);
    }

    QCOMPARE(textOf(place()), std::string("before"));
    QCOMPARE(names().size(), 1);
}

void TestUnfinishedFile::finish_whereItCannotBe_leavesNothingBeside() {
    fs::create_directory(place());  // a file cannot take a folder's name
    {
        UnfinishedFile file(place());
        write(file.path(), "a");

        QVERIFY(file.finish().error().code == Code::io_failed);
    }

    QVERIFY(fs::is_directory(place()));
    QCOMPARE(names().size(), 1);
}

void TestUnfinishedFile::finish_neverWritten_fails() {
    write(place(), "before");
    UnfinishedFile file(place());

    QVERIFY(file.finish().error().code == Code::io_failed);

    QCOMPARE(textOf(place()), std::string("before"));
}

void TestUnfinishedFile::twoOfOneFile_areApart() {
    UnfinishedFile rows(place(), ".rows");
    UnfinishedFile book(place());
    write(rows.path(), "rows");
    write(book.path(), "book");

    QVERIFY(book.finish().ok());

    QCOMPARE(textOf(place()), std::string("book"));
    QCOMPARE(textOf(rows.path()), std::string("rows"));
}

QTEST_GUILESS_MAIN(TestUnfinishedFile)
#include "tst_unfinished_file.moc"
