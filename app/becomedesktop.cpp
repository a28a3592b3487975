// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/headless.h"
#include "server/core/runtime/process/ownprogram.h"
#include "server/model/words/systemwords.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

int runDesktop(const Options &, int &, char **argv)
{
    const QString program = core::ownProgram(u"signalbox-window"_s);
    ::execv(QFile::encodeName(program).constData(), argv);
    const int number = errno;
    QTextStream err(stderr);
    if (number == ENOENT)
        return reportFailure(u"the window is not installed: there is no '%1' (install the package signalbox, or start "
                             u"the server alone with "
                             "--no-gui)"_s.arg(program),
                             Unavailable, err);
    return reportFailure(
        u"cannot start the window '%1': %2 (start the server alone with --no-gui)"_s.arg(program, systemWords(number)),
        Unavailable, err);
}

} // namespace signalbox::app
