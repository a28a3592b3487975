// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox::bench {

// Servers to compare with: every message that a client sends goes to all clients but those on /idle. Each prints
// "listening on 127.0.0.1:PORT" and never returns but for an error.
constexpr int payloadBytes = 1024;

// Bare system calls, without WebSockets: answers a client's first bytes with "HTTP/1.1 101", and any later 1 KiB frame
// with a ready-made one to all. joined: one send() for all that came at once, which is the floor where messages
// queue up; otherwise one for each.
int serveRaw(bool joined);
int serveBeast(); // Boost.Beast on Boost.Asio, one thread

} // namespace signalbox::bench
