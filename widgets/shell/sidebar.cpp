// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/sidebar.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/badge.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/pages/pagelist.h"
#include "widgets/shell/rowdelegate.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

enum ItemRole { Which = Qt::UserRole, Count, CountIsBad };

// As high as a badge, and round for one digit.
QSize countSize(const QString &text)
{
    const QSize badge = Badge::sizeFor(text, QFont::DemiBold);
    return {std::max(badge.height(), badge.width() - spacing::small), badge.height()};
}

class PageDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return RowDelegate::sizeHint(option, index) + QSize(countSize(u"9"_s).width(), spacing::tight);
    }

protected:
    // How many of something the page has.
    int paintEnd(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QModelIndex &index) const override
    {
        const QString count = index.data(Count).toString();
        if (count.isEmpty())
            return 0;
        const Colours &c = colours(option.palette);
        const BadgeColours &badge = option.widget && isStale(*option.widget) ? c.neutral
                                    : index.data(CountIsBad).toBool()        ? c.bad
                                                                             : c.busy;
        const int closer = option.direction == Qt::RightToLeft ? -spacing::tight : spacing::tight;
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, countSize(count),
                                                area.translated(closer, 0));
        Badge::paint(painter, place, count, badge, QFont::DemiBold);
        return place.width();
    }
};

} // namespace

Sidebar::Sidebar(const ServerHealth &health, QWidget *parent)
    : QWidget(parent)
    , m_health(health)
    , m_list(new QListWidget)
    , m_settings(makeButton(u"settings"_s, tr("Settings")))
    , m_themes(new QActionGroup(this))
{
    auto *name = new TextLabel(TextStyle::Heading);
    name->setText(u"Signalbox"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(isRightToLeft() ? 0 : spacing::tight, 0, isRightToLeft() ? spacing::tight : 0, 0);
    head->setSpacing(0);
    head->addWidget(makeMark(22));
    head->addWidget(name, 1);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PageDelegate(m_list));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QList<QKeySequence> keys = actInfo(ActId::ShowPage).keys;
    for (const PageEntry &entry : pageList()) {
        auto *item = new QListWidgetItem(icon(entry.key), entry.title, m_list);
        item->setData(Which, QVariant::fromValue(entry.id));
        item->setToolTip(plain(tipWithKeys(entry.title, keys.takeFirst())));
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &Sidebar::chosen);
    m_list->ensurePolished();
    setFixedWidth(std::max(spacing::sidebar, m_list->sizeHintForColumn(0) + spacing::medium + spacing::tight));

    auto *layout = new QVBoxLayout(this);
    const bool isMirrored = isRightToLeft(); // margins are not by themselves
    layout->setContentsMargins(isMirrored ? 0 : spacing::medium, spacing::large, isMirrored ? spacing::medium : 0,
                               spacing::small);
    layout->setSpacing(spacing::medium);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    addThemeMenu();
    layout->addWidget(m_settings, 0, Qt::AlignLeft);
    connect(&health, &ServerHealth::changed, this, &Sidebar::refreshCounts);
    refreshCounts();
}

void Sidebar::refreshCounts()
{
    setCount(PageId::Components, m_health.failedComponents() + m_health.degradedComponents(), true, m_health.trouble());
    setCount(PageId::Executions, m_health.unfinishedExecutions(), false, m_health.executions());
}

void Sidebar::addThemeMenu()
{
    auto *menu = new QMenu(m_settings);
    menu->addSection(tr("Appearance"));
    for (const auto &[mode, text] :
         {std::pair(ThemeMode::System, tr("Like the desktop")), std::pair(ThemeMode::Light, tr("Light")),
          std::pair(ThemeMode::Dark, tr("Dark"))}) {
        QAction *action = menu->addAction(text, this, [this, mode = mode] { Q_EMIT themeChosen(mode); });
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        m_themes->addAction(action);
    }
    m_settings->setMenu(menu);
    m_settings->setPopupMode(QToolButton::InstantPopup);
}

void Sidebar::setThemeMode(ThemeMode mode)
{
    const QList<QAction *> actions = m_themes->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(mode));
}

// How many of something a page has: drawn behind its name, gone when 0. words: the same for a screen reader.
void Sidebar::setCount(PageId page, int count, bool isBad, const QString &words)
{
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const QString text = count > 0 ? format::count(count) : QString();
        if (item->data(Which).value<PageId>() != page || item->data(Count).toString() == text)
            continue;
        item->setData(Count, text);
        item->setData(CountIsBad, isBad);
        item->setData(Qt::AccessibleTextRole,
                      count > 0 ? tr("%1, %2", "page, what it has").arg(item->text(), words) : item->text());
    }
}

void Sidebar::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

} // namespace signalbox::widgets
