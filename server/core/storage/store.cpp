// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/store.h"

#include "server/core/storage/database.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr Milliseconds upkeepEvery = std::chrono::minutes(1);
// A sample alone is not worth an fsync.
constexpr Milliseconds samplesWait = std::chrono::seconds(10);

// None of a component in state Error: to start the server anew is no remedy for it.
std::optional<ComponentWish> wishToKeep(const Component &component)
{
    return component.state == ComponentState::Error ? std::nullopt : component.wish;
}

} // namespace

Store::Store(Hub &hub, const QString &dataDirectory, const Retention &retention, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_clock(hub.clock())
    , m_retention(retention)
    , m_lastWall(m_clock.now())
    , m_lastSteady(m_clock.steady())
    , m_clockTrustedFrom(m_lastSteady + clockProbation)
    , m_writer(std::make_unique<StoreWriter>(dataDirectory))
    , m_reader(std::make_unique<StoreReader>(dataDirectory))
    , m_writerThread(std::make_unique<Background>(u"store-write"_s))
    , m_readerThread(std::make_unique<Background>(u"store-read"_s))
{
}

// The reader closes first: SQLite empties the write-ahead log when the last connection is closed.
Store::~Store()
{
    m_readerThread->run([reader = m_reader.get()] { reader->close(); });
    m_readerThread.reset();
    m_writerThread->run([writer = m_writer.get(), batch = m_pending.take(), now = m_clock.now()] {
        if (!batch.isEmpty())
            (void)writer->write(batch, now);
        writer->close();
    });
    m_writerThread.reset();
}

void Store::open(QObject *context, std::function<void(const Result<RecoveredState> &)> done)
{
    m_clock.after(upkeepEvery, this, [this] { everyMinute(); });
    m_writerThread->ask(
        [writer = m_writer.get(), now = m_clock.now()] { return writer->open(now); }, this,
        [this, guard = QPointer<QObject>(context), done = std::move(done)](Result<RecoveredState> result) {
            m_isOpen = result.has_value();
            if (!result)
                report(result.error());
            else
                reportSetAside(result->setAside);
            if (guard)
                done(result);
        });
}

void Store::close(QObject *context, std::function<void()> done)
{
    m_closed = [guard = QPointer<QObject>(context), done = std::move(done)] {
        if (guard)
            done();
    };
    if (m_writing)
        return;
    if (m_pending.isEmpty() && m_durables.empty())
        finishClose();
    else
        flush();
}

void Store::finishClose()
{
    m_readerThread->ask(
        [reader = m_reader.get()] {
            reader->close();
            return true;
        },
        this,
        [this](bool) {
            m_writerThread->ask(
                [writer = m_writer.get()] {
                    writer->close();
                    return true;
                },
                this,
                [closed = std::exchange(m_closed, {})](bool) {
                    if (closed)
                        closed();
                });
        });
}

void Store::save(const Execution &execution, const QList<Task> &tasks, Durable durable)
{
    m_pending.add(execution, tasks);
    whenDurable(std::move(durable));
}

void Store::saveInstance(const Instance &instance, Durable durable)
{
    m_pending.add(instance);
    whenDurable(std::move(durable));
}

void Store::removeInstance(const QString &id, Durable durable)
{
    m_pending.removeInstance(id);
    whenDurable(std::move(durable));
}

// Agents send heartbeats all the time; one alone is not worth an fsync, and without durable goes with the next batch.
void Store::saveAgent(const Agent &agent, Durable durable)
{
    m_pending.add(agent);
    if (durable)
        whenDurable(std::move(durable));
}

void Store::saveEndedSession(const EndedSession &session, Durable durable)
{
    m_pending.add(session);
    whenDurable(std::move(durable));
}

void Store::whenDurable(Durable durable)
{
    if (durable)
        m_durables.push_back(std::move(durable));
    soon();
}

void Store::changed(const Change &change, const Replaced &replaced)
{
    if (const auto *sampled = std::get_if<MetricsSampled>(&change.body))
        record(sampled->sample);
    if (const auto *project = std::get_if<ProjectChanged>(&change.body)) {
        m_pending.add(project->project);
        soon();
    } else if (const auto *removed = std::get_if<ProjectRemoved>(&change.body)) {
        m_pending.removeProject(removed->id);
        soon();
    } else if (const auto *component = std::get_if<ComponentChanged>(&change.body)) {
        keepWish(component->component, replaced);
    } else if (const auto *gone = std::get_if<ComponentRemoved>(&change.body)) {
        forgetWish(gone->id);
        soon();
    } else if (const auto *schedule = std::get_if<ScheduleChanged>(&change.body)) {
        keepRecord(schedule->schedule, replaced);
    } else if (const auto *unplanned = std::get_if<ScheduleRemoved>(&change.body)) {
        forgetSchedule(unplanned->id);
    } else if (const auto *event = std::get_if<EventHappened>(&change.body)) {
        m_pending.add(event->entry);
        soon();
    }
    const auto *forgotten = std::get_if<ExecutionForgotten>(&change.body);
    if (forgotten && !change.cause.isEmpty()) // by a Command; what retention took is deleted already
        deleteNow(forgotten->id);
}

void Store::keepWish(const Component &component, const Replaced &replaced)
{
    const auto *before = std::get_if<Component>(&replaced);
    const std::optional<ComponentWish> wish = wishToKeep(component);
    if (wish == (before ? wishToKeep(*before) : component.wish))
        return;
    if (wish)
        m_pending.add(*wish);
    else
        m_pending.removeWish(component.id);
    soon();
}

void Store::keepRecord(const Schedule &schedule, const Replaced &replaced)
{
    const auto *before = std::get_if<Schedule>(&replaced);
    if (before && before->record == schedule.record)
        return;
    m_pending.add(schedule.record);
    soon();
}

void Store::forgetSchedule(const QString &id)
{
    m_pending.removeSchedule(id);
    soon();
}

void Store::record(const MetricsSample &sample)
{
    m_pending.add(sample);
    if (std::exchange(m_samplesWait, true))
        return;
    m_clock.after(samplesWait, this, [this] {
        m_samplesWait = false;
        soon();
    });
}

// Flushes after this turn of the event loop, so that all it saves is one transaction.
void Store::soon()
{
    if (m_writing || std::exchange(m_soon, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_soon = false;
            flush();
        },
        Qt::QueuedConnection);
}

void Store::flush()
{
    if (m_writing || (m_pending.isEmpty() && m_durables.empty()))
        return;
    m_writing = true;
    const auto batch = std::make_shared<const WriteBatch>(m_pending.take());
    const auto durables = std::make_shared<const std::vector<Durable>>(std::exchange(m_durables, {}));
    m_writerThread->ask(
        [writer = m_writer.get(), batch, now = m_clock.now()] {
            const Result<void> result = writer->write(*batch, now);
            return Written{result, writer->takeSetAside(), writer->takeWasLost(), writer->isOpen()};
        },
        this, [this, batch, durables](const Written &outcome) { written(*batch, *durables, outcome); });
}

void Store::written(const WriteBatch &batch, const std::vector<Durable> &durables, const Written &outcome)
{
    m_writing = false;
    m_isOpen = outcome.isOpen;
    if (outcome.wasLost) {
        const QString text = u"the history '%1' was removed or replaced while it was in use; %2"_s.arg(
            m_writer->file(), outcome.result ? u"it is written again"_s : u"it cannot be written"_s);
        (void)m_hub.record(ProblemOccurred{text, u"history"_s});
    }
    if (!outcome.setAside.isEmpty() || outcome.wasLost)
        m_readerThread->run([reader = m_reader.get()] { reader->close(); });
    reportSetAside(outcome.setAside);
    if (outcome.result) {
        if (std::exchange(m_reported, false))
            qCInfo(lcStore, "the history is written again");
    } else {
        report(outcome.result.error());
        m_pending.putBack(batch);
    }
    // The next batch is written while the callbacks of this one run. After a failure it is tried before everyMinute()
    // only if there are new callbacks.
    if (outcome.result || !m_durables.empty())
        flush();
    const QPointer<Store> self(this);
    for (const Durable &durable : durables) {
        durable(outcome.result);
        if (!self)
            return;
    }
    if (m_closed && !m_writing && m_durables.empty())
        finishClose();
}

void Store::report(const Error &error)
{
    if (std::exchange(m_reported, true))
        return;
    const QString text = error.message % u"; the server runs on without history and tries again every minute"_s;
    (void)m_hub.record(ProblemOccurred{text, u"history"_s});
}

void Store::reportSetAside(const QString &file)
{
    if (file.isEmpty())
        return;
    const QString text = u"the history was damaged; it was set aside as '%1' and a new one was begun"_s.arg(file);
    (void)m_hub.record(ProblemOccurred{text, u"history"_s});
}

void Store::ask(const Query &query, QObject *context, AnswerCallback answered, const Asker &asker)
{
    const auto begin = [this, body = query.body, guard = QPointer<QObject>(context),
                        answered = std::move(answered)](const Result<Turns::Turn> &turn) {
        if (!turn)
            return answered(Unexpected{turn.error()});
        if (!m_writing && !isPending(body))
            return answer(body, *turn, guard, answered);
        // Once what is pending of what is asked for is in the database.
        m_durables.emplace_back(
            [this, body, guard, answered, turn = *turn](const Result<void> &) { answer(body, turn, guard, answered); });
        soon();
    };
    m_turns.take(asker, context, begin);
}

void Store::answer(const QueryBody &query, const Turns::Turn &turn, const QPointer<QObject> &context,
                   const AnswerCallback &answered)
{
    if (!context)
        return;
    m_readerThread->ask(
        [reader = m_reader.get(), read = reading(query)] {
            Result<Answer> answer = read(*reader);
            const bool damaged = !answer && reader->sawDamage();
            return std::pair(std::move(answer), damaged);
        },
        this,
        [this, turn, context, answered](const std::pair<Result<Answer>, bool> &answer) {
            if (answer.second)
                checkDamage();
            if (context)
                answered(answer.first);
        });
}

// What the reader's thread does for it.
Store::Read Store::reading(const QueryBody &query) const
{
    if (const auto *history = std::get_if<HistoryQuery>(&query))
        return [body = *history](StoreReader &reader) { return reader.history(body); };
    if (const auto *execution = std::get_if<ExecutionQuery>(&query))
        return [body = *execution, known = live(execution->id)](StoreReader &reader) {
            return known ? Result<Answer>(Answer{*known}) : reader.execution(body);
        };
    if (const auto *output = std::get_if<OutputQuery>(&query))
        return [body = *output, known = live(output->executionId)](StoreReader &reader) {
            return reader.output(body, known);
        };
    if (const auto *samples = std::get_if<SamplesQuery>(&query))
        return [body = *samples](StoreReader &reader) { return reader.samples(body); };
    if (const auto *events = std::get_if<EventsQuery>(&query))
        return [body = *events](StoreReader &reader) { return reader.events(body); };
    if (const auto *usual = std::get_if<UsualDurationQuery>(&query))
        return [body = *usual](StoreReader &reader) { return reader.usualDurations(body); };
    return
        [](StoreReader &) { return Result<Answer>(unexpected(ErrorCode::Unsupported, u"the store keeps no logs"_s)); };
}

bool Store::isPending(const QueryBody &query) const
{
    if (std::holds_alternative<SamplesQuery>(query))
        return m_pending.hasSamples();
    return std::holds_alternative<EventsQuery>(query) && m_pending.hasEvents();
}

std::optional<ExecutionDetail> Store::live(const QString &executionId) const
{
    const Snapshot &snapshot = m_hub.snapshot();
    const Execution *known = snapshot.execution(executionId);
    return known ? std::optional(ExecutionDetail{*known, snapshot.tasks.value(executionId).values()}) : std::nullopt;
}

} // namespace signalbox::core
