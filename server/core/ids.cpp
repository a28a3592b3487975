// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/ids.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

namespace signalbox::core {

QString Ids::next()
{
    constexpr int countBits = 12;
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    m_last = std::max(m_last + 1, now << countBits); // + 1 also when the clock was set back or a millisecond is full
    const quint64 time = m_last >> countBits;
    const quint64 random = QRandomGenerator::system()->generate64();
    const auto octet = [random](int index) { return static_cast<uchar>(random >> (8 * index)); };
    const QUuid made(static_cast<uint>(time >> 16), static_cast<ushort>(time),
                     static_cast<ushort>(0x7000 | (m_last & 0x0fff)), static_cast<uchar>(0x80 | (octet(7) & 0x3f)),
                     octet(6), octet(5), octet(4), octet(3), octet(2), octet(1), octet(0));
    return made.toString(QUuid::WithoutBraces);
}

QString Ids::secret()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces); // of QRandomGenerator::system()
}

} // namespace signalbox::core
