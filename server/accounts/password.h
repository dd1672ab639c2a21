#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

/// Passwords and secrets. Nothing here keeps what it is given; every call is safe from any thread.
namespace zhixing::server {

/// Whether people may choose this password: its length is all that is asked (a long sentence is fine), and that it is
/// not simply the login.
[[nodiscard]] Result<void> validatePassword(std::string_view password, std::string_view login);

/// argon2id with 46 MiB, one pass and one lane, in the form `$argon2id$v=19$m=…`, salt and parameters included.
/// Takes about 0.15 s of one core.
[[nodiscard]] Result<std::string> hashPassword(std::string_view password);
/// Takes the same time whether the password fits or not. An empty `hash` never fits, and takes that time too, so that
/// nobody can tell an unknown account from a wrong password.
[[nodiscard]] bool fitsPassword(std::string_view password, std::string_view hash);

}  // namespace zhixing::server
