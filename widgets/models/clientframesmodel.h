// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/clientframe.h"
#include "widgets/models/table.h"

#include <deque>

namespace signalbox::widgets {

// The frames of one watched client as table rows, newest last, the newest bound. GUI thread; owned by ClientInspector.
class ClientFramesModel final : public ColumnTable<const ClientFrame &>
{
    Q_OBJECT

public:
    enum Column { Time, Direction, Kind, Size, Content };
    static constexpr int bound = 5'000;

    explicit ClientFramesModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;

    void append(const QList<ClientFrame> &frames);
    void clear();
    const ClientFrame &frame(int row) const { return m_frames.at(static_cast<std::size_t>(row)); }

    static QString directionName(FrameDirection direction);
    static QString kindName(FrameKind kind);

private:
    const ClientFrame &shown(int row) const override { return frame(row); }

    std::deque<ClientFrame> m_frames;
};

} // namespace signalbox::widgets
