// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

#include <QFile>

namespace signalbox::core {

// The files of one node beside each other in the folder of its execution: "a.out" ("a.out.part" until it is complete) has
// its standard output, "a.err" its standard error, and "a.order" how the two lie beside each other.

QString errorNameOf(const QString &outputName);
QString orderNameOf(const QString &outputName);

// Writes "a.order": for each piece of standard error how much of both there was when it had come. The server takes
// standard error from a pipe and looks at the size of the output file then: what a program prints on both within some ten
// milliseconds may be in another order. One thread.
class OutputOrder
{
public:
    static constexpr int mostNotes = 65'536; // a megabyte; what comes later is shown behind all output

    explicit OutputOrder(const QString &path) : m_file(path) {}

    // Before the piece is written to its file, so that nothing read meanwhile changes its place.
    void note(qint64 outputBytes, qint64 errorBytes);

private:
    QFile m_file;
    qint64 m_lastOutput = -1;
    int m_notes = 0;
};

// Reads what query.stream asks for of one node, whose output has this name. folder ends in '/'. NotFound: there is no
// such file. Blocks; any thread.
Result<OutputChunk> readOutput(const QString &folder, const QString &outputName, const OutputQuery &query);

// One part of OutputStream::Everything.
struct NodeOutput
{
    QString heading; // of the node; empty: the execution's own
    QString outputName;
};
Result<OutputChunk> readEverything(const QString &folder, const QList<NodeOutput> &nodes, const OutputQuery &query);

} // namespace signalbox::core
