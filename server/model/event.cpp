// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/event.h"

#include "server/model/enumnames.h"

namespace signalbox {

namespace {

constexpr EnumNames<6> kindNames{u"component", u"execution", u"schedule", u"agent", u"client", u"server"};

} // namespace

QString toString(EventEntry::Kind kind)
{
    return nameOf(kind, kindNames);
}

std::optional<EventEntry::Kind> eventKindFromString(const QString &text)
{
    return valueNamed<EventEntry::Kind>(text, kindNames);
}

} // namespace signalbox
