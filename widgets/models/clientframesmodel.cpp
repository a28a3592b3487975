// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clientframesmodel.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr auto frameColumns = std::to_array<Column<const ClientFrame &>>({
    {.id = ClientFramesModel::Time,
     .title = [] { return ClientFramesModel::tr("Time"); },
     .width = 12,
     .firm = true,
     .display = [](const ClientFrame &frame) { return format::clockTimeWithMilliseconds(frame.time); }},
    {.id = ClientFramesModel::Direction,
     .title = [] { return ClientFramesModel::tr("Direction"); },
     .width = 11,
     .display = [](const ClientFrame &frame) { return ClientFramesModel::directionName(frame.direction); }},
    {.id = ClientFramesModel::Kind,
     .title = [] { return ClientFramesModel::tr("Kind"); },
     .width = 7,
     .display = [](const ClientFrame &frame) { return ClientFramesModel::kindName(frame.kind); }},
    {.id = ClientFramesModel::Size,
     .title = [] { return ClientFramesModel::tr("Size"); },
     .width = 8,
     .figure = true,
     .display = [](const ClientFrame &frame) { return format::bytes(frame.bytes); },
     .sort = [](const ClientFrame &frame) -> QVariant { return frame.bytes; }},
    {.id = ClientFramesModel::Content,
     .title = [] { return ClientFramesModel::tr("Content"); },
     .width = 20,
     .naming = true,
     .display =
         [](const ClientFrame &frame) { return QString(frame.text.simplified() + (frame.cut ? u"…"_s : QString())); }},
});
static_assert(isComplete(frameColumns));

} // namespace

ClientFramesModel::ClientFramesModel(QObject *parent) : ColumnTable(frameColumns, parent)
{
}

int ClientFramesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_frames.size());
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
