// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace signalbox::core {

// What a file of `environment_file` says (docs/interface.md, "Configuration", has its grammar), up to the first mistake.
struct EnvironmentFile
{
    QMap<QString, QString> variables;
    int line = 0;    // of the mistake, from 1; 0: there is none
    QString mistake; // what is wrong (what to do), never a value
};

bool isVariableName(QStringView name); // letters, digits and _, not beginning with a digit

// Pure. `text` may be anything (fuzzed).
EnvironmentFile readEnvironmentFile(const QByteArray &text);

} // namespace signalbox::core
