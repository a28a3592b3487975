// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;

// A link whose other side is the test: applies the Changes the test gives it, records the window's Commands and
// Queries.
class FakeLink : public link::ControlLink
{
public:
    using ControlLink::ControlLink;

    const Snapshot &snapshot() const override { return m_snapshot; }
    bool isConnected() const override { return m_connected; }
    CommandId submit(CommandBody body) override
    {
        submitted.append(std::move(body));
        return u"command-%1"_s.arg(submitted.size());
    }
    QueryId ask(QueryBody body) override
    {
        asked.append(std::move(body));
        return static_cast<QueryId>(asked.size());
    }
    void followLog(const QString &id) override { followed.append(id); }
    void unfollowLog(const QString &id) override { followed.removeOne(id); }
    void followClient(const QString &id) override { followedClients.append(id); }
    void unfollowClient(const QString &id) override { followedClients.removeOne(id); }
    void followOutput(const QString &id) override { followedOutputs.append(id); }
    void unfollowOutput(const QString &id) override { followedOutputs.removeOne(id); }
    void sendInput(const QString &, const QByteArray &bytes) override { input += bytes; }
    void closeInput(const QString &) override { inputClosed = true; }

    // Called by the test, as the server's side of the link.
    void connectTo(Snapshot snapshot) // a copy: it may be the one this link has
    {
        const Snapshot replaced = std::exchange(m_snapshot, std::move(snapshot));
        m_connected = true;
        Q_EMIT connectedChanged(true);
        Q_EMIT snapshotReplaced(replaced);
    }
    void replace(Snapshot snapshot) // instead of more Changes than a window can take
    {
        const Snapshot replaced = std::exchange(m_snapshot, std::move(snapshot));
        Q_EMIT snapshotReplaced(replaced);
    }
    void loseConnection()
    {
        m_connected = false;
        Q_EMIT connectedChanged(false);
    }
    void change(ChangeBody body, Actor actor = serverActor())
    {
        const Change change{m_snapshot.number + 1, now, {}, std::move(actor), std::move(body)};
        const Replaced replaced = apply(m_snapshot, change);
        Q_EMIT changed(change, replaced);
    }
    void tick(MetricsSample sample = {})
    {
        now += m_snapshot.server.tick;
        sample.time = now;
        change(MetricsSampled{std::move(sample)});
    }
    // Completes the Command submitted last. subject: the id of what the Command was about or created.
    void complete(const std::optional<Error> &error = {}, const QString &subject = {})
    {
        Q_EMIT completed(u"command-%1"_s.arg(submitted.size()), subject, error);
    }
    void tell(const QString &secret) // as the result of the Command submitted last
    {
        Q_EMIT secretReceived(u"command-%1"_s.arg(submitted.size()), secret);
    }
    void answer(const Result<Answer> &answer) { Q_EMIT answered(static_cast<QueryId>(asked.size()), answer); }
    void refuse(const QString &why) { answer(unexpected(ErrorCode::Unsupported, why)); }
    // Answers the newest Query of this kind; false when there is none.
    template<typename T>
    bool answerLast(const Answer &answer)
    {
        for (qsizetype i = asked.size(); i-- > 0;) {
            if (std::holds_alternative<T>(asked[i])) {
                Q_EMIT answered(static_cast<QueryId>(i + 1), Result<Answer>(answer));
                return true;
            }
        }
        return false;
    }

    template<typename T>
    const T *lastCommand() const
    {
        return submitted.isEmpty() ? nullptr : std::get_if<T>(&submitted.constLast());
    }
    template<typename T>
    const T *lastQuery() const
    {
        return asked.isEmpty() ? nullptr : std::get_if<T>(&asked.constLast());
    }

    Timestamp now{Milliseconds(1'760'677'200'000)}; // 2025-10-17T05:00:00Z, as in Sutra's protocol document
    QList<CommandBody> submitted;
    QList<QueryBody> asked;
    QStringList followed;
    QStringList followedClients;
    QStringList followedOutputs;
    QByteArray input;
    bool inputClosed = false;

private:
    Snapshot m_snapshot;
    bool m_connected = false;
};

} // namespace signalbox::test
