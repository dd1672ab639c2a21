#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "shared/base/error.h"

namespace zhixing {

/// Either a value or the Error that kept it from being made. The compiler objects to dropping one.
/// (`std::expected` needs C++23; this keeps the part of it that we use.)
template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & {
        assert(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return std::get<0>(state_);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::get<0>(std::move(state_));
    }
    [[nodiscard]] const Error& error() const& {
        assert(!ok());
        return std::get<1>(state_);
    }
    [[nodiscard]] Error&& error() && {
        assert(!ok());
        return std::get<1>(std::move(state_));
    }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit on purpose

    [[nodiscard]] bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error& error() const& {
        assert(!ok());
        return *error_;
    }
    [[nodiscard]] Error&& error() && {
        assert(!ok());
        return std::move(*error_);
    }

private:
    std::optional<Error> error_;
};

}  // namespace zhixing

/// Passes a failed Result on to the caller; otherwise goes on.
#define ZX_TRY(expression)                                  \
    do {                                                    \
        if (auto zxResult = (expression); !zxResult.ok()) { \
            return std::move(zxResult).error();             \
        }                                                   \
    } while (false)

#define ZX_JOIN_(a, b) a##b
#define ZX_JOIN(a, b) ZX_JOIN_(a, b)
#define ZX_ASSIGN_(temporary, declaration, expression) \
    auto temporary = (expression);                     \
    if (!temporary.ok()) {                             \
        return std::move(temporary).error();           \
    }                                                  \
    declaration = std::move(temporary).value()

/// `ZX_ASSIGN(auto row, store.find(id));` declares `row`, or passes the failure on to the caller.
#define ZX_ASSIGN(declaration, expression) ZX_ASSIGN_(ZX_JOIN(zxResult, __LINE__), declaration, expression)
