// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configcodecs.h"
#include "server/model/result.h"

#include <functional>

// One configuration in several files: `include`, `like`, `environment_file` (docs/interface.md, "Configuration").

namespace signalbox::core {

// All files together as one document.
struct ConfigDocument
{
    struct File
    {
        QString path;  // as it is told to people
        int piece = 0; // the file of the configuration to which it belongs: itself, but for a file of variables
    };

    TomlNode root{{}, TomlTable{}};
    QList<File> files; // by TextPosition::file; the first is the one that includes the others

    QString where(const TextPosition &position) const; // "conf.d/web.toml:7"
};

// What stands in the file at `path`, which belongs to the file of the configuration at `piece`. Internal: the message is
// the system's.
using ReadFile = std::function<Result<QByteArray>(const QString &path, const QString &piece)>;

// Reads the file and those it includes into one document; paths in them become relative to the folder of their file.
ConfigDocument readPieces(const QString &path, const Config &spoken, const ReadFile &read, ProblemList &problems);

// Gives every component and process that is like another one the keys of that one.
void resolveLikes(TomlNode &root, ProblemList &problems);

// Adds the variables of all environment files. config was read from the document, which gets to know the files.
void addEnvironmentFiles(Config &config, ConfigDocument &document, const ReadFile &read, ProblemList &problems);

} // namespace signalbox::core
