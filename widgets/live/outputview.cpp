// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/outputview.h"

#include "widgets/look/theme.h"
#include "widgets/text/format.h"

#include <QEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

OutputView::OutputView(QWidget *parent) : QPlainTextEdit(parent), m_newest(new NewestFollower(*verticalScrollBar()))
{
    setReadOnly(true);
    setLayoutDirection(Qt::LeftToRight); // what programs print is read from the left in every language
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(mostLines);
    setFrameShape(QFrame::NoFrame);
    setFont(widgets::font(TextStyle::Mono));
    setTabChangesFocus(true);
    setAccessibleName(tr("Output"));
    setAccessibleDescription(tr("Follows the newest line. Scrolling up stops that, Ctrl+End resumes it."));
    document()->setDocumentMargin(spacing::small);
    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &OutputView::flush);
}

void OutputView::append(const QByteArray &bytes)
{
    m_waiting += bytes;
    if (m_waiting.size() > mostBytes) {
        const qsizetype excess = m_waiting.size() - mostBytes;
        m_leftOut += excess;
        m_waiting.remove(0, excess);
    }
    if (!m_flush.isActive())
        m_flush.start();
}

void OutputView::noteLeftOut(qint64 bytes)
{
    flush();
    insert((document()->isEmpty() ? QString() : u"\n"_s) + tr("[%1 left out here]").arg(format::bytes(bytes)) + u'\n');
}

// Behind the prompt that it answers. No program sees a terminal that would echo.
void OutputView::echo(const QString &typed)
{
    flush();
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontItalic(true);
    insert(u"› "_s + typed + u'\n', format);
    m_text.beginLine();
}

void OutputView::flush()
{
    m_flush.stop();
    if (const qint64 lost = std::exchange(m_leftOut, 0); lost > 0) {
        QByteArray rest = std::exchange(m_waiting, {}); // came after it
        noteLeftOut(lost);
        m_waiting = std::move(rest);
    }
    if (!m_waiting.isEmpty())
        insert(m_text.feed(std::exchange(m_waiting, {})));
}

void OutputView::insert(const QString &text, const QTextCharFormat &format)
{
    const NewestFollower::Quiet quiet(*m_newest);
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(text, format); // without one it would look like what stands before it
    bar->setValue(m_newest->isFollowing() ? bar->maximum() : std::min(before, bar->maximum()));
}

void OutputView::appendAround(const QByteArray &before, const QByteArray &from)
{
    m_newest->setFollowing(false);
    append(before);
    flush();
    QTextCursor mark(document());
    mark.movePosition(QTextCursor::End);
    mark.setKeepPositionOnInsert(true);
    append(from);
    flush();
    mark.setPosition(mark.position()); // its anchor went along
    mark.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    const NewestFollower::Quiet quiet(*m_newest);
    setTextCursor(mark);
    centerCursor();
}

void OutputView::restart()
{
    m_flush.stop();
    m_waiting.clear();
    m_text = TerminalText();
    m_leftOut = 0;
    clear();
    m_newest->setFollowing(true);
}

void OutputView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(widgets::font(TextStyle::Mono));
}

} // namespace signalbox::widgets
