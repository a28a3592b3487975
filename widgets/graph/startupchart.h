// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/startup.h"

#include <QAbstractScrollArea>

namespace signalbox::widgets {

// A bar for each component of the last start-up: thin while it waited, full until it was ready, in the accent where it is
// of the longest chain. GUI thread; owned by its page.
class StartupChart final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit StartupChart(QWidget *parent = nullptr);

    void setStartup(const Startup &startup);
    QString summary() const; // "Ready after 2.1 s: db, web"

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

Q_SIGNALS:
    void activated(const QString &componentId);

private:
    int rowHeight() const;
    int nameWidth() const;
    void fitScrollBar();
    void paintBar(QPainter &painter, const QRect &row, const Startup::Bar &bar) const;

    Startup m_startup;
};

} // namespace signalbox::widgets
