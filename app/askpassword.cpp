// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/askpassword.h"

#include <termios.h>
#include <unistd.h>

namespace signalbox::app {

namespace {

// Turns the terminal's echo off while a password is typed; does nothing when standard input is a file or a pipe.
class EchoOff
{
public:
    EchoOff() : m_isTerminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~EchoOff()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

bool isTerminal()
{
    return ::isatty(STDIN_FILENO) != 0;
}

QString askPassword(const QString &prompt, QTextStream &in, QTextStream &err)
{
    if (!isTerminal())
        return in.readLine();
    const EchoOff echoOff;
    err << prompt << Qt::flush;
    const QString typed = in.readLine();
    err << '\n' << Qt::flush; // the line end that was typed is not shown either
    return typed;
}

} // namespace signalbox::app
