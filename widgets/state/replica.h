// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/following.h"

#include <QHash>

namespace signalbox::widgets {

// The Answer to a Query.
template<typename Question>
struct AnswerOf;
template<>
struct AnswerOf<HistoryQuery>
{
    using Type = HistoryPage;
};
template<>
struct AnswerOf<ExecutionQuery>
{
    using Type = ExecutionDetail;
};
template<>
struct AnswerOf<OutputQuery>
{
    using Type = OutputChunk;
};
template<>
struct AnswerOf<LogQuery>
{
    using Type = LogPage;
};
template<>
struct AnswerOf<SamplesQuery>
{
    using Type = SamplesPage;
};
template<>
struct AnswerOf<EventsQuery>
{
    using Type = EventsPage;
};
template<>
struct AnswerOf<BlackBoxesQuery>
{
    using Type = BlackBoxList;
};
template<>
struct AnswerOf<BlackBoxQuery>
{
    using Type = BlackBox;
};
template<>
struct AnswerOf<UsualDurationQuery>
{
    using Type = UsualDurations;
};
template<>
struct AnswerOf<FindQuery>
{
    using Type = FoundLines;
};

// A question under way. Destroyed, replaced or cancelled before the answer, it is never answered. GUI thread; owned by
// the object that asked.
class Asking final
{
public:
    Asking() = default;
    explicit Asking(std::shared_ptr<const QueryId> id) : m_id(std::move(id)) {}

    bool isUnderWay() const { return m_id && *m_id != 0; }
    void cancel() { m_id.reset(); }

private:
    std::shared_ptr<const QueryId> m_id;
};

// What the window knows of the server: the Snapshot, and what happened as one typed signal for each kind of thing, with
// the value before and after. The one place of the window that opens Changes and Answers. GUI thread; owned by
// MainWindow.
//
// before is null for what is new, now for what is gone; both are valid during the signal only. change says when it
// happened, and by whom. Signals come after the Change was applied to snapshot().
class Replica final : public QObject
{
    Q_OBJECT

public:
    explicit Replica(link::ControlLink &link, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_link.snapshot(); }
    bool isConnected() const { return m_link.isConnected(); }
    link::ControlLink &link() { return m_link; } // for Commands, and input to calls

    // answered is called once, later, unless the returned Asking is dropped before, or the connection is lost.
    template<typename Question>
    [[nodiscard]] Asking ask(Question question,
                             std::function<void(const Result<typename AnswerOf<Question>::Type> &)> answered)
    {
        return ask(QueryBody(std::move(question)), [answered = std::move(answered)](const Result<Answer> &answer) {
            using Expected = typename AnswerOf<Question>::Type;
            if (!answer)
                return answered(Unexpected{answer.error()});
            if (const auto *expected = std::get_if<Expected>(&answer.value()))
                return answered(*expected);
            answered(
                unexpected(ErrorCode::Internal, QString::fromLatin1("the server gave an answer to another question")));
        });
    }

    // What comes live until the returned Following ends. leftOut: lines or frames that came faster than they can be
    // shown. position: of the first byte, in all that was printed (OutputChunk::start says where stored output stands
    // in the same). Of what somebody else here follows already, only the rest is heard.
    [[nodiscard]] Following followLog(const QString &componentId,
                                      std::function<void(const QList<LogLine> &lines, qint64 leftOut)> hear)
    {
        return m_logs.add(componentId, std::move(hear));
    }
    [[nodiscard]] Following followClient(const QString &clientId,
                                         std::function<void(const QList<ClientFrame> &frames, qint64 leftOut)> hear)
    {
        return m_frames.add(clientId, std::move(hear));
    }
    [[nodiscard]] Following followOutput(const QString &executionId,
                                         std::function<void(qint64 position, const QByteArray &bytes)> hear)
    {
        return m_outputs.add(executionId, std::move(hear));
    }

Q_SIGNALS:
    void connectedChanged(bool connected);
    // snapshot() is a new one: first connection, reconnection, or more Changes than a busy window could take. No signal
    // was emitted for what is different in it. before: snapshot() as it was.
    void missed(const signalbox::Snapshot &before);

    void componentChanged(const signalbox::Component *before, const signalbox::Component *now,
                          const signalbox::Change &change);
    void executionChanged(const signalbox::Execution *before, const signalbox::Execution &now,
                          const signalbox::Change &change);
    void executionForgotten(const QString &id, const signalbox::Execution *before); // before: if snapshot() had it
    // execution: that the task belongs to; its counts and percent have changed with it.
    void taskChanged(const signalbox::Task *before, const signalbox::Task &now, const signalbox::Execution &execution,
                     const signalbox::Change &change);
    void agentChanged(const signalbox::Agent *before, const signalbox::Agent *now, const signalbox::Change &change);
    void instanceChanged(const signalbox::Instance *before, const signalbox::Instance *now,
                         const signalbox::Change &change);
    void scheduleChanged(const signalbox::Schedule *before, const signalbox::Schedule *now,
                         const signalbox::Change &change);
    void workerChanged(const signalbox::Worker &now);
    void clientConnected(const signalbox::Client &client, const signalbox::Change &change);
    void clientChanged(const signalbox::Client *before, const signalbox::Client &now, const signalbox::Change &change);
    void clientGone(const signalbox::Client &client, const QString &reason, const signalbox::Change &change);
    void clientsCounted(const QList<std::pair<QString, signalbox::ClientFigures>> &figures, signalbox::Timestamp time);
    void sampled(const signalbox::MetricsSample &sample, signalbox::Timestamp time);
    void catalogueChanged(const signalbox::Change &change);
    void serverChanged();
    void modeChanged(signalbox::Mode now, const signalbox::Change &change);
    // A Command of anybody was admitted and failed afterwards.
    void commandFailed(const QString &subject, const signalbox::Error &error, const signalbox::Change &change);
    void problemOccurred(const QString &error, const QString &context, const signalbox::Change &change);
    void eventHappened(const signalbox::EventEntry &entry);
    // The time of every Change, after its own signal.
    void heard(signalbox::Timestamp time);

private:
    using Answered = std::function<void(const Result<Answer> &)>;
    struct Teller;
    struct Question
    {
        std::weak_ptr<QueryId> id; // expired: nobody waits for the answer
        Answered answered;
    };

    Asking ask(QueryBody query, Answered answered);
    void answer(QueryId id, const Result<Answer> &answer);

    link::ControlLink &m_link;
    QHash<QueryId, Question> m_questions;
    Followers<QList<LogLine>, qint64> m_logs;
    Followers<QList<ClientFrame>, qint64> m_frames;
    Followers<qint64, QByteArray> m_outputs;
};

} // namespace signalbox::widgets
