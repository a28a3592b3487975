// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/newest.h"
#include "widgets/live/loglines.h"
#include "widgets/live/logrow.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace signalbox::widgets {

// Shows log lines as they come, of one source or of several merged by time. Follows the newest by itself, stops following when one scrolls up or goes to an older
// line, resumes at the bottom; nothing else moves what is being read: not lines that go at the front, not a filter.
// Paints visible rows only. GUI thread; owned by LogPanel.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    const LogLines &lines() const { return m_lines; }
    // The same log read again keeps what is being read and selected, another one is followed.
    void replace(const QList<LogLine> &lines);
    // source: see LogLines::append()
    void append(const QList<LogLine> &lines, const QString &source = {});
    // By LogLine::componentId, where lines are of several sources; empty: no line says whose it is.
    void setLooks(const QHash<QString, LogLook> &looks);
    void setBound(int lines);
    void setFilter(LogLevel least, const QString &onlyWith);
    void setShowTimes(bool show);
    // Long lines go on below, instead of beyond the edge; what would be higher than the view is cut.
    void setWraps(bool wraps);

    // What is being read, by its lines: rows change with the filter.
    struct Place
    {
        std::optional<LogPlace> fixed; // stays where it is on the screen; none: the newest is followed
        int below = 0;                 // rows above it
        std::optional<LogPlace> anchor;
        std::optional<LogPlace> current;
        std::optional<LogPlace> seen; // the newest line when it stopped following
        bool isFollowing = true;
    };
    Place place() const;
    void goBackTo(const Place &place); // of the same log, read again

    NewestFollower &newest() { return *m_newest; }
    // Marks the text everywhere; findNext() goes to the next row with it, wrapping around.
    void setSearch(const QString &text);
    bool findNext(bool backwards = false);
    struct Matches
    {
        int count = 0;    // shown lines with the text
        int position = 0; // of the current line among them, from 1; 0: it is none of them
    };
    Matches matches() const;
    // Lines that came below what is being read since it stopped following.
    int newLines() const { return m_newLines; }
    // Selects the newest warning or error, else the newest line: what explains a failure.
    // known: its number, where the server knows it.
    void revealExplanation(std::optional<qint64> known = {});
    // Selects that line; false: it is not shown.
    bool reveal(const QString &source, qint64 number);
    QString selectedText() const;
    int currentRow() const { return m_current; }
    // What stands there instead of lines; when a filter hides them all, that.
    void setEmptyText(const QString &text);
    QString emptyText() const;

Q_SIGNALS:
    void newLinesChanged(int count);
    void activated(const signalbox::LogLine &line); // Return, or a double click

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    int rowHeight() const;
    LogRowStyle rowStyle() const;
    int heightOf(int row) const;
    int rowsFrom(int top) const;  // that are in view as a whole, when this one is the first; at least one
    int topFor(int bottom) const; // the first row in view when this one is the last
    int visibleRows() const { return rowsFrom(verticalScrollBar()->value()); }
    int rowAt(int y) const;
    bool isInView(int row) const;
    void fitScrollBars();
    void fitWidth();
    void scrollTo(int top);
    void holdStill(bool still);
    void countNew();
    void setNewLines(int count);
    void restore(const Place &place);
    void goTo(int row);
    void moveTo(int row, bool extend);
    bool moveBy(int key, bool extend);
    void tellCurrent();
    void selectAll();
    void copy() const;
    void widen(const QList<LogLine> &lines);

    NewestFollower *m_newest;
    LogLines m_lines;
    QHash<QString, LogLook> m_looks;
    QString m_search;
    QString m_emptyText;
    int m_anchor = -1; // rows of the selection
    int m_current = -1;
    int m_longest = 0; // characters
    int m_widest = 0;  // pixels, of the lines seen that are not Latin
    int m_newLines = 0;
    std::optional<LogPlace> m_seen; // the newest line when it stopped following
    std::optional<Place> m_place;   // before the first filter, until one moves: filters come and go letter by letter
    bool m_showTimes = true;
    bool m_wraps = false;
};

} // namespace signalbox::widgets
