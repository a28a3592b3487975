// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/store.h"
#include "tests/support/fakelink.h"

#include <ctime>

namespace signalbox::bench {

// How much the window is filled with: the figures of docs/performance.md ("The window under load"), or little, to see
// that the bench works.
struct Load
{
    int components = 1000;
    int clients = 1000;
    int executions = 100'000;
    int logLines = 1'000'000;
    int rounds = 50;
    int frames = 200;

    static Load brief() { return {60, 60, 2000, 20'000, 5, 20}; }
};

QString idOf(int number);

// Components that run and clients that are connected.
Snapshot filled(const Load &load, Timestamp now);

// Executions, and a day of samples up to now, in a database as the server writes it.
class History
{
public:
    History(const Load &load, Timestamp now, const QString &directory);
    core::Store &store() { return m_store; }

private:
    void keepExecutions(int count, Timestamp now);
    void keepSamples(Timestamp now);

    core::SystemClock m_clock;
    core::Ids m_ids;
    core::Hub m_hub{m_clock, m_ids};
    core::Store m_store;
};

// A FakeLink whose Queries are answered by a real Store.
class StoreLink final : public test::FakeLink
{
public:
    QueryId ask(QueryBody body) override;
    bool isAsked() const { return m_unanswered > 0; } // a Query is not answered yet
    void setStore(core::Store *store) { m_store = store; }

private:
    core::Store *m_store = nullptr;
    QueryId m_last = 0;
    int m_unanswered = 0;
};

// Sends the Changes of one tick in which every component and client moves.
class Ticker
{
public:
    Ticker(StoreLink &link, const Load &load);
    void tick();

private:
    StoreLink &m_link;
    MetricsSample m_sample;
    QList<std::pair<QString, ClientFigures>> m_figures;
};

QList<LogLine> logLines(int count, qint64 first, Timestamp now);

// Milliseconds of processor time of this thread, so that other work of the machine is not counted.
class ThreadTimer
{
public:
    ThreadTimer() : m_start(now()) {}
    double milliseconds() const { return now() - m_start; }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    double m_start;
};

} // namespace signalbox::bench
