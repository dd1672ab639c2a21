#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/model/organisation.h"
#include "sync/digest.h"
#include "sync/held_index.h"
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

/// Which records a Fill asks for: those the first screen needs come before the rest.
enum class Part : std::uint8_t { all, first, rest };

/// Asks for what lies behind the cursor: live records whose last change is in (after, until], oldest change first, one
/// Filled at a time. Everything a new device needs comes so, and whatever it may see now and could not see before.
struct Fill {
    std::int64_t number = 0;  ///< the device's, to know the answer by
    Part part = Part::all;
    Seq after = 0;
    Seq until = 0;
    std::optional<ScopeSet> scopes;  ///< only records in these; nothing: in all that the person may see
    friend bool operator==(const Fill&, const Fill&) = default;
};

/// Asks what the server holds beneath these prefixes, to find where two copies differ.
struct Inspect {
    std::vector<Prefix> prefixes;
    friend bool operator==(const Inspect&, const Inspect&) = default;
};

/// Asks for these records as they are now, whatever versions the device holds.
struct Fetch {
    std::vector<Id> records;
    friend bool operator==(const Fetch&, const Fetch&) = default;
};

/// Asks who changed this record, newest change first: of the versions below `before`, or of all.
struct AskHistory {
    Id record;
    Version before = 0;  ///< 0: from the newest
    friend bool operator==(const AskHistory&, const AskHistory&) = default;
};

/// Says that the device found itself equal to the server at `seq`, so that others may hear of it.
struct Agreed {
    Seq seq = 0;
    Digest digest;  ///< of what the device holds
    friend bool operator==(const Agreed&, const Agreed&) = default;
};

/// Asks which devices of the people one answers for have said so, and when.
struct AskDevices {
    friend bool operator==(const AskDevices&, const AskDevices&) = default;
};
using ClientMessage = std::variant<Hello, Push, Pull, Credit, Fill, Inspect, Fetch, AskHistory, Agreed, AskDevices>;

// ---- from the server

struct Welcome {
    std::string epoch;
    Seq head = 0;
    Instant now;  ///< the server's clock, for measuring the device's
    Id person;
    Id device;
    Counter lastCounter = 0;  ///< of the device's operations that were decided
    ScopeSet scopes;          ///< everything the device may hold from now on
    Seq horizon = 0;          ///< what was deleted or moved away at or before it may be told no more
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
    /// The line as it came, when it says more than this program's catalog knows. `record` is the known part of it; its type
    /// is null when the catalog does not know even that.
    std::string foreign{};
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

/// The answer to a Fill; the last one ends at `until`.
struct Filled {
    std::int64_t number = 0;  ///< of the Fill
    Seq after = 0;
    Seq to = 0;
    Seq until = 0;
    std::int64_t count = 0;  ///< records that the person sees in all, for progress
    std::vector<PageRecord> records;
    friend bool operator==(const Filled&, const Filled&) = default;
};

/// What the server holds beneath one prefix: a digest for each of the sixteen next digits or, of few records, each one.
struct Bucket {
    Prefix prefix;
    std::vector<Digest> children;                 ///< sixteen, or none
    std::vector<std::pair<Id, Version>> records;  ///< when there are no children
    friend bool operator==(const Bucket&, const Bucket&) = default;
};

/// The answer to an Inspect; it holds for a device at `seq`, as in CaughtUp.
struct Buckets {
    Seq from = 0;
    Seq seq = 0;
    std::vector<Bucket> buckets;
    friend bool operator==(const Buckets&, const Buckets&) = default;
};

/// A part of the answer to a Fetch. What was asked for and is in no part is nothing this person may see.
struct Fetched {
    bool isLast = false;
    std::vector<PageRecord> records;
    friend bool operator==(const Fetched&, const Fetched&) = default;
};

/// One line of the immutable history: who did what, from which device, and what it replaced.
struct HistoryEntry {
    Seq seq = 0;
    const RecordType* type = nullptr;
    Id record;
    Version version = 0;
    Id person;
    Id device;  ///< nil for the server itself (imports, administration)
    Counter counter = 0;
    Verb verb = Verb::edit;
    Instant at;                        ///< device time, corrected
    Instant receivedAt;                ///< server time
    std::vector<FieldChange> changes;  ///< base: what it replaced on the server
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// The answer to an AskHistory: newest first. What is no longer kept is left out; a record that this person may not see
/// has version 0 and no lines.
struct History {
    Id record;
    Version newest = 0;   ///< the record's present version
    Version before = 0;   ///< as asked
    bool isLast = false;  ///< nothing older is to be had
    std::vector<HistoryEntry> entries;
    friend bool operator==(const History&, const History&) = default;
};

/// When a device last held exactly what the server held for it.
struct DeviceAgreement {
    Id device;
    Id person;
    Instant at;                ///< server time
    bool isConnected = false;  ///< now; only in answers
    friend bool operator==(const DeviceAgreement&, const DeviceAgreement&) = default;
};

/// The answer to AskDevices, one per device that ever agreed.
struct Devices {
    Instant now;  ///< server time
    std::vector<DeviceAgreement> devices;
    friend bool operator==(const Devices&, const Devices&) = default;
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
using ServerMessage =
    std::variant<Welcome, Outcomes, Page, CaughtUp, Filled, Buckets, Fetched, History, Devices, ScopesChanged, Refusal>;

/// The encoded bytes of a message, shared between all who are to receive them.
using Frame = std::shared_ptr<const std::string>;

/// Names a set of scopes: equal keys mean equal sets.
[[nodiscard]] std::string scopesKey(const ScopeSet& scopes);

}  // namespace zhixing::sync
