#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "shared/model/organisation.h"
#include "sync/digest.h"
#include "sync/wire/operation.h"

/// What the two ends say to each other, as structs. PROTOCOL.md says when; codec.h says how it is written.
namespace zhixing::sync {

inline constexpr int protocolVersion = 1;

// ---- from the device

struct Hello {
    int protocol = protocolVersion;
    std::string schema;  ///< fingerprint of the catalog the device was built with
    std::string token;   ///< the device's secret
    std::string epoch;   ///< of the server the cursor belongs to; empty at first contact
    Seq cursor = 0;
    Counter acked = 0;   ///< outcomes up to here are safe on the device
    std::string scopes;  ///< scopesKey() of what the device holds; empty at first contact
    friend bool operator==(const Hello&, const Hello&) = default;
};

/// An operation line that could not be read: it takes its number and is rejected alone.
struct BadOperation {
    Counter counter = 0;
    Error error;
    friend bool operator==(const BadOperation&, const BadOperation&) = default;
};

struct Push {
    Counter acked = 0;
    std::vector<std::variant<Operation, BadOperation>> operations;
    friend bool operator==(const Push&, const Push&) = default;
};

/// Asks for everything after `cursor`, and allows `credit` pages to be under way.
struct Pull {
    Seq cursor = 0;
    int credit = 1;
    friend bool operator==(const Pull&, const Pull&) = default;
};
struct Credit {
    int pages = 1;
    friend bool operator==(const Credit&, const Credit&) = default;
};
using ClientMessage = std::variant<Hello, Push, Pull, Credit>;

// ---- from the server

struct Welcome {
    std::string epoch;
    Seq head = 0;
    Instant now;  ///< the server's clock, for measuring the device's
    Id person;
    Id device;
    Counter lastCounter = 0;  ///< of the device's operations that were decided
    ScopeSet scopes;          ///< everything the device may hold from now on
    friend bool operator==(const Welcome&, const Welcome&) = default;
};

struct Outcomes {
    std::vector<Outcome> outcomes;
    friend bool operator==(const Outcomes&, const Outcomes&) = default;
};

enum class Gone : std::uint8_t { no, deleted, left };

struct PageRecord {
    Record record;  ///< of a gone one only type, id and version
    Gone gone = Gone::no;
    friend bool operator==(const PageRecord&, const PageRecord&) = default;
};

/// The newest state of every record whose last change is in (from, to] and that the device may see.
struct Page {
    Seq from = 0;
    Seq to = 0;
    Seq head = 0;  ///< how far there is to go, for progress
    std::vector<PageRecord> records;
    friend bool operator==(const Page&, const Page&) = default;
};

/// The device has everything up to `seq`; `digest` is over all its scopes.
struct CaughtUp {
    Seq from = 0;  ///< where the device must be for this to hold: what was sent before has brought it there
    Seq seq = 0;
    Digest digest;
    friend bool operator==(const CaughtUp&, const CaughtUp&) = default;
};

/// What the device may hold has changed: `scopes` replaces the set in Welcome.
struct ScopesChanged {
    ScopeSet scopes;
    friend bool operator==(const ScopesChanged&, const ScopesChanged&) = default;
};

/// Something was refused. `fatal` means the connection is closed after it.
struct Refusal {
    Error error;
    bool fatal = false;
    int retryAfterMs = 0;  ///< 0: trying again will not help by itself
    friend bool operator==(const Refusal&, const Refusal&) = default;
};
using ServerMessage = std::variant<Welcome, Outcomes, Page, CaughtUp, ScopesChanged, Refusal>;

/// The encoded bytes of a message, shared between all who are to receive them.
using Frame = std::shared_ptr<const std::string>;

/// Names a set of scopes: equal keys mean equal sets.
[[nodiscard]] std::string scopesKey(const ScopeSet& scopes);

}  // namespace zhixing::sync
