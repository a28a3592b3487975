// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox-pages FOLDER DATE: writes the manual pages and the completions of the shells, for the build.
#include "app/completions.h"
#include "app/manpages.h"
#include "app/options.h"

#include <QDir>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox::app;

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: signalbox-pages FOLDER DATE\n", stderr);
        return BadUsage;
    }
    const QDir folder(QFile::decodeName(argv[1]));
    const QString date = QString::fromLocal8Bit(argv[2]);
    const std::pair<QString, QString> pages[] = {
        {u"signalbox.1"_s, manualOfProgram(date)}, {u"signalbox.toml.5"_s, manualOfFile(date)},
        {u"signalbox.bash"_s, bashCompletion()},   {u"_signalbox"_s, zshCompletion()},
        {u"signalbox.fish"_s, fishCompletion()},
    };
    for (const auto &[name, text] : pages) {
        QSaveFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit()) {
            std::fprintf(stderr, "signalbox-pages: cannot write %s: %s\n", qPrintable(file.fileName()),
                         qPrintable(file.errorString()));
            return CannotCreate;
        }
    }
    return CleanStop;
}
