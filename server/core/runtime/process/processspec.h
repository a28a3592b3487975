// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <csignal>

namespace signalbox::core {

// The value of an environment variable that this program set for itself: no command inherits such a one.
inline constexpr auto ownChoice = "set by signalbox";

class Guards;
class SecretSource;

// Where one standard stream of a command comes from or goes to.
struct StreamSpec
{
    enum class Kind {
        Pipe,         // through GuardedProcess: write(), output()
        Null,         // /dev/null
        File,         // path: read for standard input, else written (0600 when new) from the start
        SameAsOutput, // standard error only: into standard output, in order
    };
    Kind kind = Kind::Pipe;
    QString path;

    static StreamSpec pipe() { return {}; }
    static StreamSpec null() { return {.kind = Kind::Null, .path = {}}; }
    static StreamSpec file(const QString &path) { return {.kind = Kind::File, .path = path}; }
    static StreamSpec sameAsOutput() { return {.kind = Kind::SameAsOutput, .path = {}}; }
};

// What a command and its processes may use (docs/model.md, "Resources").
struct ProcessLimits
{
    int nice = 0;         // added to the server's own
    qint64 openFiles = 0; // descriptors of each process; 0: the server's own limit
    int group = -1;       // descriptor of a ControlGroup, open until the process has exited; -1: none
};

// Everything that must be known to start one command.
struct ProcessSpec
{
    QString program;          // without a slash: looked up in the PATH of the command's own environment
    QStringList arguments;    // each at most maxArgumentBytes in UTF-8, no NUL; reach the command as they are
    QString workingDirectory; // empty: the server's

    // Added to the server's environment without the server's own variables (SIGNALBOX_*, systemd's sockets and
    // watchdog); the whole environment when inheritsEnvironment is false.
    QMap<QString, QString> environment;
    bool inheritsEnvironment = true;
    // Names of secrets: environment variables, too, read from secretSource at the start and masked in all output. Standard
    // error of such a command is a pipe, or follows one.
    QStringList secrets;
    SecretSource *secretSource = nullptr; // outlives the start

    // Used by stop(), and by the guard when the server is gone.
    int stopSignal = SIGTERM;
    bool stopsMainAlone = false; // the command's own process hears the signal, and no other process until KILL
    Milliseconds stopTimeout{10'000};

    StreamSpec input;
    StreamSpec output;
    StreamSpec error;
    // All three are one pseudo-terminal instead, which is the command's controlling one: write() is what is typed there,
    // output() what is printed, errorOutput() never comes.
    bool isTerminal = false;
    // Of output to a file: lines "::progress 75.0 text" (guard/progresslines.h) are taken out of it and come as
    // GuardedProcess::progressed().
    bool tellsProgress = false;
    qint64 inputLimit = 16 * 1024 * 1024; // bytes write() may keep waiting
    bool inputInPieces = false;           // the bytes of each write() by themselves, see InputPieces

    ProcessLimits limits;

    Guards *guards = nullptr; // outlives start(); null: one without a lease and a spare
};

constexpr qsizetype maxArgumentBytes = 64 * 1024; // the kernel refuses above 128 KiB (docs/model.md, "Processes")

enum class OutputChannel { Output, Error };

// How a command ended.
struct ExitStatus
{
    int exitCode = 0;
    int signal = 0; // not 0: killed by this signal, and exitCode is meaningless
    QString
        error; // for people; not empty: the guard was killed, or could not write the output: the two above mean nothing

    bool isSuccess(const QList<int> &exitCodes = {0}) const
    {
        return signal == 0 && error.isEmpty() && exitCodes.contains(exitCode);
    }
    friend bool operator==(const ExitStatus &, const ExitStatus &) = default;
};

} // namespace signalbox::core
