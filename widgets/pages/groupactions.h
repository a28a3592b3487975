// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/refresher.h"
#include "widgets/pages/page.h"

class QAction;

namespace signalbox::widgets {

// Start, stop and restart all components, each offered while it can succeed. GUI thread; owned by its page.
class GroupActions final : public QObject
{
    Q_OBJECT

public:
    GroupActions(const Context &context, QWidget &page);

    const QList<QAction *> &list() const { return m_list; }

private:
    void add(const QString &iconName, const QString &text, const CommandBody &command);
    void refresh();

    Context m_context;
    QWidget &m_page;
    QList<QAction *> m_list;
    Refresher m_refresher;
};

} // namespace signalbox::widgets
