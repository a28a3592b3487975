// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/locallink.h"

#include <QUuid>

namespace signalbox::link {

namespace {

constexpr Milliseconds slice{8};    // of applying Changes; half a frame at 60 Hz
constexpr qsizetype unbroken = 256; // Changes between two looks at the clock

} // namespace

LocalLink::LocalLink(LinkEndpoint *endpoint, QObject *parent) : ControlLink(parent)
{
    connect(this, &LocalLink::openWanted, endpoint, &LinkEndpoint::open);
    connect(this, &LocalLink::acknowledged, endpoint, &LinkEndpoint::acknowledge);
    connect(this, &LocalLink::submitted, endpoint, &LinkEndpoint::submit);
    connect(this, &LocalLink::asked, endpoint, &LinkEndpoint::ask);
    connect(this, &LocalLink::logWanted, endpoint, &LinkEndpoint::wantLog);
    connect(this, &LocalLink::clientWanted, endpoint, &LinkEndpoint::wantClient);
    connect(this, &LocalLink::outputWanted, endpoint, &LinkEndpoint::wantOutput);
    connect(this, &LocalLink::inputSent, endpoint, &LinkEndpoint::sendInput);
    connect(this, &LocalLink::inputClosed, endpoint, &LinkEndpoint::closeInput);
    connect(endpoint, &LinkEndpoint::logLines, this, &ControlLink::logLines);
    connect(endpoint, &LinkEndpoint::clientFrames, this, &ControlLink::clientFrames);
    connect(endpoint, &LinkEndpoint::outputReceived, this, &ControlLink::outputReceived);
    connect(endpoint, &LinkEndpoint::snapshotReady, this, &LocalLink::replaceSnapshot);
    connect(endpoint, &LinkEndpoint::batchReady, this, &LocalLink::applyBatch);
    connect(endpoint, &LinkEndpoint::refused, this,
            [this](const CommandId &id, const Error &error) { complete({id, {}, error}); });
    connect(endpoint, &LinkEndpoint::secretReady, this, &ControlLink::secretReceived);
    connect(endpoint, &LinkEndpoint::completedMeanwhile, this, [this](const QList<CommandCompleted> &outcomes) {
        for (const CommandCompleted &outcome : outcomes)
            complete(outcome);
    });
    connect(endpoint, &LinkEndpoint::answered, this, &LocalLink::answer);
    connect(endpoint, &QObject::destroyed, this, &LocalLink::disconnected);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &LocalLink::goOn);
    Q_EMIT openWanted();
}

CommandId LocalLink::submit(CommandBody body)
{
    const CommandId id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_incomplete.insert(id);
    if (m_isGone)
        QMetaObject::invokeMethod(this, [this, id] { complete({id, {}, gone()}); }, Qt::QueuedConnection);
    else
        Q_EMIT submitted(id, body);
    return id;
}

QueryId LocalLink::ask(QueryBody body)
{
    const QueryId id = ++m_lastQuery;
    m_unanswered.insert(id);
    if (m_isGone)
        QMetaObject::invokeMethod(this, [this, id] { answer(id, Unexpected{gone()}); }, Qt::QueuedConnection);
    else
        Q_EMIT asked(id, body);
    return id;
}

void LocalLink::replaceSnapshot(const Snapshot &snapshot)
{
    const Snapshot replaced = std::exchange(m_snapshot, snapshot);
    Q_EMIT acknowledged();
    if (!std::exchange(m_isConnected, true))
        Q_EMIT connectedChanged(true);
    Q_EMIT snapshotReplaced(replaced);
}

void LocalLink::applyBatch(const QList<Change> &changes)
{
    m_batch = changes;
    m_applied = 0;
    goOn();
}

void LocalLink::goOn()
{
    if (applyUntil(QDeadlineTimer(slice)))
        Q_EMIT acknowledged();
    else
        m_more.start();
}

bool LocalLink::applyUntil(QDeadlineTimer deadline)
{
    while (m_applied < m_batch.size()) {
        if (m_applied > 0 && m_applied % unbroken == 0 && deadline.hasExpired())
            return false;
        const Change change = m_batch[m_applied++];
        const Replaced replaced = apply(m_snapshot, change);
        Q_EMIT changed(change, replaced);
        if (const auto *outcome = std::get_if<CommandCompleted>(&change.body))
            complete(*outcome);
    }
    m_batch.clear();
    return true;
}

void LocalLink::complete(const CommandCompleted &outcome)
{
    if (m_incomplete.remove(outcome.command))
        Q_EMIT completed(outcome.command, outcome.subject, outcome.error);
}

void LocalLink::answer(QueryId id, const Result<Answer> &answer)
{
    m_unanswered.remove(id);
    Q_EMIT answered(id, answer);
}

void LocalLink::disconnected()
{
    m_more.stop();
    (void)applyUntil(QDeadlineTimer::Forever);
    m_isGone = true;
    m_isConnected = false;
    Q_EMIT connectedChanged(false);
    for (const CommandId &id : std::exchange(m_incomplete, {}))
        Q_EMIT completed(id, {}, gone());
    for (const QueryId id : std::exchange(m_unanswered, {}))
        Q_EMIT answered(id, Result<Answer>(Unexpected{gone()}));
}

Error LocalLink::gone()
{
    return {ErrorCode::Internal, tr("the server has stopped")};
}

} // namespace signalbox::link
