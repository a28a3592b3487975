// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/newest.h"
#include "widgets/text/terminaltext.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace signalbox::widgets {

// What a program printed, bounded, following the newest line until one scrolls up, as the log does. However fast it prints,
// it is taken in at most twenty times a second. GUI thread; owned by its parent.
class OutputView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int mostLines = 10'000;
    static constexpr qsizetype mostBytes = 1 << 20; // between two repaints, and of a file at once

    explicit OutputView(QWidget *parent = nullptr);

    void append(const QByteArray &bytes);
    void noteLeftOut(qint64 bytes);  // a line of ours among those of the program
    void echo(const QString &typed); // a line that a person sent to the program, told apart from what that printed
    // Selects the line that the second part begins with, and shows it with what is around it.
    void appendAround(const QByteArray &before, const QByteArray &from);
    void restart(); // empty, as new
    void setEmptyText(const QString &text) { setPlaceholderText(text); }
    NewestFollower &newest() { return *m_newest; }
    void flush();

protected:
    void changeEvent(QEvent *event) override;

private:
    void insert(const QString &text, const QTextCharFormat &format = {});

    NewestFollower *m_newest;
    TerminalText m_text;
    QByteArray m_waiting;
    QTimer m_flush;
    qint64 m_leftOut = 0; // of what waits: bytes that came faster than they can be shown
};

} // namespace signalbox::widgets
