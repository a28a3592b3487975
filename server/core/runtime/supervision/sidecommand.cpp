// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/sidecommand.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype longestLine = 200; // characters of the last one, in what went wrong

}

Reason describe(const ExitStatus &status)
{
    if (!status.error.isEmpty())
        return status.error;
    if (status.signal == 0)
        return {Why::ExitStatus, {Reason::number(status.exitCode)}};
    const char *name = ::sigabbrev_np(status.signal);
    const Reason number = Reason::number(status.signal);
    return name ? Reason(Why::KilledBySignal, {number, QString::fromLatin1(name)})
                : Reason(Why::KilledByUnknownSignal, {number});
}

SideCommand::SideCommand(Clock &clock, ProcessSpec spec, Milliseconds timeout)
    : m_clock(clock)
    , m_spec(std::move(spec))
    , m_timeout(timeout)
{
    m_spec.input = StreamSpec::null();
    m_spec.output = StreamSpec::pipe();
    m_spec.error = StreamSpec::sameAsOutput();
    connect(&m_process, &GuardedProcess::output, this, &SideCommand::take);
    connect(&m_process, &GuardedProcess::failedToStart, this,
            [this](const Error &error) { Q_EMIT ended(error.message); });
    connect(&m_process, &GuardedProcess::exited, this, [this](const ExitStatus &status) {
        end(!m_lateness.isEmpty() ? m_lateness : status.isSuccess() ? Reason() : describe(status));
    });
}

void SideCommand::start()
{
    m_process.start(m_spec);
    endWithin(m_timeout);
}

void SideCommand::endWithin(Milliseconds timeout)
{
    m_clock.after(timeout, this, [this, timeout] {
        if (!m_lateness.isEmpty())
            return;
        m_lateness = Reason(Why::TookLonger, {Reason::duration(timeout)});
        m_process.kill();
    });
}

void SideCommand::take(const QByteArray &bytes)
{
    const qint64 left = std::max<qint64>(mostBytes - m_bytes, 0);
    m_bytes += bytes.size();
    m_lines.feed(QByteArrayView(bytes).first(std::min<qint64>(left, bytes.size())),
                 [this](QByteArrayView line, bool cut) { tell(line, cut); });
}

void SideCommand::tell(QByteArrayView line, bool cut)
{
    m_lastLine = displayText(line, cut);
    Q_EMIT printed(m_lastLine);
}

void SideCommand::end(Reason problem)
{
    m_lines.finish([this](QByteArrayView line, bool cut) { tell(line, cut); });
    if (m_bytes > mostBytes)
        Q_EMIT printed(u"(it has printed %1 bytes, of which the first %2 are here)"_s.arg(m_bytes).arg(mostBytes));
    if (!problem.isEmpty() && !m_lastLine.trimmed().isEmpty())
        problem = Reason(Why::Explained, {problem, m_lastLine.trimmed().left(longestLine)});
    Q_EMIT ended(problem);
}

} // namespace signalbox::core
