// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/words/reason.h"

#include <utility>
#include <variant>

namespace signalbox {

// The one internal vocabulary of failure; each dialect maps these to its own codes and texts.
enum class ErrorCode {
    NotFound,
    InvalidArgument,
    Unauthenticated,
    Forbidden,
    Conflict,
    Capacity,
    Halted,
    Maintenance,
    Unsupported,
    Internal,
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    Reason message; // for people: what happened, where, what to do

    friend bool operator==(const Error &, const Error &) = default;
};

// Names follow std::expected, which GCC 12 does not have in C++20 mode, so that it can replace this one day.
struct Unexpected
{
    Error error;
};

inline Unexpected unexpected(ErrorCode code, Reason message = {})
{
    return {{code, std::move(message)}};
}

inline Unexpected unexpected(ErrorCode code, Reason::Code why, const QList<Reason> &values = {})
{
    return unexpected(code, Reason(why, values));
}

template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Unexpected failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Unexpected failure) : m_failed(true), m_error(std::move(failure.error)) {}

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return m_error; }

    friend bool operator==(const Result &, const Result &) = default;

private:
    bool m_failed = false;
    Error m_error;
};

} // namespace signalbox
