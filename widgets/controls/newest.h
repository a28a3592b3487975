// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QScrollBar;
class QToolButton;

namespace signalbox::widgets {

// Keeps the end of what grows at its end in sight, until a person scrolls away from it; scrolled back to the end, or
// told so, it follows again. GUI thread; owned by the view whose vertical scroll bar it watches.
class NewestFollower final : public QObject
{
    Q_OBJECT

public:
    explicit NewestFollower(QScrollBar &bar);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following); // on: goes to the end

    // The view moves the bar itself: no person does.
    class Quiet;
    [[nodiscard]] bool isQuiet() const { return m_quiet; }

Q_SIGNALS:
    void changed(bool following);

private:
    void set(bool following);

    QScrollBar &m_bar;
    bool m_following = true;
    bool m_quiet = false;
};

class NewestFollower::Quiet final
{
public:
    explicit Quiet(NewestFollower &follower) : m_follower(follower), m_before(std::exchange(follower.m_quiet, true)) {}
    ~Quiet() { m_follower.m_quiet = m_before; }
    Q_DISABLE_COPY_MOVE(Quiet)

private:
    NewestFollower &m_follower;
    const bool m_before;
};

// Leads back to the newest; there while it is not followed. Its place stays, so that nothing beside it moves.
QToolButton *makeNewestButton(NewestFollower &follower);

} // namespace signalbox::widgets
