// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/sidebar.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/badge.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/icons.h"
#include "widgets/pages/pagelist.h"
#include "widgets/text/format.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

enum ItemRole { Which = Qt::UserRole, Count, CountIsBad, CountIsStale };

// As high as a badge, and round for one digit.
QSize countSize(const QString &text)
{
    const QSize badge = Badge::sizeFor(text, QFont::DemiBold);
    return {std::max(badge.height(), badge.width() - spacing::small), badge.height()};
}

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = colours(option.palette);
        const bool current = option.state & QStyle::State_Selected;
        const QRectF area = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(current                                  ? c.accent
                          : option.state & QStyle::State_MouseOver ? c.neutral.fill
                                                                   : QColor(Qt::transparent));
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(area, spacing::radius - 2, spacing::radius - 2);
        if (current && option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(c.onAccent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(area.adjusted(2.5, 2.5, -2.5, -2.5), spacing::radius - 4, spacing::radius - 4);
        }
        QRect iconRect(0, 0, spacing::icon, spacing::icon);
        iconRect.moveCenter(option.rect.center());
        iconRect.moveLeft(option.rect.left() + spacing::medium);
        QRect textRect = option.rect.adjusted(2 * spacing::medium + spacing::icon, 0, -spacing::small, 0);
        iconRect = QStyle::visualRect(option.direction, option.rect, iconRect);
        textRect = QStyle::visualRect(option.direction, option.rect, textRect);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, iconRect, Qt::AlignCenter, current ? QIcon::Selected : QIcon::Normal);
        QFont font = option.font;
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(current ? c.onAccent : c.text);
        painter->drawText(textRect,
                          static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                          index.data().toString());
        paintCount(*painter, option, index, c);
        painter->restore();
    }

    static void paintCount(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const Colours &c)
    {
        const QString count = index.data(Count).toString();
        if (count.isEmpty())
            return;
        const BadgeColours &badge = index.data(CountIsStale).toBool() ? c.neutral
                                    : index.data(CountIsBad).toBool() ? c.bad
                                                                      : c.busy;
        const QRect area = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, countSize(count),
                                               option.rect.adjusted(spacing::tight, 0, -spacing::tight, 0));
        Badge::paint(painter, area, count, badge, QFont::DemiBold);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const int words = QFontMetrics(bold).horizontalAdvance(index.data().toString());
        const int room = countSize(u"9"_s).width() + spacing::small;
        return {words + 2 * spacing::medium + spacing::icon + room, option.fontMetrics.height() + spacing::large + 4};
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
    auto *mark = new QToolButton;
    mark->setIcon(icon(u"signalbox"_s));
    mark->setIconSize({22, 22});
    mark->setAutoRaise(true);
    mark->setFocusPolicy(Qt::NoFocus);
    mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *name = new TextLabel(TextStyle::Heading);
    name->setText(u"Signalbox"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(spacing::tight, 0, 0, 0);
    head->setSpacing(0);
    head->addWidget(mark);
    head->addWidget(name, 1);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QList<QKeySequence> keys = actInfo(ActId::ShowPage).keys;
    for (const PageEntry &entry : pageList()) {
        auto *item = new QListWidgetItem(icon(entry.key), entry.title, m_list);
        item->setData(Which, QVariant::fromValue(entry.id));
        item->setToolTip(tipWithKeys(entry.title, keys.takeFirst()));
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &Sidebar::chosen);
    m_list->ensurePolished();
    setFixedWidth(std::max(spacing::sidebar, m_list->sizeHintForColumn(0) + spacing::medium + spacing::tight));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::large, 0, spacing::small);
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
    setCount(PageId::Components, m_health.failedComponents(), true,
             format::failedComponents(m_health.failedComponents()));
    setCount(PageId::Executions, m_health.runningExecutions(), false,
             format::runningExecutions(m_health.runningExecutions()));
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

void Sidebar::setStale(bool stale)
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setData(CountIsStale, stale);
}

void Sidebar::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

} // namespace signalbox::widgets
