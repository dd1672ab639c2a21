#include <QtTest>

#include <set>

#include "client/viewmodels/frame/settings.h"
#include "client/viewmodels/words/name_tables.h"
#include "client/viewmodels/words/words.h"
#include "shared/catalog/catalog.h"

namespace zhixing::client {

/// Whatever the catalog can hold has a name that people read, in every language: nothing is an "other detail".
class TestCatalogWords : public QObject {
    Q_OBJECT

private slots:
    void type_hasANameInBothLanguages_data();
    void type_hasANameInBothLanguages();
    void tables_areInOrderAndSpeakOfTheCatalog();

private:
    static bool isChinese(const QString& text) {
        static const std::set<QString> untranslated{"KPI", "JPEG", "PNG", "WebP", "PDF"};
        if (untranslated.contains(text)) return true;
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    }
};

void TestCatalogWords::type_hasANameInBothLanguages_data() {
    QTest::addColumn<int>("position");
    for (std::size_t i = 0; i < catalog().types().size(); ++i) {
        QTest::newRow(std::string(catalog().types()[i].name).c_str()) << static_cast<int>(i);
    }
}

void TestCatalogWords::type_hasANameInBothLanguages() {
    QFETCH(int, position);
    const RecordType& type = catalog().types()[static_cast<std::size_t>(position)];
    Settings settings(nullptr);
    for (const char* language : {"en", "zh_CN"}) {
        settings.setLanguage(QString::fromLatin1(language));
        const bool mustBeChinese = settings.language() == u"zh_CN";
        const auto check = [&](const QString& text, std::string_view word) {
            const std::string where = std::string(type.name) + ": " + std::string(word) + " in " + language;
            QVERIFY2(!text.isEmpty() && !text.contains(u'_'), where.c_str());
            if (mustBeChinese) QVERIFY2(isChinese(text), (where + " is " + text.toStdString()).c_str());
        };
        QVERIFY(words::recordType(type.name) != words::recordType("no such type"));
        check(words::recordType(type.name), type.name);
        for (const Field& field : type.fields) {
            const QString name = words::field(type.name, field.name);
            QVERIFY2(name != words::field("no such field"), std::string(field.name).c_str());
            check(name, field.name);
            for (const std::string_view option : field.options) {
                const QString choice = words::option(type.name, option);
                QVERIFY2(choice != QString::fromUtf8(option.data(), static_cast<qsizetype>(option.size())),
                         (std::string(field.name) + ": " + std::string(option)).c_str());
                check(choice, option);
            }
        }
    }
}

void TestCatalogWords::tables_areInOrderAndSpeakOfTheCatalog() {
    std::set<std::string_view> known;
    for (const RecordType& type : catalog().types()) {
        for (const Field& field : type.fields) {
            known.insert(field.name);
            known.insert(field.options.begin(), field.options.end());
        }
    }
    for (const auto table : {words::fieldNames(), words::optionNames()}) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (i > 0) QVERIFY2(table[i - 1].word < table[i].word, std::string(table[i].word).c_str());
            const std::string_view word = table[i].word.substr(table[i].word.find('.') + 1);
            QVERIFY2(known.contains(word), std::string(table[i].word).c_str());
        }
    }
}

}  // namespace zhixing::client

QTEST_MAIN(zhixing::client::TestCatalogWords)
#include "tst_catalog_words.moc"
