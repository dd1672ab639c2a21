#pragma once

#include <string>

#include <QTest>

#include "shared/base/error.h"

/// What the tables of bad messages have in common: each row changes one thing in a message that is good.
namespace zhixing::test {

#define ID "0190a1b2-c3d4-7000-8000-000000000002"

/// `text` with the first `from` in it replaced; it must be there.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    Q_ASSERT(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

inline void addColumns() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
}
inline void row(const char* name, const std::string& bytes, Code code) {
    const std::string_view said = word(code);
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                        << QByteArray(said.data(), static_cast<qsizetype>(said.size()));
}

inline std::string_view viewOf(const QByteArray& bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace zhixing::test
