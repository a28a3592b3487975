// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/managedcomponent.h"
#include "server/core/runtime/supervision/portconflict.h"

// What a component may use and what it finds taken.

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString ManagedComponent::outcomeOf(const ExitStatus &status) const
{
    if (!m_excess.isEmpty())
        return m_excess;
    const bool isKernels = status.signal == SIGKILL && m_resources && m_resources->wasKilledForMemory();
    return isKernels ? m_resources->memoryText() : describe(status);
}

std::optional<qint64> ManagedComponent::watchedMemory() const
{
    return m_facts.pid && m_resources ? m_resources->watchedMemory() : std::nullopt;
}

void ManagedComponent::killForMemory(qint64 usedBytes)
{
    if (!watchedMemory() || !m_excess.isEmpty())
        return;
    m_excess = u"%1, of which it used %2 MiB"_s.arg(m_resources->memoryText()).arg(usedBytes >> 20);
    m_process->kill();
}

// Of a process that runs. What is not possible any more holds from the next start on, and the log says so.
void ManagedComponent::adjustResources()
{
    if (!m_resources || !m_facts.pid)
        return;
    const QStringList refused = m_resources->adjust(m_config, treeRoot());
    m_facts.limits = m_resources->description();
    warnOfResources(refused);
}

void ManagedComponent::warnOfResources(const QStringList &refused)
{
    for (const QString &text : refused)
        m_surroundings.logs.note(m_config.id, LogLevel::Warn, text);
}

// Where it is to listen another process may be already.
void ManagedComponent::lookForPort()
{
    const std::optional<int> port = m_config.ready.tcp;
    const QString holder = port ? portHeldBy(*port, m_surroundings.hub.snapshot()) : QString();
    if (!holder.isEmpty())
        m_surroundings.logs.note(m_config.id, LogLevel::Warn, holder + u", before this component was started"_s);
}

// Programs that cannot listen say so, but not which process holds the port.
void ManagedComponent::explainFailure(const QString &outcome)
{
    constexpr int lines = 50;
    LogQuery query;
    query.componentId = m_config.id;
    query.limit = lines;
    m_surroundings.logs.ask(query, this, [this, outcome, run = m_run](const Result<LogPage> &page) {
        for (const int port : page ? portsInUse(page->lines, m_config) : QList<int>()) {
            const QString holder = portHeldBy(port, m_surroundings.hub.snapshot());
            if (holder.isEmpty())
                continue;
            m_surroundings.logs.note(m_config.id, LogLevel::Error, holder);
            if (run != m_run || m_facts.error != outcome)
                return;
            m_facts.error = outcome % "; "_L1 % holder;
            m_facts.reason.replace(outcome, m_facts.error);
            record({});
            return;
        }
    });
}

} // namespace signalbox::core
