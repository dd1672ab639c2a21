#pragma once

#include <SQLiteCpp/Exception.h>

#include <string_view>
#include <type_traits>
#include <utility>

#include "shared/base/result.h"

namespace zhixing::sqlite {

/// What an SQLite failure means for us, from its extended result code. SQLite's own messages name tables and columns,
/// never values, so they are fit for logs.
[[nodiscard]] Error failure(int extendedCode, std::string_view message);
[[nodiscard]] Error failure(const SQLite::Exception& exception);

namespace detail {
template <typename T>
struct ResultOf {
    using type = Result<T>;
};
template <typename T>
struct ResultOf<Result<T>> {
    using type = Result<T>;
};
}  // namespace detail

/// Runs `body`, which may use SQLiteCpp freely, and turns what SQLiteCpp throws into an Error. This is the one place
/// where exceptions of SQLite are caught. `body` returns nothing, a value, or a Result.
template <typename Body>
[[nodiscard]] auto guarded(Body&& body) -> typename detail::ResultOf<std::invoke_result_t<Body>>::type {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
            std::forward<Body>(body)();
            return {};
        } else {
            return std::forward<Body>(body)();
        }
    } catch (const SQLite::Exception& exception) {
        return failure(exception);
    }
}

}  // namespace zhixing::sqlite
