// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/pagestack.h"

#include <QEvent>
#include <QStackedWidget>

namespace signalbox::widgets {

namespace {

// Needs as much room as the page that is shown; a QStackedWidget alone, as the largest of all.
class Holder final : public QWidget
{
public:
    explicit Holder(QStackedWidget &pages) : m_pages(pages) { pages.setParent(this); }

    QSize minimumSizeHint() const override
    {
        return m_pages.currentWidget() ? m_pages.currentWidget()->minimumSizeHint() : QSize(0, 0);
    }
    QSize sizeHint() const override { return minimumSizeHint(); }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QWidget::event(event);
    }
    void resizeEvent(QResizeEvent *) override { m_pages.setGeometry(rect()); }

private:
    QStackedWidget &m_pages;
};

} // namespace

PageStack::PageStack(QWidget *parent) : QScrollArea(parent), m_pages(new QStackedWidget)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    auto *holder = new Holder(*m_pages);
    setWidget(holder);
    holder->setAutoFillBackground(false); // set by setWidget()
    viewport()->setAutoFillBackground(false);
    connect(m_pages, &QStackedWidget::currentChanged, holder, [holder] { holder->updateGeometry(); });
}

void PageStack::addWidget(QWidget *page)
{
    m_pages->addWidget(page);
}

void PageStack::setCurrentWidget(QWidget *page)
{
    m_pages->setCurrentWidget(page);
}

QWidget *PageStack::currentWidget() const
{
    return m_pages->currentWidget();
}

} // namespace signalbox::widgets
