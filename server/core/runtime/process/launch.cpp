// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/launch.h"

#include "server/core/runtime/guard/guardprotocol.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

extern char **environ;

namespace signalbox::core {

namespace {

using Environment = QMap<QByteArray, QByteArray>;

QString systemText(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

Unexpected systemFailure(const QString &what, int number)
{
    return unexpected(number == ENOENT ? ErrorCode::NotFound : ErrorCode::Internal,
                      what % u": "_s % systemText(number));
}

Result<void> checkText(const ProcessSpec &spec)
{
    Q_ASSERT(!spec.tellsProgress || spec.output.kind == StreamSpec::Kind::File);
    if (spec.program.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, u"no program is named"_s);
    if (spec.program.contains(QChar::Null) || spec.workingDirectory.contains(QChar::Null))
        return unexpected(ErrorCode::InvalidArgument,
                          u"the program or its working directory contains a NUL character"_s);
    for (qsizetype i = 0; i < spec.arguments.size(); ++i) {
        const QString &argument = spec.arguments.at(i);
        if (argument.contains(QChar::Null))
            return unexpected(ErrorCode::InvalidArgument,
                              u"argument %1 of '%2' contains a NUL character"_s.arg(i + 1).arg(spec.program));
        const qsizetype bytes = argument.toUtf8().size();
        if (bytes > maxArgumentBytes)
            return unexpected(ErrorCode::InvalidArgument,
                              u"argument %1 of '%2' is %3 bytes long; at most %4 are possible"_s.arg(i + 1)
                                  .arg(spec.program)
                                  .arg(bytes)
                                  .arg(maxArgumentBytes));
    }
    for (auto it = spec.environment.cbegin(); it != spec.environment.cend(); ++it) {
        if (it.key().isEmpty() || it.key().contains(u'=') || it.key().contains(QChar::Null)
            || it.value().contains(QChar::Null))
            return unexpected(ErrorCode::InvalidArgument,
                              u"'%1' of '%2' cannot be an environment variable"_s.arg(it.key(), spec.program));
    }
    return {};
}

// Variables that a command does not inherit: the server's options may hold secrets, and its descriptors and watchdog
// mean nothing to a command.
bool isServersOwn(const QByteArray &name)
{
    return name.startsWith("SIGNALBOX_") || name.startsWith("LISTEN_") || name.startsWith("WATCHDOG_")
           || name == "NOTIFY_SOCKET";
}

Environment environmentOf(const ProcessSpec &spec)
{
    Environment environment;
    for (char **entry = environ; spec.inheritsEnvironment && entry != nullptr && *entry != nullptr; ++entry) {
        const QByteArray text(*entry);
        const qsizetype equals = text.indexOf('=');
        if (equals > 0 && !isServersOwn(text.left(equals)))
            environment.insert(text.left(equals), text.mid(equals + 1));
    }
    for (auto it = spec.environment.cbegin(); it != spec.environment.cend(); ++it)
        environment.insert(it.key().toUtf8(), it.value().toUtf8());
    return environment;
}

// Like execvp(), but in the command's own PATH, and without relative entries: what runs must not depend on the working
// directory.
Result<QByteArray> findProgram(const QString &program, const Environment &environment)
{
    const QByteArray name = QFile::encodeName(program);
    if (name.contains('/'))
        return name;
    const QByteArray path = environment.value("PATH", "/usr/local/bin:/usr/bin:/bin");
    bool forbidden = false;
    for (const QByteArray &folder : path.split(':')) {
        const QByteArray candidate = folder + '/' + name;
        struct stat status = {};
        if (!folder.startsWith('/') || ::stat(candidate.constData(), &status) != 0 || !S_ISREG(status.st_mode))
            continue;
        if (::access(candidate.constData(), X_OK) == 0)
            return candidate;
        forbidden = true;
    }
    if (forbidden)
        return unexpected(ErrorCode::Internal, u"cannot start '%1': Permission denied"_s.arg(program));
    return unexpected(ErrorCode::NotFound,
                      u"cannot start '%1': no such program in PATH (%2)"_s.arg(program, QString::fromLocal8Bit(path)));
}

// A descriptor above the guard's five: those numbers become the guard's own, so no source of a copy may have one.
Descriptor raised(Descriptor descriptor)
{
    if (!descriptor.isOpen() || descriptor.number() > guardLeaseDescriptor)
        return descriptor;
    return Descriptor(::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, guardLeaseDescriptor + 1));
}

struct StreamEnds
{
    Descriptor ours;
    Descriptor theirs;
};

Result<StreamEnds> openPipe(bool weWrite)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemFailure(u"cannot open a pipe"_s, errno);
    Descriptor reading = raised(Descriptor(ends[0]));
    Descriptor writing = raised(Descriptor(ends[1]));
    StreamEnds stream{std::move(weWrite ? writing : reading), std::move(weWrite ? reading : writing)};
    ::fcntl(stream.ours.number(), F_SETFL, O_NONBLOCK); // of the server's end alone: the command's is another open file
    return stream;
}

Result<StreamEnds> openFile(const QString &path, int flags)
{
    // Opening a FIFO without a peer must not block the server; the command itself gets a blocking file.
    Descriptor file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600));
    if (!file.isOpen())
        return systemFailure(u"cannot open '%1'"_s.arg(path), errno);
    ::fcntl(file.number(), F_SETFL, flags & O_APPEND);
    return StreamEnds{{}, raised(std::move(file))};
}

Result<StreamEnds> openStream(const StreamSpec &spec, bool isInput)
{
    switch (spec.kind) {
    case StreamSpec::Kind::Pipe:
        return openPipe(isInput);
    case StreamSpec::Kind::Null:
        return openFile(u"/dev/null"_s, isInput ? O_RDONLY : O_WRONLY);
    case StreamSpec::Kind::File:
        return openFile(spec.path, isInput ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC);
    case StreamSpec::Kind::SameAsOutput:
        break;
    }
    return unexpected(ErrorCode::InvalidArgument, u"only standard error can follow standard output"_s);
}

std::vector<char *> pointersTo(QList<QByteArray> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(static_cast<std::size_t>(texts.size()) + 1);
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Starts the guard, whose descriptors 0, 1, 2 … become copies of these. Returns an errno.
int spawnGuard(const QByteArray &guard, const std::vector<int> &descriptors, QList<QByteArray> arguments,
               QList<QByteArray> environment, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (std::size_t i = 0; i < descriptors.size(); ++i)
        posix_spawn_file_actions_adddup2(&actions, descriptors[i], static_cast<int>(i));
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The guard has its own session from the first instruction on: Ctrl+C at the server's terminal never reaches it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(&attributes, &all);
    const int failure = ::posix_spawn(&pid, guard.constData(), &actions, &attributes, pointersTo(arguments).data(),
                                      pointersTo(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

// Launched::marker: unique on this machine since it was switched on, so that killLeftovers() hits nothing else.
QByteArray newMarker()
{
    static std::atomic<quint64> count{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return "SIGNALBOX_PROCESS=" + QByteArray::number(qint64(::getpid())) + '.' + QByteArray::number(qint64(now)) + '.'
           + QByteArray::number(++count);
}

QList<QByteArray> guardArguments(const ProcessSpec &spec, const QByteArray &program)
{
    QList<QByteArray> arguments{"signalbox-guard",
                                QByteArray::number(spec.stopSignal),
                                QByteArray::number(qint64(spec.stopTimeout.count())),
                                spec.tellsProgress ? "1" : "0",
                                QFile::encodeName(spec.workingDirectory),
                                program,
                                QFile::encodeName(spec.program)};
    for (const QString &argument : spec.arguments)
        arguments.append(argument.toUtf8());
    return arguments;
}

QList<QByteArray> entriesOf(const Environment &environment, const QByteArray &marker)
{
    QList<QByteArray> entries;
    entries.reserve(environment.size() + 1);
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        entries.append(it.key() + '=' + it.value());
    entries.append(marker);
    return entries;
}

} // namespace

QString guardProgram()
{
    const QString named = qEnvironmentVariable("SIGNALBOX_GUARD");
    if (!named.isEmpty())
        return named;
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(u"signalbox-guard"_s);
    return QFileInfo::exists(beside) ? beside
                                     : QDir::cleanPath(here.filePath(u"../libexec/signalbox/signalbox-guard"_s));
}

Result<Launched> launch(const ProcessSpec &spec)
{
    if (const auto checked = checkText(spec); !checked)
        return Unexpected{checked.error()};
    const Environment environment = environmentOf(spec);
    const auto program = findProgram(spec.program, environment);
    if (!program)
        return Unexpected{program.error()};

    auto input = openStream(spec.input, true);
    if (!input)
        return Unexpected{input.error()};
    auto output = openStream(spec.output, false);
    if (!output)
        return Unexpected{output.error()};
    const bool joined = spec.error.kind == StreamSpec::Kind::SameAsOutput;
    auto error = joined ? Result<StreamEnds>(StreamEnds{}) : openStream(spec.error, false);
    if (!error)
        return Unexpected{error.error()};
    std::array<int, 2> control{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control.data()) != 0)
        return systemFailure(u"cannot open a socket for a guard"_s, errno);

    Launched launched;
    launched.control = raised(Descriptor(control[0]));
    const Descriptor guardControl = raised(Descriptor(control[1]));
    ::fcntl(launched.control.number(), F_SETFL, O_NONBLOCK);
    launched.marker = newMarker();
    const int standardOutput = output->theirs.number();
    const QString guard = spec.guardProgram.isEmpty() ? guardProgram() : spec.guardProgram;
    std::vector<int> descriptors{input->theirs.number(), standardOutput,
                                 joined ? standardOutput : error->theirs.number(), guardControl.number()};
    const Descriptor lease =
        spec.lease < 0 ? Descriptor() : Descriptor(::fcntl(spec.lease, F_DUPFD_CLOEXEC, guardLeaseDescriptor + 1));
    if (lease.isOpen())
        descriptors.push_back(lease.number());
    const int failure = spawnGuard(QFile::encodeName(guard), descriptors, guardArguments(spec, *program),
                                   entriesOf(environment, launched.marker), launched.guard);
    if (failure == E2BIG)
        return unexpected(
            ErrorCode::InvalidArgument,
            u"cannot start '%1': its arguments and environment are too large together"_s.arg(spec.program));
    if (failure != 0)
        return unexpected(
            ErrorCode::Internal,
            u"cannot start the guard program '%1': %2; reinstall, or set SIGNALBOX_GUARD to its path"_s.arg(
                guard, systemText(failure)));
    launched.input = std::move(input->ours);
    launched.output = std::move(output->ours);
    launched.error = std::move(error->ours);
    return launched;
}

} // namespace signalbox::core
