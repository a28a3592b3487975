// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/exportline.h"

#include <QSaveFile>

namespace signalbox::widgets {

ExportLine::ExportLine(QWidget *parent) : TextLabel(TextStyle::Caption, Tone::Muted, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
}

bool ExportLine::write(const QString &path, const QByteArray &bytes, const QString &done)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        tellFailure(path, file.errorString());
        return false;
    }
    setTone(Tone::Muted);
    setText(done);
    show();
    return true;
}

void ExportLine::tellFailure(const QString &path, const QString &why)
{
    setTone(Tone::Bad);
    setText(tr("Not exported to %1: %2").arg(path, why));
    show();
}

} // namespace signalbox::widgets
