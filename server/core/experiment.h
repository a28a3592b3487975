// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "server/model/result.h"

namespace signalbox::core {

// The task (node id) of a parameter set: its own id, or "t<position>", from 1.
QString taskIdOf(const ParameterSet &set, qsizetype position);

// The tasks (node ids) of an experiment in the order of its parameter sets; of other kinds none.
QStringList taskIdsOf(const Execution &execution);

// [experiments]: which commands a commandTemplate may come to. The words of a template are fixed, but for {name}, which
// stands for one argument, and {*} as the last, which stands for any number. What begins with - is an option for most
// programs, and so no such argument, unless the template has a word -- before its place. A program of `programs` may have
// any arguments; "*" is every program. Pure value.
class AllowedCommands
{
public:
    AllowedCommands(const QStringList &templates, const QStringList &programs); // templates without a problem

    // What is wrong with a template, as the end of a sentence; empty: nothing.
    static QString templateProblem(const QString &text);

    // Errors, beginning with what must not start: Forbidden.
    Result<void> checkProgram(const QString &program) const; // whether any arguments would do
    Result<void> check(const QStringList &command) const;    // placeholders filled

private:
    QStringList m_texts;
    QList<QStringList> m_templates; // the words of each
    QStringList m_programs;
};

} // namespace signalbox::core
