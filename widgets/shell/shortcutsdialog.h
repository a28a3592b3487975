// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace signalbox::widgets {

// F1: every key there is. GUI thread; owned by MainWindow, closes itself.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);
};

} // namespace signalbox::widgets
