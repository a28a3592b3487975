// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/config/config.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/process/processspec.h"
#include "server/core/runtime/supervision/notice.h"

#include <QObject>

namespace signalbox::core {

struct HttpAnswer;

// Finds out whether one run of a component can do its work: [[component]] ready, until it passes, and health, from then
// on (docs/model.md, "Probes").
// Server thread; owned by ManagedComponent.
class Probe : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Ready, Health };

    static constexpr Milliseconds strangerPause{1000}; // while another program holds the port
    static constexpr Milliseconds lookPause{1000};     // at one that has been silent for too long
    static constexpr qsizetype mostBody = 64 * 1024;   // of an answer over HTTP

    // What is probed. All outlive the Probe.
    struct Subject
    {
        QString id;
        LogBook &logs;
        Clock &clock;
        ProcessSpec surroundings; // of its own process: what a command is run in
    };

    // Of `ready` to be made before the process is started, so that nothing it prints is missed.
    Probe(Kind kind, const ProbeConfig &config, const Subject &subject);
    ~Probe() override;

    // Once its process runs. treeRoot: of the component's processes; a port makes it ready only if one of these listens there.
    // firstPause: before the first of several tries.
    void begin(qint64 treeRoot, Milliseconds firstPause = {});
    void take(const Notice &notice); // that the component has given

    const ProbeConfig &config() const { return m_config; }
    Milliseconds interval() const;
    // Why the component is not ready yet, for people: "no line with 'ready' was printed".
    Reason description() const;

Q_SIGNALS:
    // Of `ready`: once. Of `health`: after failed(), when it is so no longer.
    void passed();
    // Of `health` alone: it is degraded, why, how often and since when, for people; again when it is for another reason.
    void failed(const signalbox::Reason &text);

private:
    void tryOnce();
    void tryAgain(Milliseconds pause);
    void conclude(QObject *attempt, const Reason &problem, Milliseconds pause);
    void connectTo(QObject *attempt, bool overV6);
    void connected(QObject *attempt, bool overV6, int error);
    void answered(QObject *attempt);
    void request(QObject *attempt, Milliseconds timeout);
    bool isAwaited(int status) const;
    Reason problemOf(const HttpAnswer &answer, Milliseconds timeout) const;
    void run(QObject *attempt);
    void lookAtLog();
    void watch();
    void saySilence(std::chrono::steady_clock::time_point since);
    std::chrono::steady_clock::time_point lastSign() const;
    Timestamp wallTime(std::chrono::steady_clock::time_point steady) const;
    void pass();
    void fail(const Reason &problem);

    const Kind m_kind;
    const ProbeConfig m_config;
    const Subject m_subject;
    qint64 m_treeRoot = 0;
    QObject *m_attempt = nullptr; // parent of all that belongs to the try under way; null: none is
    std::chrono::steady_clock::time_point m_lastSign{};
    bool m_isSeen = false; // the awaited line, in this interval
    bool m_isOver = false; // of `ready`: it has passed
    int m_failures = 0;    // in a row
    Timestamp m_failingSince{};
    Reason m_problem;  // of the last try; empty: none has failed
    Reason m_reported; // that failed() told; empty: it did not
    Reason m_stranger; // that holds the port, for people
};

} // namespace signalbox::core
