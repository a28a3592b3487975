// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/component.h"

#include <QList>

namespace signalbox::widgets {

// The last time several components were started together, by the server's start above all: how long each waited for what
// it depends on and then took to be ready. Pure value; offsets are from the first request.
struct Startup
{
    struct Bar
    {
        QString id;
        QString name;
        Milliseconds wanted{};
        std::optional<Milliseconds> launched;
        std::optional<Milliseconds> ready;
        bool isOnChain = false; // of the longest chain
    };

    QList<Bar> bars;   // in the order in which they were launched
    QStringList chain; // names: each waited for the one before it, and the last was ready last of all
    Timestamp began{};
    Milliseconds length{}; // until the last was ready, or was launched
};

Startup lastStartup(const QList<Component> &components);

} // namespace signalbox::widgets
