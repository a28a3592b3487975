// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/http/httpget.h"
#include "server/core/runtime/metrics/metricsanswer.h"
#include "server/core/work/background.h"

#include <QObject>
#include <QSet>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>

namespace signalbox::core {

// Figures that components report of themselves ([[component]] metrics), added up over those that report.
struct ReportedFigures
{
    qint64 totalConcepts = 0;
    qint64 totalAssociations = 0;
    std::optional<double> queriesPerSecond; // nothing: no component reports it
    std::optional<double> averageLatencyMs; // weighted by queries

    friend bool operator==(const ReportedFigures &, const ReportedFigures &) = default;
};

// Reads the components' metrics files and URLs between the ticks: a slow, large or wrong source delays and breaks
// nothing, and one without a report for three ticks is left out. Server thread; owned by Sampler.
class MetricsSources : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 largestReport = 1024 * 1024;

    struct Source
    {
        QString componentId;
        QString file; // absolute; or empty
        QUrl url;
        MetricsSource::Format format = MetricsSource::Format::Json;
        QStringList figures; // FigureName
        friend bool operator==(const Source &, const Source &) = default;
    };

    explicit MetricsSources(Clock &clock, QObject *parent = nullptr);

    void setSources(const QList<Source> &sources, Milliseconds tick);
    // Drops the reports of components that do not run: their files may be left from an earlier run.
    void setRunning(const QSet<QString> &componentIds);
    void refresh(); // reads every source of a running component, unless it is still being read
    ReportedFigures sum() const;
    // [[component]] figures by name, as they were told last; none once the report is older than three ticks.
    QMap<QString, double> figuresOf(const QString &componentId) const;

    // Why running components have reported nothing for three ticks; each problem once until a report comes again.
    QStringList takeProblems();

Q_SIGNALS:
    void figuresMissed(const QString &componentId, const QString &text); // see Sampler

private:
    struct State
    {
        Source source;
        QList<FigureName> figures;
        std::optional<MetricsReport> report;
        QMap<QString, double> values; // of figures
        FigureRates rates;
        QSet<QString> missed; // figures that the log has said of, in this run
        quint64 run = 0;      // an answer to an earlier run is left out
        std::chrono::steady_clock::time_point reportedAt{};
        bool isRunning = false;
        bool isAsked = false;
        std::unique_ptr<HttpGet> get;                        // until it is answered
        std::chrono::steady_clock::time_point silentSince{}; // since then it ran without a usable report
        QString problem;                                     // of the last answer; empty: none
        bool isReported = false;
        bool isWarnedOf = false; // the log has a warning about MetricsReport::ignored
    };

    void readFile(State &state);
    void readUrl(State &state);
    void take(const QString &componentId, const QByteArray &text, const QString &problem);
    void takeAnswer(State &state, const std::optional<MetricsAnswer> &answer, const QString &problem);
    void tellMissing(State &state, const FigureValues &values);
    bool isOver(std::chrono::steady_clock::time_point since) const; // three ticks ago or more

    Clock &m_clock;
    Milliseconds m_tick{2000};
    std::map<QString, State> m_states;
    Background m_background;
    Background m_reader; // of what was answered; files may hang
};

} // namespace signalbox::core
