// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/change.h"
#include "server/model/command.h"
#include "server/model/query.h"
#include "server/model/snapshot.h"

namespace signalbox {

CommandBody::CommandBody(const CommandBody &) = default;
CommandBody::CommandBody(CommandBody &&) noexcept = default;
CommandBody &CommandBody::operator=(const CommandBody &) = default;
CommandBody &CommandBody::operator=(CommandBody &&) noexcept = default;
CommandBody::~CommandBody() = default;

ChangeBody::ChangeBody(const ChangeBody &) = default;
ChangeBody::ChangeBody(ChangeBody &&) noexcept = default;
ChangeBody &ChangeBody::operator=(const ChangeBody &) = default;
ChangeBody &ChangeBody::operator=(ChangeBody &&) noexcept = default;
ChangeBody::~ChangeBody() = default;

QueryBody::QueryBody(const QueryBody &) = default;
QueryBody::QueryBody(QueryBody &&) noexcept = default;
QueryBody &QueryBody::operator=(const QueryBody &) = default;
QueryBody &QueryBody::operator=(QueryBody &&) noexcept = default;
QueryBody::~QueryBody() = default;

Answer::Answer(const Answer &) = default;
Answer::Answer(Answer &&) noexcept = default;
Answer &Answer::operator=(const Answer &) = default;
Answer &Answer::operator=(Answer &&) noexcept = default;
Answer::~Answer() = default;

Replaced::Replaced() = default;
Replaced::Replaced(const Replaced &) = default;
Replaced::Replaced(Replaced &&) noexcept = default;
Replaced &Replaced::operator=(const Replaced &) = default;
Replaced &Replaced::operator=(Replaced &&) noexcept = default;
Replaced::~Replaced() = default;
bool operator==(const Replaced &one, const Replaced &other)
{
    const auto values = [](const Replaced &of) -> const auto & { return static_cast<const Replaced::variant &>(of); };
    return values(one) == values(other);
}

Snapshot::Snapshot() = default;
Snapshot::Snapshot(const Snapshot &) = default;
Snapshot::Snapshot(Snapshot &&) noexcept = default;
Snapshot &Snapshot::operator=(const Snapshot &) = default;
Snapshot &Snapshot::operator=(Snapshot &&) noexcept = default;
Snapshot::~Snapshot() = default;
bool operator==(const Snapshot &, const Snapshot &) = default;

} // namespace signalbox
