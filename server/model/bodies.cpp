// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/change.h"
#include "server/model/command.h"
#include "server/model/query.h"

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

} // namespace signalbox
