// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/background.h"
#include "server/core/clock.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <map>
#include <optional>

namespace signalbox::core {

// What components say of themselves (interface.md, metrics); added up over those that say anything.
struct ReportedFigures
{
    qint64 totalConcepts = 0;
    qint64 totalAssociations = 0;
    std::optional<double> queriesPerSecond; // nothing: nobody reports it
    std::optional<double> averageLatencyMs; // weighted by queries

    friend bool operator==(const ReportedFigures &, const ReportedFigures &) = default;
};

// One report, from JSON. Members that are missing, not numbers, negative or absurd are left out.
struct MetricsReport
{
    std::optional<qint64> totalConcepts;
    std::optional<qint64> totalAssociations;
    std::optional<double> queriesPerSecond;
    std::optional<double> averageLatencyMs;
    QStringList ignored; // members that are there, but no figures
};
std::optional<MetricsReport> readMetricsReport(const QByteArray &json); // nothing: no JSON object

// Reads the components' metrics files and URLs off the tick; a slow, large or lying source delays and breaks nothing, and
// one that stays silent for three ticks counts no more. Server thread; owned by Sampler.
class MetricsSources : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestReport = 64 * 1024;

    struct Source
    {
        QString componentId;
        QString file; // absolute; or empty
        QUrl url;
        friend bool operator==(const Source &, const Source &) = default;
    };

    explicit MetricsSources(Clock &clock, QObject *parent = nullptr);

    void setSources(const QList<Source> &sources, Milliseconds tick);
    // What others have left behind in their files are no figures of now.
    void setRunning(const QSet<QString> &componentIds);
    void refresh(); // asks every source of a running component that is not still being asked
    ReportedFigures sum() const;

    // Why components that run have said nothing for three ticks; each once until it speaks again.
    QStringList takeProblems();

private:
    struct State
    {
        Source source;
        std::optional<MetricsReport> report;
        std::chrono::steady_clock::time_point reportedAt{};
        bool isRunning = false;
        bool isAsked = false;
        std::chrono::steady_clock::time_point silentSince{}; // it ran, and said nothing of use
        QString problem;                                     // of the last answer; empty: none
        bool isReported = false;
        bool isWarnedOf = false; // of what was ignored
    };

    void readFile(State &state);
    void readUrl(State &state);
    void take(const QString &componentId, const QByteArray &text, const QString &problem);
    bool isOver(std::chrono::steady_clock::time_point since) const; // three ticks ago or more

    Clock &m_clock;
    Milliseconds m_tick{2000};
    std::map<QString, State> m_states;
    QNetworkAccessManager m_network;
    Background m_background;
};

} // namespace signalbox::core
