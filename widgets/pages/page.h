// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/samplehistory.h"
#include "widgets/controls/refresher.h"
#include "widgets/state/context.h"
#include "widgets/state/pageid.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QSettings;
class QSplitter;
class QVBoxLayout;

namespace signalbox::widgets {

// What every page works with; all of it outlives the pages.
struct PageContext : Context
{
    const SampleHistory &history;
};

// One page of the sidebar. Built when first shown, kept afterwards: filters and selection stay as they were.
// GUI thread; owned by MainWindow.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    // Somebody came here because of this one; empty: just the page.
    virtual void reveal(const QString &subject);
    virtual void find() {} // Ctrl+F
    void takeFocus();      // to what one comes here for: the table where there is one
    // In a group of the settings that belongs to this page.
    virtual void save(QSettings &) const {}
    virtual void restore(QSettings &) {}
    // Panes, columns and their order as they were built; noteLayout() comes before restore(). What is filtered stays.
    void noteLayout();
    virtual void resetLayout();

Q_SIGNALS:
    void wanted(signalbox::widgets::PageId page, const QString &subject);

protected:
    // The title on the left, room for tools on the right.
    QHBoxLayout *addHeader(const QString &title);
    QVBoxLayout *body() { return m_body; }
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
    QVBoxLayout *m_body;
    QHash<QSplitter *, QByteArray> m_panes; // as they were built
};

} // namespace signalbox::widgets
