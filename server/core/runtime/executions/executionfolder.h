// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/outputfiles.h"
#include "server/model/result.h"

#include <QString>

namespace signalbox::core {

using namespace Qt::StringLiterals;

// The files of one execution: <data dir>/executions/<id>/ with one output per node, one error output per node
// that printed any, and work/, the working directory of its commands. All 0600/0700. A value; any thread.
//
// A node's output is called "<name>.out.part" until it is complete.
class ExecutionFolder
{
public:
    ExecutionFolder() = default;
    // The id was made by Ids: nothing from outside becomes a path (docs/model.md, "Ids").
    ExecutionFolder(const QString &dataDirectory, const QString &executionId);

    Result<void> create() const; // Internal: the folder cannot be created, and why

    QString path(const QString &fileName) const { return m_path % u'/' % fileName; }
    QString workDirectory() const { return path(u"work"_s); }

    static QString outputName(const QString &safeName) { return safeName % u".out"_s; }
    static QString partName(const QString &safeName) { return safeName % u".out.part"_s; }
    static QString errorName(const QString &safeName) { return errorNameOf(outputName(safeName)); }
    static QString orderName(const QString &safeName) { return orderNameOf(outputName(safeName)); }
    static QString joinedName() { return u"output"_s; }

    Result<void> complete(const QString &safeName) const; // the part becomes the output
    void forgetErrors(const QString &safeName) const;     // of an attempt that is repeated
    // A hard link in this folder to another execution's output, which need not be computed again. False: not possible.
    bool adopt(const QString &filePath, const QString &fileName) const;

private:
    QString m_path;
};

} // namespace signalbox::core
