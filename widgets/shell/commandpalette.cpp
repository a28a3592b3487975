// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/commandpalette.h"

#include "widgets/controls/placement.h"
#include "widgets/look/icons.h"
#include "widgets/look/theme.h"
#include "widgets/shell/rowdelegate.h"
#include "widgets/text/fuzzy.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox::widgets {

namespace {

enum PaletteRole { WhereRole = Qt::UserRole, EntryRole };
constexpr int mostShown = 60;

class EntryDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    // Where the entry belongs to.
    int paintEnd(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area,
                 const QModelIndex &index) const override
    {
        const QString where = index.data(WhereRole).toString();
        painter.setFont(widgets::font(TextStyle::Caption));
        const int width = std::min(painter.fontMetrics().horizontalAdvance(where) + 2, area.width() / 2);
        painter.drawText(area,
                         static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
                         painter.fontMetrics().elidedText(where, Qt::ElideRight, width));
        return width + spacing::small;
    }
};

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_input(new QLineEdit)
    , m_list(new QListWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    m_input->setPlaceholderText(tr("What do you want to do? Type a few letters of it."));
    m_input->setAccessibleName(m_input->placeholderText());
    m_input->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Matching commands"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_input);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_input);
    resizeWithin(*this, {grown(560), grown(380)});
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 3 * spacing::page)));
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_input, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    // The keyboard is in the line above, but what a reader should say is the entry that Return would run.
    connect(m_list, &QListWidget::currentTextChanged, m_input, &QWidget::setAccessibleDescription);
    filter({});
}

void CommandPalette::filter(const QString &pattern)
{
    struct Hit
    {
        int score;
        qsizetype entry;
    };
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (const auto match = fuzzyMatch(pattern, m_entries[i].text))
            hits.append({match->score, i});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    m_list->clear();
    for (const Hit &hit : std::as_const(hits)) {
        if (m_list->count() >= mostShown)
            break;
        const PaletteEntry &entry = m_entries[hit.entry];
        auto *item = new QListWidgetItem(icon(entry.icon), entry.text, m_list);
        item->setData(WhereRole, entry.where);
        item->setData(EntryRole, hit.entry);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const std::function<void()> act = m_entries[item->data(EntryRole).toLongLong()].act;
    close(); // first: what is done may open something itself
    act();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    // The cursor stays in the line while these walk through the list.
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int rows = m_list->count();
        const int page = std::max(1, m_list->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? page
                         : key == Qt::Key_PageUp   ? -page
                                                   : 0;
        if (step != 0 && rows > 0) {
            const int to = m_list->currentRow() + step;
            const bool wraps = std::abs(step) == 1;
            m_list->setCurrentRow(wraps ? (to + rows) % rows : std::clamp(to, 0, rows - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

// It has no frame of the desktop's, and would melt into the page below.
void CommandPalette::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(colours(palette()).line, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

int CommandPalette::count() const
{
    return m_list->count();
}

QString CommandPalette::currentText() const
{
    return m_list->currentItem() ? m_list->currentItem()->text() : QString();
}

} // namespace signalbox::widgets
