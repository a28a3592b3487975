// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unixsignals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace signalbox::app {

namespace {

sigset_t wantedSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&wanted, number);
    return wanted;
}

} // namespace

void UnixSignals::hold()
{
    const sigset_t wanted = wantedSignals();
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    // Meant for a program that reopens its logs or tells its state at one of them. Ending with everything that runs is
    // no answer to that.
    for (const int number : {SIGUSR1, SIGUSR2})
        std::signal(number, SIG_IGN);
}

UnixSignals::UnixSignals(QObject *parent) : QObject(parent)
{
    // A peer that closes while we write is an error of that write, never the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    const sigset_t wanted = wantedSignals();
    m_descriptor = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::read);
}

UnixSignals::~UnixSignals()
{
    m_notifier.reset();
    close(m_descriptor);
}

void UnixSignals::read()
{
    signalfd_siginfo info;
    while (::read(m_descriptor, &info, sizeof info) == sizeof info) {
        if (info.ssi_signo == SIGHUP)
            Q_EMIT reloadRequested();
        else if (!std::exchange(m_stopSeen, true))
            Q_EMIT stopRequested();
        else
            Q_EMIT stopAtOnceRequested();
    }
}

} // namespace signalbox::app
