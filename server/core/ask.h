// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QObject>

#include <functional>

namespace signalbox::core {

// How dialects and links put a Query to the Store, the LogBook or the AgentRegistry. Answered once, perhaps before the
// call returns, on the server thread, and only while context lives. Errors: NotFound, Forbidden, InvalidArgument,
// Internal.
using AnswerCallback = std::function<void(const Result<Answer> &)>;
using Ask = std::function<void(const Query &query, QObject *context, AnswerCallback answered)>;

} // namespace signalbox::core
