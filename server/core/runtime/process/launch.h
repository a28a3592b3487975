// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/guard/guardprotocol.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/guards.h"
#include "server/core/runtime/process/processspec.h"
#include "server/core/runtime/process/secretsource.h"
#include "server/model/result.h"

#include <QByteArray>

#include <sys/types.h>

namespace signalbox::core {

// The server's side of a command whose guard was just started; all descriptors close on exec and do not block.
struct Launched
{
    pid_t guard = 0;
    Descriptor control; // see guardprotocol.h
    Descriptor input;   // open only for pipes
    Descriptor output;
    Descriptor error;
    GuardPids guards;  // the guard among them
    QByteArray marker; // "SIGNALBOX_PROCESS=…", unique, in the environment of the command and its descendants
};

// The file that is run as program: like execvp() in this PATH, but without its relative entries, since what runs must not
// depend on the working directory. With a slash in it: as it is. NotFound: there is none; Internal: none may be run.
Result<QByteArray> findProgram(const QString &program, const QByteArray &path);
constexpr auto usualPath = "/usr/local/bin:/usr/bin:/bin"; // where the environment has none

// Checks the spec, opens its streams and gives a guard the order, which will report whether the command itself could be
// started. InvalidArgument: refused before anything was started; NotFound: no such program, or file of a stream.
Result<Launched> launch(const ProcessSpec &spec, const SecretValues &secrets = {});

GuardStop stopOf(const ProcessSpec &spec);

} // namespace signalbox::core
