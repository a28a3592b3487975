// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cerrno>
#include <cstring>

namespace signalbox {

// What a number of errno means. strerror() would say it in the language of the environment; what the server says goes into
// logs and onto wires, which are English everywhere.
inline QString systemWords(int number)
{
    const char *const words = ::strerrordesc_np(number);
    return words ? QString::fromLatin1(words) : QStringLiteral("error %1").arg(number);
}

} // namespace signalbox
