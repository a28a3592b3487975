// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/newest.h"

#include "widgets/controls/buttons.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

NewestFollower::NewestFollower(QScrollBar &bar) : QObject(&bar), m_bar(bar)
{
    connect(&bar, &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_quiet)
            set(value >= m_bar.maximum());
    });
    connect(&bar, &QScrollBar::rangeChanged, this, [this] {
        if (m_following)
            m_bar.setValue(m_bar.maximum());
    });
}

void NewestFollower::set(bool following)
{
    if (std::exchange(m_following, following) != following)
        Q_EMIT changed(following);
}

void NewestFollower::setFollowing(bool following)
{
    set(following);
    if (following)
        m_bar.setValue(m_bar.maximum());
}

QToolButton *makeNewestButton(NewestFollower &follower)
{
    QToolButton *button = makeButton(u"newest"_s, NewestFollower::tr("Newest"),
                                     NewestFollower::tr("Jump to the newest line and follow it"));
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    button->setSizePolicy(policy);
    button->setVisible(!follower.isFollowing());
    QObject::connect(button, &QToolButton::clicked, &follower, [&follower] { follower.setFollowing(true); });
    QObject::connect(&follower, &NewestFollower::changed, button,
                     [button](bool following) { button->setVisible(!following); });
    return button;
}

} // namespace signalbox::widgets
