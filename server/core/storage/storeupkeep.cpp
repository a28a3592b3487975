// SPDX-License-Identifier: GPL-3.0-or-later
// What the Store does every minute: thinning, retention, another attempt at what failed.
#include "server/core/storage/store.h"

#include "server/core/storage/database.h"

#include <utility>

namespace signalbox::core {

namespace {

constexpr Milliseconds minute = std::chrono::minutes(1);

} // namespace

void Store::everyMinute()
{
    m_clock.after(minute, this, [this] { everyMinute(); });
    watchClock();
    if (!m_isOpen)
        return openAgain();
    soon();
    if (!std::exchange(m_thinning, true))
        thin();
    if (!std::exchange(m_forgetting, true))
        forgetFiles();
    if (!std::exchange(m_forgettingEvents, true))
        forgetEvents();
}

void Store::openAgain()
{
    m_writerThread->ask([writer = m_writer.get(), now = m_clock.now()] { return writer->open(now); }, this,
                        [this](const Result<RecoveredState> &result) {
                            if (!result)
                                return;
                            m_isOpen = true;
                            m_reported = false;
                            qCInfo(lcStore, "the history is open now");
                            m_readerThread->run([reader = m_reader.get()] { reader->close(); });
                            reportSetAside(result->setAside);
                            Q_EMIT opened(*result);
                            soon();
                        });
}

// Called when the reader met a damaged page that the writer has not: opening checks all pages.
void Store::checkDamage()
{
    if (std::exchange(m_checking, true))
        return;
    m_writerThread->ask([writer = m_writer.get(), now = m_clock.now()] { return writer->open(now); }, this,
                        [this](const Result<RecoveredState> &result) {
                            m_checking = false;
                            m_isOpen = result.has_value();
                            m_readerThread->run([reader = m_reader.get()] { reader->close(); });
                            if (!result)
                                return report(result.error());
                            reportSetAside(result->setAside);
                        });
}

// Notices a wall clock that jumped. One that was set wrong must not cost the history, so deletion by age pauses for
// clockProbation after each jump, also when the clock was set right. And after the start: a machine may boot with a clock
// that is a year wrong, until it has reached its time server.
void Store::watchClock()
{
    const Timestamp wall = m_clock.now();
    const auto steady = m_clock.steady();
    const auto off = (wall - std::exchange(m_lastWall, wall)) - (steady - std::exchange(m_lastSteady, steady));
    if (off < minute && off > -minute)
        return;
    m_clockTrustedFrom = steady + clockProbation;
    qCWarning(lcStore, "the clock jumped by %lld s; for an hour nothing is forgotten for its age",
              static_cast<long long>(std::chrono::floor<std::chrono::seconds>(off).count()));
}

void Store::thin()
{
    const bool mayForget = m_clock.steady() >= m_clockTrustedFrom;
    m_writerThread->ask(
        [writer = m_writer.get(), now = m_clock.now(), mayForget] { return writer->thin(now, mayForget); }, this,
        [this](const Result<bool> &more) {
            m_thinning = more && *more;
            if (!more)
                report(more.error());
            if (m_thinning)
                thin();
        });
}

void Store::forgetFiles()
{
    const bool byAge = m_clock.steady() >= m_clockTrustedFrom;
    m_readerThread->ask([reader = m_reader.get(), retention = m_retention, now = m_clock.now(),
                         byAge] { return reader->removeFiles(retention, now, byAge); },
                        this,
                        [this](const Result<QStringList> &ids) {
                            if (ids && !ids->isEmpty())
                                return forget(*ids);
                            m_forgetting = false;
                            if (!ids)
                                qCWarning(lcStore, "cannot look for what is to be forgotten: %s",
                                          qUtf8Printable(ids.error().message));
                        });
}

void Store::forgetEvents()
{
    std::optional<Timestamp> before;
    if (m_clock.steady() >= m_clockTrustedFrom)
        before = m_clock.now() - m_retention.events;
    m_writerThread->ask([writer = m_writer.get(), before] { return writer->forgetEvents(before); }, this,
                        [this](const Result<void> &forgotten) {
                            m_forgettingEvents = false;
                            if (!forgotten)
                                report(forgotten.error());
                        });
}

// Files before the row, as forgetFiles() does.
void Store::deleteNow(const QString &executionId)
{
    const auto removeFiles = [reader = m_reader.get(), executionId] {
        reader->removeFolder(executionId);
        return Result<void>();
    };
    m_readerThread->ask(removeFiles, this, [this, executionId](const Result<void> &) {
        m_writerThread->ask([writer = m_writer.get(), executionId] { return writer->forget({executionId}); }, this,
                            [this](const Result<void> &forgotten) {
                                if (!forgotten)
                                    report(forgotten.error());
                            });
    });
}

void Store::forget(const QStringList &executionIds)
{
    m_writerThread->ask([writer = m_writer.get(), executionIds] { return writer->forget(executionIds); }, this,
                        [this, executionIds](const Result<void> &forgotten) {
                            m_forgetting = forgotten.has_value();
                            if (!forgotten)
                                return report(forgotten.error());
                            for (const QString &id : executionIds)
                                (void)m_hub.record(ExecutionForgotten{id});
                            forgetFiles();
                        });
}

} // namespace signalbox::core
