// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidebar.h"

#include "widgets/card.h"
#include "widgets/controls.h"
#include "widgets/icons.h"
#include "widgets/pages/pagelist.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace signalbox::widgets {

namespace {

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
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        const int words = QFontMetrics(bold).horizontalAdvance(index.data().toString());
        return {words + 3 * spacing::medium + spacing::icon, option.fontMetrics.height() + spacing::large + 4};
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
    , m_settings(makeButton(QStringLiteral("settings"), tr("Settings")))
    , m_themes(new QActionGroup(this))
{
    auto *mark = new QToolButton;
    mark->setIcon(icon(QStringLiteral("signalbox")));
    mark->setIconSize({22, 22});
    mark->setAutoRaise(true);
    mark->setFocusPolicy(Qt::NoFocus);
    mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *name = new TextLabel(TextStyle::Heading);
    name->setText(QStringLiteral("Signalbox"));
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
    int number = 1;
    for (const PageEntry &entry : pageList()) {
        auto *item = new QListWidgetItem(icon(entry.key), entry.title, m_list);
        item->setToolTip(tr("%1 (Ctrl+%2)", "page, number").arg(entry.title).arg(number++));
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

void Sidebar::setCurrent(int page)
{
    m_list->setCurrentRow(page);
}

} // namespace signalbox::widgets
