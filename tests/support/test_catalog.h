#pragma once

#include "shared/model/record.h"

namespace zhixing::test {

/// A small catalog for tests of the machinery, so that they do not change whenever the product's catalog does:
///
/// - `item` has a field of every kind, every merge policy, a unique key, an owner and an author;
/// - `entry` is money with a life of its own: draft, submitted, approved or refused, reversed; two people for approval;
/// - `node`, `person`, `grant` and `conflict` are the product's own, because Organisation and the authority know them.
[[nodiscard]] const Catalog& testCatalog();

inline constexpr int olderCatalogs = 2;
/// As it was one or two versions ago: one ago `item` had no `steps`, `serial` and `number`; two ago it had no `labels`,
/// and there was no `entry`.
[[nodiscard]] const Catalog& olderCatalog(int versionsAgo);

}  // namespace zhixing::test
