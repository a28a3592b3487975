// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace signalbox::core {

// One receiver's hold on one live stream. Server thread; owned by the receiver, which destroys it to hear no more.
class Following
{
public:
    virtual ~Following() = default;

    // Streams with back-pressure hold their source back meanwhile, others go on.
    virtual void setPaused(bool /*paused*/) {}
};
using Follow = std::unique_ptr<Following>;

// The receivers of streams that come in batches of Items, by the id of the stream. A Follow may outlive it, and may be
// taken and destroyed while a batch is being delivered. Server thread; owned by the source of the streams.
template<typename Item>
class Followers
{
public:
    using Receive = std::function<void(const QList<Item> &items, qint64 leftOut)>;
    // A stream got its first receiver, or lost its last one.
    using FollowedChanged = std::function<void(const QString &id, bool followed)>;

    explicit Followers(FollowedChanged followedChanged = [](const QString &, bool) {})
        : m_state(std::make_shared<State>(State{{}, std::move(followedChanged)}))
    {
    }

    bool contains(const QString &id) const { return m_state->receivers.contains(id); }

    Follow add(const QString &id, Receive receive)
    {
        const auto added = std::make_shared<const Receive>(std::move(receive));
        QList<std::weak_ptr<const Receive>> &receivers = m_state->receivers[id];
        receivers.append(added);
        if (receivers.size() == 1)
            m_state->followedChanged(id, true);
        return std::make_unique<Held>(m_state, id, added);
    }

    void deliver(const QString &id, const QList<Item> &items, qint64 leftOut) const
    {
        const QList<std::weak_ptr<const Receive>> receivers = m_state->receivers.value(id);
        for (const auto &each : receivers) {
            if (const auto receive = each.lock())
                (*receive)(items, leftOut);
        }
    }

private:
    struct State
    {
        QHash<QString, QList<std::weak_ptr<const Receive>>> receivers;
        FollowedChanged followedChanged;
    };

    class Held final : public Following
    {
    public:
        Held(const std::shared_ptr<State> &state, QString id, std::shared_ptr<const Receive> receive)
            : m_state(state)
            , m_id(std::move(id))
            , m_receive(std::move(receive))
        {
        }

        ~Held() override
        {
            const auto state = m_state.lock();
            if (!state)
                return;
            const auto receivers = state->receivers.find(m_id);
            receivers->removeIf([this](const std::weak_ptr<const Receive> &each) { return each.lock() == m_receive; });
            if (!receivers->isEmpty())
                return;
            state->receivers.erase(receivers);
            state->followedChanged(m_id, false);
        }

    private:
        std::weak_ptr<State> m_state;
        QString m_id;
        std::shared_ptr<const Receive> m_receive;
    };

    std::shared_ptr<State> m_state;
};

} // namespace signalbox::core
