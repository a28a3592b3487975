// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/managedcomponent.h"
#include "server/core/runtime/supervision/portconflict.h"

// What a component may use and what it finds taken.

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype portLines = 50; // that are looked through for a port

// The newest line of the program's that is this one; the log may have a longer one cut.
std::optional<qint64> numberOf(const QString &line, const QList<LogLine> &lines)
{
    constexpr qsizetype compared = 1000;
    const auto isIt = [&line](const LogLine &each) {
        return each.source != LogSource::Server && each.text.left(compared) == line.left(compared);
    };
    const auto found = line.isEmpty() ? lines.crend() : std::find_if(lines.crbegin(), lines.crend(), isIt);
    return found == lines.crend() ? std::nullopt : std::optional(found->number);
}

} // namespace

Reason ManagedComponent::outcomeOf(const ExitStatus &status)
{
    if (status.signal == SIGKILL && m_excess.isEmpty() && m_resources && m_resources->wasKilledForMemory())
        m_excess = m_resources->memoryText(); // by the kernel
    return m_excess.isEmpty() ? describe(status) : m_excess;
}

std::optional<qint64> ManagedComponent::watchedMemory() const
{
    return m_facts.pid && m_resources ? m_resources->watchedMemory() : std::nullopt;
}

void ManagedComponent::killForMemory(qint64 usedBytes)
{
    if (!watchedMemory() || !m_excess.isEmpty())
        return;
    m_excess =
        Reason(Why::MemoryLimitUsed, m_resources->memoryText().values() + QList{Reason::number(usedBytes >> 20)});
    m_process->kill();
}

// Of a process that runs. What is not possible any more holds from the next start on, and the log says so.
void ManagedComponent::adjustResources()
{
    if (!m_resources || !m_facts.pid)
        return;
    const QStringList refused = m_resources->adjust(config(), treeRoot());
    m_facts.limits = m_resources->description();
    warnOfResources(refused);
}

void ManagedComponent::warnOfResources(const QStringList &refused)
{
    for (const QString &text : refused)
        m_surroundings.logs.note(config().id, LogLevel::Warn, text);
}

// Where it is to listen another process may be already.
void ManagedComponent::lookForPort()
{
    const std::optional<int> port = config().ready.tcp;
    const Reason holder = port ? portHeldBy(*port, m_surroundings.hub.snapshot()) : Reason();
    if (!holder.isEmpty())
        m_surroundings.logs.note(config().id, LogLevel::Warn, holder + u", before this component was started"_s);
}

// The reason for which the server ended a component says all; the last line of one that was not ready in time may be
// about anything.
Explanation ManagedComponent::explanation() const
{
    if (!m_facts.pid || !m_excess.isEmpty() || m_failure.isHealth)
        return {};
    const Explanation found = m_surroundings.logs.explain(config().id);
    return m_failure.text.isEmpty() || found.isNamed ? found : Explanation();
}

void ManagedComponent::setError(const Reason &error)
{
    m_facts.error = error;
    m_facts.errorLine.reset();
}

// Finds the line of the log that explains the failure, and the process that holds a port: a program that cannot listen
// says so, but not why.
void ManagedComponent::lookForCause(const QString &line)
{
    constexpr int lines = 500;
    LogQuery query;
    query.componentId = config().id;
    query.limit = lines;
    m_surroundings.logs.ask(query, this, [this, line, error = m_facts.error, run = m_run](const Result<LogPage> &page) {
        if (!page)
            return;
        const Reason holder = holderOf(page->lines.last(std::min<qsizetype>(page->lines.size(), portLines)));
        if (!holder.isEmpty())
            m_surroundings.logs.note(config().id, LogLevel::Error, holder);
        const std::optional<qint64> number = numberOf(line, page->lines);
        if (run != m_run || m_facts.error != error || (holder.isEmpty() && !number))
            return;
        if (!holder.isEmpty()) {
            m_facts.error = Reason(Why::And, {error, holder});
            m_facts.reason = m_facts.reason.with(error, m_facts.error);
        }
        m_facts.errorLine = number;
        record({});
    });
}

Reason ManagedComponent::holderOf(const QList<LogLine> &lines) const
{
    for (const int port : portsInUse(lines, config())) {
        if (const Reason holder = portHeldBy(port, m_surroundings.hub.snapshot()); !holder.isEmpty())
            return holder;
    }
    return {};
}

} // namespace signalbox::core
