// SPDX-License-Identifier: GPL-3.0-or-later
// Free of Qt: part of the guard.
#pragma once

#include "server/core/runtime/guard/guardprotocol.h"

#include <vector>

namespace signalbox::core {

// What a guard is to run. The pointers are those of its text, which is mapped until clear().
class Order
{
public:
    Order() = default;
    ~Order() { clear(); }
    Order(const Order &) = delete;
    Order &operator=(const Order &) = delete;

    enum class Outcome {
        Received, // 0, 1 and 2 are those of the command, the lease is open if there is one
        NoServer, // it has gone, or never was one
        Failed,   // errno tells why
    };
    Outcome receive(); // waits for it

    const GuardOrder &numbers() const { return m_numbers; }
    const char *directory() const { return m_directory; } // empty: stay
    const char *program() const { return m_program; }
    char *const *arguments() const { return m_arguments.data(); } // null at the end, as the next
    char *const *environment() const { return m_environment.data(); }

    void tellOwnPid() const; // see guardOwnPid; by the command itself before exec: allocates nothing

    void clear();

private:
    bool mapText();
    bool readText();

    GuardOrder m_numbers;
    char *m_text = nullptr;
    std::size_t m_length = 0;
    const char *m_directory = "";
    const char *m_program = nullptr;
    std::vector<char *> m_arguments;
    std::vector<char *> m_environment;
};

} // namespace signalbox::core
