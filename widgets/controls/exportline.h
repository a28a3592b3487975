// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// Writes what a page exports, and says what became of it.
class ExportLine final : public TextLabel
{
    Q_OBJECT

public:
    explicit ExportLine(QWidget *parent = nullptr);

    // All of bytes at path, or nothing. done: what is said when they are there.
    bool write(const QString &path, const QByteArray &bytes, const QString &done);
    void tellFailure(const QString &path, const QString &why); // there is nothing to be written
};

} // namespace signalbox::widgets
