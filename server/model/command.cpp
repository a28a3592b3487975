// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/command.h"

using namespace Qt::StringLiterals;

namespace signalbox {

QString toString(Mode mode)
{
    switch (mode) {
    case Mode::Maintenance:
        return u"maintenance"_s;
    case Mode::Halted:
        return u"halted"_s;
    case Mode::Normal:
        break;
    }
    return u"normal"_s;
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
