// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox::core {

// What a line of the log is about, beside its text: for the journal and JSON, in which people search by it. Empty: nothing
// of that kind.
struct LogFields
{
    QString component;
    QString execution;
    QString user;
    QString dialect;
};

// Gives what this thread logs these fields, until the destructor.
class WithFields final
{
public:
    explicit WithFields(const LogFields &fields);
    ~WithFields();
    WithFields(const WithFields &) = delete;
    WithFields &operator=(const WithFields &) = delete;

    // Of the thread that asks; null: none.
    static const LogFields *current();

private:
    const LogFields m_fields;
    const LogFields *const m_before;
};

} // namespace signalbox::core
