// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clientframesmodel.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

int ClientFramesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_frames.size());
}

QVariant ClientFramesModel::data(const QModelIndex &index, int role) const
{
    const ClientFrame &frame = this->frame(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return format::clockTimeWithMilliseconds(frame.time);
    case Direction:
        return directionName(frame.direction);
    case Kind:
        return kindName(frame.kind);
    case Size:
        return format::bytes(frame.bytes);
    default:
        return QString(frame.text.simplified() + (frame.cut ? u"…"_s : QString()));
    }
}

QString ClientFramesModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time");
    case Direction:
        return tr("Direction");
    case Kind:
        return tr("Kind");
    case Size:
        return tr("Size");
    default:
        return tr("Content");
    }
}

void ClientFramesModel::append(const QList<ClientFrame> &frames)
{
    const int more = static_cast<int>(frames.size());
    if (more == 0)
        return;
    if (const int gone = std::min(rowCount(), rowCount() + more - bound); gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_frames.erase(m_frames.begin(), m_frames.begin() + gone);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + more - 1);
    m_frames.insert(m_frames.end(), frames.cbegin(), frames.cend());
    endInsertRows();
}

void ClientFramesModel::clear()
{
    beginResetModel();
    m_frames.clear();
    endResetModel();
}

QString ClientFramesModel::directionName(FrameDirection direction)
{
    return direction == FrameDirection::In ? tr("← received") : tr("→ sent");
}

QString ClientFramesModel::kindName(FrameKind kind)
{
    switch (kind) {
    case FrameKind::Text:
        return tr("text");
    case FrameKind::Binary:
        return tr("binary");
    case FrameKind::Ping:
        return tr("ping");
    case FrameKind::Pong:
        return tr("pong");
    case FrameKind::Close:
        return tr("close");
    }
    return {};
}

} // namespace signalbox::widgets
