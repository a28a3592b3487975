// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"

#include <QMultiHash>

#include <functional>
#include <memory>

namespace signalbox::widgets {

// A live stream that is followed. Destroyed, replaced or ended, nothing more of it is heard. Off by itself when the
// connection was lost: the new one follows nothing yet. GUI thread; owned by the object that follows.
class Following final
{
public:
    struct Token
    {
        std::function<void(const Token &)> end; // not set: it is off

        ~Token()
        {
            if (end)
                end(*this);
        }
    };

    Following() = default;
    explicit Following(std::shared_ptr<const Token> token) : m_token(std::move(token)) {}

    bool isOn() const { return m_token && m_token->end; }
    void end() { m_token.reset(); }

private:
    std::shared_ptr<const Token> m_token;
};

// The streams of one kind (logs, outputs, frames): the link is told once that a stream is followed, however many follow
// it, and that it no longer is when the last one has ended. GUI thread; a part of Replica.
template<typename... Heard>
class Followers final
{
public:
    using Tell = void (link::ControlLink::*)(const QString &id);
    using Hear = std::function<void(const Heard &...)>;

    Followers(link::ControlLink &link, Tell follow, Tell unfollow)
        : m_link(link)
        , m_follow(follow)
        , m_unfollow(unfollow)
    {
    }
    ~Followers() { forget(); }
    Q_DISABLE_COPY_MOVE(Followers)

    Following add(const QString &id, Hear hear)
    {
        const bool isFirst = !m_followers.contains(id);
        auto token = std::make_shared<Following::Token>();
        token->end = [this, id](const Following::Token &ended) { remove(id, ended); };
        m_followers.insert(id, {token.get(), token, std::move(hear)});
        if (isFirst)
            (m_link.*m_follow)(id);
        return Following(std::move(token));
    }

    void tell(const QString &id, const Heard &...heard) const
    {
        const QList<Follower> followers = m_followers.values(id); // hearing may end a following, or begin one
        for (const Follower &follower : followers) {
            if (const auto held = follower.token.lock())
                follower.hear(heard...);
        }
    }

    // The link follows nothing any more.
    void forget()
    {
        const auto followers = std::exchange(m_followers, {});
        for (const Follower &follower : followers) {
            if (const auto held = follower.token.lock())
                held->end = nullptr;
        }
    }

private:
    struct Follower
    {
        const Following::Token *id; // also of a token that is being destroyed
        std::weak_ptr<Following::Token> token;
        Hear hear;
    };

    void remove(const QString &id, const Following::Token &ended)
    {
        m_followers.removeIf([&](auto follower) { return follower.key() == id && follower.value().id == &ended; });
        if (!m_followers.contains(id))
            (m_link.*m_unfollow)(id);
    }

    link::ControlLink &m_link;
    const Tell m_follow;
    const Tell m_unfollow;
    QMultiHash<QString, Follower> m_followers;
};

} // namespace signalbox::widgets
