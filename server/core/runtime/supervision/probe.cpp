// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/probe.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::core {

namespace {

constexpr qsizetype longestAnswer = 200; // characters of the last line that is shown

}

Probe::Probe(Kind kind, const ProbeConfig &config, const Subject &subject)
    : m_kind(kind)
    , m_config(config)
    , m_subject(subject)
{
    if (m_config.log.isEmpty())
        return;
    m_subject.logs.await(m_subject.id, m_config.log);
    connect(&m_subject.logs, &LogBook::textSeen, this, [this](const QString &id) {
        if (id != m_subject.id)
            return;
        m_isSeen = true;
        if (m_kind == Kind::Ready)
            pass();
    });
}

Probe::~Probe()
{
    if (!m_config.log.isEmpty() && !m_isSeen) // another one may wait for a text by now
        m_subject.logs.await(m_subject.id, {});
}

Milliseconds Probe::interval() const
{
    if (m_config.interval)
        return *m_config.interval;
    if (m_kind == Kind::Health)
        return 10s;
    return m_config.command.isEmpty() ? 100ms : 1s;
}

void Probe::begin(qint64 treeRoot, Milliseconds firstPause)
{
    m_treeRoot = treeRoot;
    m_lastSign = m_subject.clock.steady();
    if (!m_config.isSet())
        pass();
    else if (m_config.after)
        m_subject.clock.after(*m_config.after, this, [this] { pass(); });
    else if (m_config.watchdog || m_config.silentFor)
        watch();
    else if (!m_config.log.isEmpty() && m_kind == Kind::Health)
        m_subject.clock.after(interval(), this, [this] { lookAtLog(); });
    else if (m_config.log.isEmpty() && !m_config.notify)
        tryAgain(firstPause);
}

void Probe::take(const Notice &notice)
{
    if (m_config.notify && notice.isReady)
        pass();
    if (!m_config.watchdog)
        return;
    if (notice.isTriggered)
        fail(Why::SaysItFailed);
    if (notice.isAlive) {
        m_lastSign = m_subject.clock.steady();
        pass();
    }
}

Reason Probe::description() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (!m_config.log.isEmpty())
        return {Why::NotPrinted, {m_config.log}};
    return m_config.notify ? Why::NotSaidReady : Why::NotTried;
}

void Probe::lookAtLog()
{
    const bool isSeen = std::exchange(m_isSeen, false);
    if (isSeen)
        m_subject.logs.await(m_subject.id, m_config.log);
    m_subject.clock.after(interval(), this, [this] { lookAtLog(); });
    if (isSeen)
        pass();
    else
        fail({Why::NotPrintedWithin, {m_config.log, Reason::duration(interval())}});
}

std::chrono::steady_clock::time_point Probe::lastSign() const
{
    return m_config.watchdog ? m_lastSign : std::max(m_lastSign, m_subject.logs.lastOutput(m_subject.id));
}

Timestamp Probe::wallTime(std::chrono::steady_clock::time_point steady) const
{
    return m_subject.clock.now() - std::chrono::floor<Milliseconds>(m_subject.clock.steady() - steady);
}

// One timer, which looks at the last sign of life when it is due: signs may be many.
void Probe::watch()
{
    const Milliseconds allowed = m_config.watchdog ? *m_config.watchdog : *m_config.silentFor;
    const auto since = lastSign();
    const Milliseconds quiet = std::chrono::floor<Milliseconds>(m_subject.clock.steady() - since);
    m_subject.clock.after(quiet < allowed ? allowed - quiet : lookPause, this, [this] { watch(); });
    if (quiet < allowed) {
        if (m_config.silentFor)
            pass();
    } else if (m_config.watchdog) {
        fail({Why::NoWatchdog, {Reason::duration(allowed), Reason::time(wallTime(since))}});
    } else if (m_reported.isEmpty()) {
        saySilence(since);
    }
}

void Probe::saySilence(std::chrono::steady_clock::time_point since)
{
    LogQuery query;
    query.componentId = m_subject.id;
    query.limit = 50; // lines of the server's own may be the last ones
    m_subject.logs.ask(query, this, [this, since](const Result<LogPage> &page) {
        if (lastSign() != since || !m_reported.isEmpty())
            return;
        Reason last = Why::PrintedNothing;
        for (const LogLine &line : page ? page->lines : QList<LogLine>()) {
            if (line.source != LogSource::Server)
                last = Reason(Why::LastLine, {line.text.left(longestAnswer)});
        }
        fail({Why::Silent, {Reason::duration(*m_config.silentFor), Reason::time(wallTime(since)), last}});
    });
}

void Probe::pass()
{
    m_failures = 0;
    m_problem.clear();
    if (m_kind == Kind::Ready ? !std::exchange(m_isOver, true) : !std::exchange(m_reported, Reason()).isEmpty())
        Q_EMIT passed();
}

void Probe::fail(const Reason &problem)
{
    if (m_failures++ == 0)
        m_failingSince = m_subject.clock.now();
    m_problem = problem;
    const bool isTried = !m_config.watchdog && !m_config.silentFor;
    const int allowed = isTried ? m_config.failures.value_or(3) : 1;
    if (m_kind == Kind::Ready || m_failures < allowed || m_reported == problem)
        return;
    m_reported = problem;
    const Reason since = Reason::time(m_failingSince);
    if (!isTried)
        Q_EMIT failed(problem);
    else if (m_failures == 1)
        Q_EMIT failed({Why::FailedOnce, {problem, since}});
    else
        Q_EMIT failed({Why::FailedInARow, {problem, Reason::number(m_failures), since}});
}

} // namespace signalbox::core
