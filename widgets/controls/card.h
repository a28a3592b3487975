// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/look/theme.h"

#include <QLabel>
#include <QLayout>
#include <QWidget>

namespace signalbox::widgets {

// A quiet rounded surface that groups what belongs together. GUI thread; owned by its parent, as are all
// below.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

// A label that takes its type size and colour from the theme and keeps them when the theme changes.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Tone { Normal, Muted, Bad, Busy };

    explicit TextLabel(TextStyle style, Tone tone = Tone::Normal, QWidget *parent = nullptr);
    void setTone(Tone tone);
    // One line, cut with an ellipsis where it does not fit; the whole text is the tool tip.
    void setElided(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void elide();

    TextStyle m_style;
    Tone m_tone;
    QString m_whole;
};

// A figure that changes at every tick. Its room is that of the widest so far, so that a new figure is painted and
// nothing is laid out again: that made up half of a tick of the overview (docs/performance.md, "The window under load").
// Its accessible name says what the figure is of; the figure is its accessible value, read on request only.
class LiveLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit LiveLabel(TextStyle style, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void showText(const QString &text);
    QString shownText() const { return m_shown; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using TextLabel::setElided;
    using TextLabel::setText;
    using TextLabel::text;
    void fitRoom();

    QString m_shown;
    int m_room = 0;
};

// A state in a word on its colour.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    void show(ComponentState state);
    void show(ExecutionState state);
    void setStale(bool stale); // the word stays, its colour goes
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // The word is cut with an ellipsis where rect is too small for it.
    static void paint(QPainter &painter, const QRect &rect, const QString &text, const BadgeColours &colours,
                      QFont::Weight weight = QFont::Medium);
    static QSize sizeFor(const QString &text, QFont::Weight weight = QFont::Medium);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(const QString &text, const BadgeColours Colours::*member);

    QString m_text;
    const BadgeColours Colours::*m_member = &Colours::neutral;
    bool m_stale = false;
};

// Equal columns, as many as fit: cards reflow with the window.
class CardGrid final : public QLayout
{
    Q_OBJECT

public:
    CardGrid(int minimumColumnWidth, int maximumColumns, QWidget *parent = nullptr);
    ~CardGrid() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    void moveWidget(QWidget *widget, int to);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        return arrange(QRect(0, 0, width, 0).marginsRemoved(contentsMargins()), false);
    }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
    int m_minimumColumnWidth;
    int m_maximumColumns;
};

} // namespace signalbox::widgets
