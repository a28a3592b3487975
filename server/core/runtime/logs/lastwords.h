// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/processspec.h"
#include "server/model/words/reason.h"

#include <QByteArray>
#include <QString>

namespace signalbox::core {

// The line of all that a program printed that says why it failed (docs/failures.md, "The line that explains it").
struct Explanation
{
    static constexpr qsizetype mostCharacters = 300;

    QString text;         // for people, on one line, at most mostCharacters; empty: it printed nothing
    QString line;         // as the log shows the line
    bool isNamed = false; // an exception or an error in its own words, not only the last line
};

// The end of what a program printed, by which its failure is explained: the same for components, nodes and calls. A value;
// any thread. Keeps at most twice `kept` of either stream; the work of explain() is bounded by that.
class LastWords
{
public:
    static constexpr qsizetype kept = 32 * 1024; // bytes of each stream

    void take(OutputChannel channel, QByteArrayView bytes);
    Explanation explain() const;

private:
    struct Tail
    {
        QByteArray bytes; // up to twice `kept`, so that not every piece moves all of it
        bool isCut = false;
    };

    Tail m_output;
    Tail m_error;
};

// "exit status 1" with the line behind it; the whole is at most `longestReason` characters.
Reason withExplanation(const Reason &outcome, const Explanation &explanation);

} // namespace signalbox::core
