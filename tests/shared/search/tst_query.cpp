#include <QtTest>

#include "shared/base/limits.h"
#include "shared/base/text.h"
#include "shared/search/folding.h"
#include "shared/search/query.h"
#include "shared/search/readings.h"
#include "tests/support/seeded_random.h"

using namespace zhixing;
using search::Query;
using search::Range;
using search::Rank;

/// The laws of finding: whatever part of a text, its sound or its initials are typed finds it; and nothing else does.
class TestQuery : public QObject {
    Q_OBJECT

private slots:
    void matches_oneText_asPeopleExpect_data();
    void matches_oneText_asPeopleExpect();
    void matches_anyPartOfAText_isFound();
    void matches_soundOfAnyPart_isFound();
    void matches_anything_likeTheSlowWay();
    void matches_severalWords_whereEachOfThemDoes();
    void matches_longestWords_areCutAndFound();
    void rank_nameBeforeText_literalBeforeSound();
    void places_inText_areWhereItWasFound_data();
    void places_inText_areWhereItWasFound();
};

namespace {

constexpr std::uint64_t seed = 7'301;

std::u32string randomText(test::SeededRandom& random, std::size_t lengthMax) {
    static const std::u32string usual = U"重庆银行长沙音乐女士西安先生的一是不了在人有我他这上海店铺招牌物料";
    std::u32string text;
    for (std::size_t i = 1 + random.below(lengthMax); i > 0; --i) {
        switch (random.below(6)) {
            case 0:
                text.push_back(U'a' + static_cast<char32_t>(random.below(26)));
                break;
            case 1:
                text.push_back(U"0123456789"[random.below(10)]);
                break;
            case 2:
                text.push_back(search::folded(static_cast<char32_t>(0x4e00 + random.below(0x5000))));
                break;
            default:
                text.push_back(usual[random.below(usual.size())]);
        }
    }
    return text;
}

std::string utf8(std::u32string_view text) {
    std::string result;
    for (const char32_t c : text) search::appendUtf8(result, c);
    return result;
}

/// One way to type a part of a text: for each character itself, one of its readings, or the beginning of one.
std::string typed(test::SeededRandom& random, std::u32string_view part) {
    std::string result;
    for (std::size_t i = 0; i < part.size(); ++i) {
        const auto all = search::readings(part[i]);
        if (all.empty() || random.oneIn(5)) {
            search::appendUtf8(result, part[i]);
            continue;
        }
        const std::string_view reading = all[random.below(all.size())];
        const bool isLast = i + 1 == part.size();
        result += random.oneIn(2) ? reading
                  : isLast        ? reading.substr(0, 1 + random.below(reading.size()))
                                  : reading.substr(0, 1);
    }
    return result;
}

/// The meaning of a match without any cleverness.
bool follows(std::u32string_view text, std::u32string_view word) {
    if (word.empty()) return true;
    if (text.empty()) return false;
    const std::u32string_view rest = text.substr(1);
    if (text.front() == word.front() && follows(rest, word.substr(1))) return true;
    for (const std::string_view reading : search::readings(text.front())) {
        std::size_t common = 0;
        while (common < reading.size() && common < word.size() &&
               word[common] == static_cast<char32_t>(reading[common]))
            ++common;
        for (std::size_t taken = 1; taken <= common; ++taken) {
            const bool isDouble = reading.starts_with("zh") || reading.starts_with("ch") || reading.starts_with("sh");
            const bool isPart = taken == 1 || (taken == 2 && isDouble) || taken == reading.size();
            if (taken == word.size() || (isPart && follows(rest, word.substr(taken)))) return true;
        }
    }
    return false;
}

}  // namespace

void TestQuery::matches_oneText_asPeopleExpect_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isFound");

    const auto row = [](const char* text, const char* query, bool isFound) {
        QTest::addRow("%s in %s", query, text) << QString::fromUtf8(text) << QString::fromUtf8(query) << isFound;
    };
    for (const char* query :
         {"重庆", "庆银", "行", "chongqing", "zhongqing", "chongqingyinhang", "yinhang", "yinxing", "cqyh", "zqyx",
          "chongq", "chqyh", "重q", "chong庆", "重慶", "CQYH", "qing hang", "ＣＱ"}) {
        row("重庆银行解放碑支行", query, true);
    }
    for (const char* query : {"重行", "cqyhs", "qingchong", "hongqing", "chongqin8", "ongqing", "重庆 上海"}) {
        row("重庆银行解放碑支行", query, false);
    }
    row("订单 A-1024 (B)", "a1024", true);
    row("订单 A-1024 (B)", "A-1024", true);
    row("订单 A-1024 (B)", "1024b", true);
    row("Standard booth", "dard bo", true);
    row("西安", "xian", true);
    row("先生", "xian", true);
    row("第一行\n第二行", "第一行第二", false);
    row("旅行", "lvxing", true);
    row("旅行", "luxing", true);
    row("任何", "   ", true);
}

void TestQuery::matches_oneText_asPeopleExpect() {
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(bool, isFound);

    const std::string line = text.toStdString();
    std::string folded;
    for (const QString& part : QString::fromStdString(line).split('\n'))
        folded += (folded.empty() ? "" : "\n") + search::folded(part.toStdString());

    QCOMPARE(Query(query.toStdString()).matches(folded), isFound);
}

void TestQuery::matches_anyPartOfAText_isFound() {
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed);
    for (int round = 0; round < 5'000; ++round) {
        const std::u32string text = randomText(random, 60);
        const std::size_t first = random.below(text.size());
        const std::u32string part = text.substr(first, 1 + random.below(text.size() - first));

        QVERIFY2(Query(utf8(part)).matches(utf8(text)), utf8(part + U" in " + text).c_str());
        QVERIFY(!Query(utf8(part)).places(utf8(text)).empty());
    }
}

void TestQuery::matches_soundOfAnyPart_isFound() {
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed + 1);
    for (int round = 0; round < 5'000; ++round) {
        const std::u32string text = randomText(random, 40);
        const std::size_t first = random.below(text.size());
        const std::string query = typed(random, std::u32string_view(text).substr(first, 1 + random.below(6)));

        QVERIFY2(Query(query).matches(utf8(text)), (query + " in " + utf8(text)).c_str());
    }
}

void TestQuery::matches_anything_likeTheSlowWay() {
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed + 2);
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::u32string text = randomText(random, 8);
        const std::u32string other = randomText(random, 3);
        const std::string query = typed(random, other);
        std::u32string word;
        for (std::string_view rest = query; !rest.empty();) word.push_back(search::takeCodePoint(rest));

        bool expected = false;
        for (std::size_t at = 0; at < text.size(); ++at)
            expected = expected || follows(std::u32string_view(text).substr(at), word);

        QVERIFY2(Query(query).matches(utf8(text)) == expected, (query + " in " + utf8(text)).c_str());
        found += expected ? 1 : 0;
    }
    QVERIFY(found > 100 && found < 19'000);
}

void TestQuery::matches_severalWords_whereEachOfThemDoes() {
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    test::SeededRandom random(seed + 3);
    std::array<int, 2> count{};
    for (int round = 0; round < 4'000; ++round) {
        std::string text = utf8(randomText(random, 12)) + "\n" + utf8(randomText(random, 12));
        std::string query;
        bool expected = true;
        for (std::size_t words = 1 + random.below(limits::searchWordsMax); words > 0; --words) {
            // One of three is of another text; some come twice.
            const std::u32string part = randomText(random, 2);
            const std::string word = typed(random, part);
            if (!random.oneIn(3)) text.append("\n").append(utf8(part));
            query.append(query.empty() || random.oneIn(4) ? word + " " + word : " " + word);
        }
        for (std::size_t at = 0; at < query.size();) {
            const std::size_t end = std::min(query.find(' ', at), query.size());
            expected = expected && Query(query.substr(at, end - at)).matches(text);
            at = end + 1;
        }

        QVERIFY2(Query(query).matches(text) == expected, (query + " in " + text).c_str());
        ++count[expected ? 1 : 0];
    }
    QVERIFY(count[0] > 500 && count[1] > 500);
}

void TestQuery::matches_longestWords_areCutAndFound() {
    std::u32string text(3 * limits::searchWordCodePointsMax, U'安');
    const Query query(utf8(text));

    QVERIFY(query.matches(utf8(text)));
    QVERIFY(!query.matches(utf8(text.substr(0, limits::searchWordCodePointsMax - 1))));
}

void TestQuery::rank_nameBeforeText_literalBeforeSound() {
    const auto rank = [](const char* query, const char* lines) { return Query(query).rank(lines); };

    QCOMPARE(rank("银行", "银行开业\n其他"), Rank::nameBegins);
    QCOMPARE(rank("银行", "重庆银行\n其他"), Rank::name);
    QCOMPARE(rank("yh", "重庆银行\n其他"), Rank::nameSounds);
    QCOMPARE(rank("其他", "重庆银行\n其他"), Rank::text);
    QCOMPARE(rank("银行 其他", "重庆银行\n其他"), Rank::text);
}

void TestQuery::places_inText_areWhereItWasFound_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked");

    QTest::newRow("literal") << "银行"
                             << "重庆[银行]和上海[银行]";
    QTest::newRow("sound") << "shang"
                           << "重庆银行和[上]海银行";
    QTest::newRow("initials") << "cqyh"
                              << "[重庆银行]和上海银行";
    QTest::newRow("two words") << "海 重"
                               << "[重]庆银行和上[海]银行";
    QTest::newRow("none") << "北京"
                          << "重庆银行和上海银行";
}

void TestQuery::places_inText_areWhereItWasFound() {
    QFETCH(QString, query);
    QFETCH(QString, marked);
    QString text = QStringLiteral("重庆银行和上海银行");

    const auto places = Query(query.toStdString()).places(text.toStdString());
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        text.insert(static_cast<qsizetype>(place->first + place->count), ']');
        text.insert(static_cast<qsizetype>(place->first), '[');
    }

    QCOMPARE(text, marked);
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
