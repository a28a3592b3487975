// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowload.h"

#include <QEventLoop>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::bench {

namespace {

Execution execution(int number, Timestamp now)
{
    Execution made;
    made.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.name = u"Demo Pipeline %1"_s.arg(number);
    made.catalogueId = u"demo"_s;
    made.project = u"default"_s;
    made.owner = u"admin"_s;
    made.dialect = u"alger"_s;
    made.state = number % 9 == 0 ? ExecutionState::Failed : ExecutionState::Succeeded;
    if (made.state == ExecutionState::Failed)
        made.error = u"node 'load' ended with exit code 3"_s;
    made.createdAt = now - Milliseconds(500) * number;
    made.startedAt = made.createdAt;
    made.endedAt = made.createdAt + Milliseconds(300 + number % 700);
    made.percent = 100;
    return made;
}

MetricsSample sampleAt(Timestamp time)
{
    const double hours = static_cast<double>(time.time_since_epoch().count()) / 3.6e6;
    MetricsSample sample;
    sample.time = time;
    sample.cpuPercent = 40 + 30 * std::sin(hours * 40) + 5 * std::sin(hours * 4000);
    sample.memoryPercent = 55 + 10 * std::sin(hours * 3);
    sample.storageSizeMb = 900 + 20 * hours - std::floor(hours / 24) * 480;
    sample.queriesPerSecond = 300 + 200 * std::sin(hours * 500);
    sample.averageLatencyMs = 3 + 2 * std::sin(hours * 900);
    sample.clients = 900 + static_cast<int>(100 * std::sin(hours * 7));
    sample.runningExecutions = 8 + static_cast<int>(8 * std::sin(hours * 100));
    return sample;
}

} // namespace

QString idOf(int number)
{
    return u"id-%1"_s.arg(number, 4, 10, QChar(u'0'));
}

Snapshot filled(const Load &load, Timestamp now)
{
    Snapshot snapshot;
    snapshot.server.tick = Milliseconds(2000);
    snapshot.metrics = sampleAt(now);
    for (int i = 0; i < load.components; ++i) {
        Component component;
        component.id = component.name = idOf(i);
        component.position = i;
        component.state = ComponentState::Running;
        component.pid = 1000 + i;
        component.startedAt = now - Milliseconds(i * 1000);
        snapshot.components.insert(component.id, component);
    }
    for (int i = 0; i < load.clients; ++i) {
        Client client;
        client.id = idOf(i);
        client.dialect = u"sutra"_s;
        client.address = u"127.0.0.1:%1"_s.arg(40'000 + i);
        client.connectedAt = now - Milliseconds(i * 1000);
        snapshot.clients.insert(client.id, client);
    }
    return snapshot;
}

History::History(const Load &load, Timestamp now, const QString &directory)
    : m_store(m_hub, directory, core::Retention{})
{
    QEventLoop loop;
    m_store.open(&loop, [&loop](const Result<core::RecoveredState> &opened) {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        loop.quit();
    });
    loop.exec();
    keepExecutions(load.executions, now);
    keepSamples(now);
}

void History::keepExecutions(int count, Timestamp now)
{
    constexpr int batch = 5000;
    for (int from = 0; from < count; from += batch) {
        QEventLoop loop;
        int left = std::min(batch, count - from);
        for (int number = from; number < std::min(count, from + batch); ++number) {
            // The oldest execution first, as a server saves them.
            m_store.save(execution(count - number, now), {}, [&](const Result<void> &saved) {
                if (!saved)
                    qFatal("%s", qPrintable(saved.error().message));
                if (--left == 0)
                    loop.quit();
            });
        }
        loop.exec();
    }
}

void History::keepSamples(Timestamp now)
{
    constexpr Milliseconds day{24LL * 3'600'000};
    constexpr int batch = 250; // the Store keeps few more samples in memory
    int waiting = 0;
    for (Timestamp time = now - day; time < now; time += Milliseconds(2000)) {
        m_store.record(sampleAt(time));
        if (++waiting % batch != 0)
            continue;
        QEventLoop loop;
        m_store.ask({{}, SamplesQuery{time, time, 1, {}}}, &loop, [&loop](const Result<Answer> &) { loop.quit(); });
        loop.exec(); // the answer comes after the samples recorded before
    }
}

QueryId StoreLink::ask(QueryBody body)
{
    const QueryId id = ++m_last;
    ++m_unanswered;
    const auto reply = [this, id](const Result<Answer> &result) {
        --m_unanswered;
        Q_EMIT answered(id, result);
    };
    if (m_store && !std::holds_alternative<LogQuery>(body)) {
        m_store->ask({{u"admin"_s, Role::Admin, u"console"_s, {}}, std::move(body)}, this, reply);
    } else {
        QMetaObject::invokeMethod(
            this, [reply] { reply(unexpected(ErrorCode::Unsupported, u"no store"_s)); }, Qt::QueuedConnection);
    }
    return id;
}

Ticker::Ticker(StoreLink &link, const Load &load) : m_link(link)
{
    for (int i = 0; i < load.components; ++i)
        m_sample.components.insert(idOf(i), {1000 + i, 0.0, 10.0 + i});
    for (int i = 0; i < load.clients; ++i)
        m_figures.append({idOf(i), {}});
}

void Ticker::tick()
{
    const auto number = static_cast<int>(m_link.snapshot().number % 1000);
    MetricsSample sample = sampleAt(m_link.now);
    sample.components = std::move(m_sample.components);
    for (ComponentFigures &figures : sample.components) {
        figures.cpuPercent = static_cast<double>((figures.pid * 7 + number) % 100);
        figures.memoryMb += static_cast<double>(figures.pid % 3);
    }
    for (qsizetype i = 0; i < m_figures.size(); ++i) {
        m_figures[i].second.messagesOut += 1 + i % 3;
        m_figures[i].second.bytesOut += 500 + i;
    }
    m_sample = sample;
    m_link.tick(std::move(sample));
    m_link.change(ClientsCounted{m_figures});
}

QList<LogLine> logLines(int count, qint64 first, Timestamp now)
{
    QList<LogLine> lines;
    lines.reserve(count);
    for (int i = 0; i < count; ++i) {
        const LogLevel level = i % 5000 == 17 ? LogLevel::Error : i % 800 == 3 ? LogLevel::Warn : LogLevel::Info;
        lines.append({u"id-0000"_s, first + i, now + Milliseconds(i), level,
                      u"request %1 from 10.0.%2.%3: GET /api/status answered 200 in %4 µs, cache warm"_s.arg(first + i)
                          .arg(i % 250)
                          .arg(i % 199)
                          .arg(100 + i % 900)});
    }
    return lines;
}

} // namespace signalbox::bench
