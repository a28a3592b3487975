// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/command.h"

namespace signalbox {

QString toString(Mode mode)
{
    switch (mode) {
    case Mode::Maintenance:
        return QStringLiteral("maintenance");
    case Mode::Halted:
        return QStringLiteral("halted");
    case Mode::Normal:
        break;
    }
    return QStringLiteral("normal");
}

std::optional<Mode> modeFromString(const QString &text)
{
    for (const Mode mode : {Mode::Normal, Mode::Maintenance, Mode::Halted}) {
        if (text == toString(mode))
            return mode;
    }
    return std::nullopt;
}

} // namespace signalbox
