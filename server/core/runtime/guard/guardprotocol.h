// SPDX-License-Identifier: GPL-3.0-or-later
// The messages between the server and its guard programs: fixed structs, one per packet of a SOCK_SEQPACKET pair.
// Both sides come from one build, so the layout is the compiler's. Free of Qt.
//
// A guard waits for its order, which is the first message, and ends when the server goes without giving one. So it can
// be started before there is a command.
//
// With progress or secrets the guard stands between the command and its standard output, a file: it takes the lines out that
// tell progress, and masks the secrets. So the server never touches what a command prints, however much that is.
#pragma once

#include <cstddef>
#include <cstdint>

namespace signalbox::core {

constexpr double progressUnits = 1000.0;
constexpr std::size_t longestProgressText = 512; // bytes

constexpr int guardControlDescriptor = 3;
// The order brings the command's 0, 1 and 2 with it, its own text and, if the server has them, the lease and the folder of
// the command's control group (SCM_RIGHTS).
// A guard that waits has nothing but its control socket open: what comes gets the lowest numbers, which are these.
constexpr int guardTextDescriptor = 4;
// Open in every guard with a command, and nowhere below it: by the lock on this file the next server sees whether guards
// of the last one are still at work (lease.h).
constexpr int guardLeaseDescriptor = 5;
constexpr int guardMostDescriptors = 6; // of one order

// How the command is stopped: by the signal to its process group and TERM to every other descendant, or by the signal to
// the command's own process and to no other; then KILL to all after the timeout.
struct GuardStop
{
    std::int32_t signal = 0;
    std::int32_t timeoutMs = 0;
    std::int32_t mainAlone = 0; // 0 or 1
};

// What the variable WATCHDOG_PID of an order says to get the pid of the command in its place, which only the guard knows in
// time.
constexpr const char *guardOwnPid = "##########"; // as long as the longest pid

// What the command begins with. The guard itself stays as the server started it.
struct GuardLimits
{
    std::int32_t nice = 0;       // added to the guard's own
    std::int32_t group = -1;     // descriptor of its control group's folder; -1: it stays in the guard's
    std::int64_t openFiles = -1; // RLIMIT_NOFILE; -1: the guard's own
};

// The text is a file of working directory (empty: the guard's own), program, arguments and environment, each with a NUL
// at its end. It is no part of the message because it may be larger than a packet can be.
struct GuardOrder
{
    GuardStop stop;
    GuardLimits limits;
    std::int32_t tellsProgress = 0; // 0 or 1
    std::int32_t arguments = 0;     // how many, with the name that the program is told as its own
    std::int32_t variables = 0;
    std::int32_t secrets = 0; // so many variables before the last one hold secrets that the guard masks in the output
};

// End of file in place of a request means that the server is gone: the guard stops the command as its order says, or the
// last request of kind Later.
struct GuardRequest
{
    enum class Kind : std::int32_t {
        Stop,  // now
        Later, // in place of the order's; nothing is stopped
        Kill,  // KILL to all, now
    };
    Kind kind = Kind::Stop;
    GuardStop stop;
};

struct GuardReport
{
    enum class Kind : std::int32_t {
        Started,        // value: pid of the command, which is also its session and process group
        NoDirectory,    // value: errno of chdir
        NotExecuted,    // value: errno of vfork or exec
        StopSignalled,  // the signal of the first stop was sent
        MainEnded,      // value: wait status of the command; what is left of it is being killed
        Progress,       // value: percent in progressUnits; the text follows in the packet
        OutputFailed,   // value: errno of write; the command's output is closed
        EverythingGone, // the guard exits now
    };
    Kind kind = Kind::Started;
    std::int32_t value = 0;
};

} // namespace signalbox::core
