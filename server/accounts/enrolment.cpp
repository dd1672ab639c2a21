#include "server/accounts/enrolment.h"

#include "server/accounts/password.h"
#include "server/log.h"
#include "server/workers.h"

namespace zhixing::server {

namespace {

constexpr std::int64_t busyRetryMs = 2'000;
constexpr std::int64_t minuteMs = 60'000;

EnrolRefusal tooMany(std::int64_t retryAfterMs) {
    return {Error{Code::too_many_attempts, "too many attempts; try again later", {}, {}}, retryAfterMs};
}

/// Whether the accounts refused, rather than failed to look.
bool isRefusal(Code code) {
    return code == Code::bad_enrolment_code || code == Code::enrolment_used || code == Code::person_disabled;
}

EnrolRefusal busy() { return {Error{Code::busy, "too many enrol at once; try again", {}, {}}, busyRetryMs}; }

}  // namespace

/// What is known of one attempt as it goes from thread to thread; one thread at a time has it.
struct Enrolment::Attempt {
    EnrolRequest request;
    Answer answer;
    std::optional<Login> login;  ///< nothing when the code was refused
    std::optional<EnrolRefusal> refusal;
    std::string newPasswordHash;  ///< for the first enrolment
    std::optional<EnrolAnswer> admitted;

    void refuse(Error error, std::int64_t retryAfterMs = 0) const {
        log::info("enrolment_refused", {{"code", word(error.code)}});
        answer(EnrolRefusal{std::move(error), retryAfterMs});
    }
};

void Enrolment::begin(EnrolRequest request, Answer answer) {
    const Instant now = clock_.now();
    auto attempt = std::make_shared<Attempt>();
    attempt->answer = std::move(answer);
    if (!rates_.admit(request.address, now)) {
        const EnrolRefusal refusal = tooMany(minuteMs - now.ms % minuteMs);
        attempt->refuse(refusal.error, refusal.retryAfterMs);
        return;
    }
    attempt->request = std::move(request);
    lookUp(attempt);
}

void Enrolment::lookUp(const std::shared_ptr<Attempt>& attempt) {
    const auto look = [this, attempt](Desk& desk) -> Result<void> {
        auto login = desk.accounts().checkEnrolmentCode(attempt->request.code, clock_.now());
        if (!login) {
            if (!isRefusal(login.error().code)) return std::move(login).error();
            attempt->refusal = EnrolRefusal{login.error(), 0};
            return {};
        }
        if (const auto wait = delays_.waitMs(login->person, clock_.now()); wait > 0) attempt->refusal = tooMany(wait);
        attempt->login = std::move(login).value();
        return {};
    };
    authority_.run(look, [this, attempt](Result<void> looked) {
        if (!looked) return attempt->refuse(looked.error(), busyRetryMs);
        if (attempt->refusal && attempt->login)
            return attempt->refuse(attempt->refusal->error, attempt->refusal->retryAfterMs);
        hash(attempt);
    });
}

void Enrolment::hash(const std::shared_ptr<Attempt>& attempt) {
    if (!hashers_.submit([this, attempt] { compare(attempt); })) attempt->refuse(busy().error, busyRetryMs);
}

void Enrolment::compare(const std::shared_ptr<Attempt>& attempt) {
    const std::string& password = attempt->request.password;
    if (!attempt->login) {
        (void)fitsPassword(password, {});  // only for the time it takes
        return attempt->refuse(attempt->refusal->error);
    }
    if (attempt->login->passwordHash.empty()) {
        if (const auto valid = validatePassword(password, attempt->login->login); !valid)
            return attempt->refuse(valid.error());
        auto hashed = hashPassword(password);
        if (!hashed) return attempt->refuse(hashed.error(), busyRetryMs);
        attempt->newPasswordHash = std::move(hashed).value();
    } else if (!fitsPassword(password, attempt->login->passwordHash)) {
        countFailure(attempt->login->person);
        return attempt->refuse(Error{Code::bad_credentials, "the password is not right", "password", {}});
    }
    admit(attempt);
}

void Enrolment::countFailure(const Id& person) {
    authority_.run(
        [this, person](Desk&) -> Result<void> {
            delays_.failed(person, clock_.now());
            return {};
        },
        [](const Result<void>&) {});
}

void Enrolment::admit(const std::shared_ptr<Attempt>& attempt) {
    const auto write = [this, attempt](Desk& desk) -> Result<void> {
        Accounts& accounts = desk.accounts();
        const auto& [person, login, known, disabled] = *attempt->login;
        // Everything is looked at again: the code may have been used, or the password set, while we hashed.
        const auto again = accounts.checkEnrolmentCode(attempt->request.code, clock_.now());
        if (!again && !isRefusal(again.error().code)) return again.error();
        if (!again || again->passwordHash != known) {
            attempt->refusal = again ? busy() : EnrolRefusal{again.error(), 0};
            return {};
        }
        if (!desk.authority().organisation().isActive(person)) {
            attempt->refusal = EnrolRefusal{Error{Code::person_disabled, "this person is no longer active", {}, {}}, 0};
            return {};
        }
        if (known.empty()) ZX_TRY(accounts.setPassword(person, attempt->newPasswordHash));
        ZX_ASSIGN(auto made, accounts.enrol(attempt->request.code, attempt->request.device, attempt->request.previous,
                                            clock_.now()));
        ZX_ASSIGN(auto organisation, desk.organisationName());
        delays_.succeeded(person);
        const Id home = desk.authority().organisation().homeOf(person).value_or(desk.headquarters());
        attempt->admitted = EnrolAnswer{made.first, person, home, std::move(made.second), std::move(organisation)};
        return {};
    };
    authority_.run(write, [attempt](Result<void> written) {
        if (!written) return attempt->refuse(written.error(), busyRetryMs);
        if (attempt->refusal) return attempt->refuse(attempt->refusal->error, attempt->refusal->retryAfterMs);
        log::info("device_enrolled", {{"device", attempt->admitted->device.text()}});
        attempt->answer(std::move(*attempt->admitted));
    });
}

}  // namespace zhixing::server
