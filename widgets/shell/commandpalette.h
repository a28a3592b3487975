// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QListWidget;

namespace signalbox::widgets {

// One thing the palette can do.
struct PaletteEntry
{
    QString text;
    QString where; // in muted words: which page, or why now
    QString icon;
    std::function<void()> act;
};

// Everything that can be done, found by typing a few characters of it: for hands that stay on the keyboard.
// GUI thread; owned by MainWindow, closes itself.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(QList<PaletteEntry> entries, QWidget *parent = nullptr);

    QLineEdit &input() { return *m_input; }
    int count() const;
    QString currentText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter(const QString &pattern);
    void run();

    QList<PaletteEntry> m_entries;
    QLineEdit *m_input;
    QListWidget *m_list;
};

} // namespace signalbox::widgets
