// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace signalbox::app {

class ControlSocket;
class ServerHost;

// From now on the loss of the window's display does not end the program: Qt, which would exit at once, does not get to
// it. The main thread stays where it is for ever, without a window, and another one takes its place: signals stop and
// reload the server as without a window, and openControl opens a socket of that thread. Main thread, once, with a server that
// has started; host must outlive the program.
void outliveDisplay(ServerHost &host, std::function<void(ControlSocket &)> openControl);

} // namespace signalbox::app
