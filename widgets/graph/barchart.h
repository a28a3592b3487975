// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/tone.h"

#include "server/model/time.h"

#include <QAbstractScrollArea>

#include <optional>

namespace signalbox::widgets {

// Durations side by side: a bar for each, thin while it waited, full while it went on. GUI thread; owned by its
// page.
class BarChart final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    struct Bar
    {
        QString id;
        QString name;
        Milliseconds wanted{}; // offsets are from the left edge
        std::optional<Milliseconds> begun{};
        std::optional<Milliseconds> ended{};
        QString took; // stands behind it
        bool isBad = false;
        std::optional<Tone> tone{};          // none: of the accent
        std::optional<Milliseconds> usual{}; // where it usually ends, as a mark

        friend bool operator==(const Bar &, const Bar &) = default;
    };

    explicit BarChart(const QString &name, QWidget *parent = nullptr);

    // length: of the whole width. summary: all of it in words, for those who hear it, and where there are no bars.
    void setBars(const QList<Bar> &bars, Milliseconds length, const QString &summary);
    const QList<Bar> &bars() const { return m_bars; }

Q_SIGNALS:
    void activated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    int rowHeight() const;
    int nameWidth() const;
    int tookWidth() const;
    void fitScrollBar();
    void paintBar(QPainter &painter, const QRect &row, const Bar &bar) const;

    QList<Bar> m_bars;
    Milliseconds m_length{};
    QString m_summary;
};

} // namespace signalbox::widgets
