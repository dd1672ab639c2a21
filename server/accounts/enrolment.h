#pragma once

#include <functional>
#include <memory>

#include "server/accounts/attempts.h"
#include "server/authority_thread.h"
#include "server/net/backend.h"

namespace zhixing::server {

class Workers;

/// Lets devices in: a one-time code and the person's password against a token. The first enrolment of a person sets
/// the password. Looking up and writing happen in the authority's thread, hashing by workers, so that neither waits
/// for the other; a wrong code takes as long as a wrong password.
class Enrolment {
public:
    using Answer = std::function<void(Backend::EnrolOutcome)>;

    /// All outlive the enrolment, and it outlives their threads.
    Enrolment(AuthorityThread& authority, Workers& hashers, const Clock& clock)
        : authority_(authority), hashers_(hashers), clock_(clock) {}

    /// Call from the network's thread; `answer` is called once, from any.
    void begin(EnrolRequest request, Answer answer);

private:
    struct Attempt;

    void lookUp(const std::shared_ptr<Attempt>& attempt);
    void hash(const std::shared_ptr<Attempt>& attempt);
    void compare(const std::shared_ptr<Attempt>& attempt);
    void admit(const std::shared_ptr<Attempt>& attempt);
    void countFailure(const Id& person);

    AuthorityThread& authority_;
    Workers& hashers_;
    const Clock& clock_;
    AddressRates rates_;    // of the network's thread
    FailureDelays delays_;  // of the authority's thread
};

}  // namespace zhixing::server
