// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox::pow {

// Makes valid UTF-8 of what a process writes, however it is cut: a code point that a read ended inside waits for its
// rest, each byte that can be part of none becomes U+FFFD (as QString::fromUtf8 does). Pure; a value.
class Utf8Sanitizer
{
public:
    // Valid UTF-8; the bytes themselves, not copied, where nothing was to be done.
    QByteArray add(const QByteArray &bytes);
    // At the end of the output: U+FFFD for each byte that still waited.
    QByteArray finish();

private:
    QByteArray repair(const QByteArray &bytes);

    QByteArray m_waiting; // at most three bytes: the valid beginning of a code point
};

} // namespace signalbox::pow
