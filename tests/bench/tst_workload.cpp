#include <sodium.h>

#include <QTest>
#include <array>

#include "shared/base/text.h"
#include "tests/bench/workload.h"

using namespace zhixing;
using namespace zhixing::bench;

namespace {

template <typename Lines>
std::string sha256(const Lines& lines) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const auto& item : lines) {
        const std::string line = jsonLine(item);
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(line.data()), line.size());
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return toHex(hash.data(), hash.size());
}

}  // namespace

/// The hashes are those of the generator's first edition, which is written in JavaScript.
class TestWorkload : public QObject {
    Q_OBJECT

private slots:
    void sourceRecords_all_areTheFirstGenerators();
    void fanOutEdits_overAllRecords_areTheFirstGenerators();
    void mergeEdits_ofFiftyDevices_areTheFirstGenerators();
};

void TestWorkload::sourceRecords_all_areTheFirstGenerators() {
    QCOMPARE(sha256(sourceRecords()), std::string("221cb65eca95365c5f7022450712808bcd951311778e118b17da319b27b6b624"));
}

void TestWorkload::fanOutEdits_overAllRecords_areTheFirstGenerators() {
    QCOMPARE(sha256(fanOutEdits(sourceRecords(), 500)),
             std::string("b172fc5259706af1459e40e1e150e7540f83847000317218343ffdc177d7a1e2"));
}

void TestWorkload::mergeEdits_ofFiftyDevices_areTheFirstGenerators() {
    QCOMPARE(sha256(mergeEdits(sourceRecords(2'000), 50, 200)),
             std::string("e1be9232efa3dc47502f004432faae99878b75df2e55fff6d3333b02ca2dc64b"));
}

QTEST_GUILESS_MAIN(TestWorkload)
#include "tst_workload.moc"
