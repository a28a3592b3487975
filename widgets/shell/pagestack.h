// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QStackedWidget;

namespace signalbox::widgets {

// The pages, of which one is shown. A window that is smaller than that page needs scrolls it, so that the window fits any
// screen. GUI thread; owned by the window.
class PageStack final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    void addWidget(QWidget *page);
    void setCurrentWidget(QWidget *page);
    QWidget *currentWidget() const;
    QSize minimumSizeHint() const override { return {360, 240}; }

private:
    QStackedWidget *m_pages;
};

} // namespace signalbox::widgets
