#include <QtTest>

#include <algorithm>
#include <vector>

#include "shared/base/random.h"

using namespace zhixing;

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    void systemRandom_twice_differs();
    void systemRandom_fillsNoMoreThanAsked();
    void newId_carriesItsTimeAndTheRandomness();
};

namespace {

class FixedRandom final : public Random {
public:
    void fill(void* out, std::size_t size) override {
        std::fill_n(static_cast<std::uint8_t*>(out), size, std::uint8_t{0xab});
    }
};

}  // namespace

void TestRandom::systemRandom_twice_differs() {
    SystemRandom random;
    std::vector<std::uint8_t> first(32);
    std::vector<std::uint8_t> second(32);

    random.fill(first.data(), first.size());
    random.fill(second.data(), second.size());

    QVERIFY(first != second);
}

void TestRandom::systemRandom_fillsNoMoreThanAsked() {
    SystemRandom random;
    std::vector<std::uint8_t> bytes(40);

    random.fill(bytes.data(), 32);

    QVERIFY(std::all_of(bytes.begin() + 32, bytes.end(), [](std::uint8_t byte) { return byte == 0; }));
}

void TestRandom::newId_carriesItsTimeAndTheRandomness() {
    FixedRandom random;

    const Id id = newId(Instant{0x017f22e279b0}, random);

    QCOMPARE(id.text(), std::string{"017f22e2-79b0-7bab-abab-abababababab"});
}

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
