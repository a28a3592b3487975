// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"
#include "server/model/result.h"

namespace signalbox::widgets {

// An ad-hoc graph as Alger writes it (wire.md, Graph): {"nodes":[…],"edges":[…]}, or the same under "pipeline". Only its shape
// is checked here; kinds, inputs and cycles are the server's to judge, whose words are shown as they are.
Result<StartGraph> readGraph(const QByteArray &json, const QString &name);

} // namespace signalbox::widgets
