// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"
#include "server/link/linkendpoint.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QTimer>

namespace signalbox::link {

// A window's link to a server in this process. Lives on the window's thread; owned by app/desktop.
// Everything crosses in queued signals that carry model values. A batch that takes long is applied over several turns
// of the event loop, so that the window stays usable.
class LocalLink final : public ControlLink
{
    Q_OBJECT

public:
    // endpoint lives on the server thread; when it goes away this link becomes disconnected.
    explicit LocalLink(LinkEndpoint *endpoint, QObject *parent = nullptr);

    const Snapshot &snapshot() const override { return m_snapshot; }
    bool isConnected() const override { return m_isConnected; }
    CommandId submit(CommandBody body) override;
    QueryId ask(QueryBody body) override;
    void followLog(const QString &componentId) override { Q_EMIT logWanted(componentId, true); }
    void unfollowLog(const QString &componentId) override { Q_EMIT logWanted(componentId, false); }
    void followClient(const QString &clientId) override { Q_EMIT clientWanted(clientId, true); }
    void unfollowClient(const QString &clientId) override { Q_EMIT clientWanted(clientId, false); }
    void followOutput(const QString &executionId) override { Q_EMIT outputWanted(executionId, true); }
    void unfollowOutput(const QString &executionId) override { Q_EMIT outputWanted(executionId, false); }
    void sendInput(const QString &executionId, const QByteArray &bytes) override
    {
        Q_EMIT inputSent(executionId, bytes);
    }
    void closeInput(const QString &executionId) override { Q_EMIT inputClosed(executionId); }

Q_SIGNALS:
    // To the LinkEndpoint.
    void openWanted();
    void acknowledged();
    void submitted(const signalbox::CommandId &id, const signalbox::CommandBody &body);
    void asked(signalbox::QueryId id, const signalbox::QueryBody &query);
    void logWanted(const QString &componentId, bool wanted);
    void clientWanted(const QString &clientId, bool wanted);
    void outputWanted(const QString &executionId, bool wanted);
    void inputSent(const QString &executionId, const QByteArray &bytes);
    void inputClosed(const QString &executionId);

private:
    void replaceSnapshot(const Snapshot &snapshot);
    void applyBatch(const QList<Change> &changes);
    void goOn();
    bool applyUntil(QDeadlineTimer deadline); // whether all of the batch is applied
    void complete(const CommandCompleted &outcome);
    void answer(QueryId id, const Result<Answer> &answer);
    void disconnected();
    static Error gone();

    Snapshot m_snapshot;
    QList<Change> m_batch; // applied up to m_applied
    qsizetype m_applied = 0;
    QTimer m_more;
    bool m_isConnected = false;
    bool m_isGone = false; // the endpoint was destroyed: Commands and Queries fail at once
    QSet<CommandId> m_incomplete;
    QSet<QueryId> m_unanswered;
    QueryId m_lastQuery = 0;
};

} // namespace signalbox::link
