// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace signalbox::widgets {

// A quiet rounded surface that groups what belongs together. GUI thread; owned by its
// parent.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    // A card that holds this alone, to its edges: a table, a log. Takes content over.
    static Card *around(QWidget *content);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace signalbox::widgets
