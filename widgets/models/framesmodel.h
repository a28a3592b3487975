// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/clientframe.h"

#include <QAbstractTableModel>

#include <deque>

namespace signalbox::widgets {

// The frames of one watched client as table rows, newest last, the newest bound. GUI thread; owned by FramePanel.
class FramesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Direction, Kind, Size, Content, ColumnCount };
    static constexpr int bound = 5'000;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void append(const QList<ClientFrame> &frames);
    void clear();
    const ClientFrame &frame(int row) const { return m_frames.at(static_cast<std::size_t>(row)); }

    static QString directionName(FrameDirection direction);
    static QString kindName(FrameKind kind);

private:
    std::deque<ClientFrame> m_frames;
};

} // namespace signalbox::widgets
