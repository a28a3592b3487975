// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::widgets {

// The pages by name, for what leads to one without knowing it: a message, the tray icon. pageList() has the rest.
enum class PageId { Overview, Components, Metrics, Executions, Processes, Schedules, Clients, Events, Server, Logs };

} // namespace signalbox::widgets
