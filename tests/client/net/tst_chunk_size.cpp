#include "client/net/chunk_size.h"

#include <QTest>

using namespace zhixing::client;
using namespace std::chrono_literals;

class TestChunkSize : public QObject {
    Q_OBJECT

private slots:
    void taken_steadyLink_settlesAtWhatItCarriesInAMoment_data();
    void taken_steadyLink_settlesAtWhatItCarriesInAMoment();
    void taken_linkThatSlowsDown_shrinksAtOnce();
    void taken_linkThatBreaksOften_risksLittle();
    void taken_anyTime_staysWithinBounds();
};

void TestChunkSize::taken_steadyLink_settlesAtWhatItCarriesInAMoment_data() {
    QTest::addColumn<int>("bytesPerSecond");
    QTest::addColumn<int>("wayMs");
    QTest::newRow("1 Mbit/s") << 125'000 << 10;
    QTest::newRow("1 Mbit/s, far away") << 125'000 << 400;
    QTest::newRow("2 Mbit/s") << 250'000 << 60;
}

void TestChunkSize::taken_steadyLink_settlesAtWhatItCarriesInAMoment() {
    QFETCH(const int, bytesPerSecond);
    QFETCH(const int, wayMs);
    const auto way = std::chrono::microseconds(wayMs * 1'000);
    ChunkSize size;
    size.answered(way);

    for (int i = 0; i < 200; ++i) {
        size.taken(size.bytes(), way + std::chrono::microseconds(size.bytes() * 1'000'000 / bytesPerSecond));
        QVERIFY(size.bytes() <= static_cast<std::size_t>(bytesPerSecond) / 5);  // 200 ms
    }

    QVERIFY(size.bytes() >= static_cast<std::size_t>(bytesPerSecond) / 10);
}

void TestChunkSize::taken_linkThatSlowsDown_shrinksAtOnce() {
    ChunkSize size;
    size.answered(10ms);
    for (int i = 0; i < 500; ++i) size.taken(size.bytes(), 11ms);
    QVERIFY(size.bytes() > 100'000U);

    size.taken(size.bytes(), 20s);

    QCOMPARE(size.bytes(), ChunkSize::smallestBytes);
}

void TestChunkSize::taken_linkThatBreaksOften_risksLittle() {
    constexpr double bytesBetweenBreaks = 2'000'000;
    ChunkSize size;
    double chunks = 0;
    for (int breaks = 0; breaks < 3; ++breaks) {
        chunks = 0;
        for (double carried = 0; carried < bytesBetweenBreaks; ++chunks) {
            carried += static_cast<double>(size.bytes());
            size.taken(size.bytes(), 1ms);
        }
        size.broken();
        size.taken(size.bytes(), 1ms);
    }

    const double lost = static_cast<double>(size.bytes()) / 2 + chunks * ChunkSize::headerBytes;
    QVERIFY(lost < bytesBetweenBreaks * 0.025);
}

void TestChunkSize::taken_anyTime_staysWithinBounds() {
    ChunkSize size;
    for (const auto elapsed : {0ms, 1ms, 1'000'000ms, 0ms, 0ms, 0ms, 0ms, 0ms}) {
        size.taken(size.bytes(), elapsed);
        QVERIFY(size.bytes() >= ChunkSize::smallestBytes);
        QVERIFY(size.bytes() <= ChunkSize::largestBytes);
    }
}

QTEST_APPLESS_MAIN(TestChunkSize)
#include "tst_chunk_size.moc"
