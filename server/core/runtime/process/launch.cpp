// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/launch.h"

#include "server/core/runtime/process/guards.h"
#include "server/model/words/systemwords.h"

#include <QFile>
#include <QSet>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <optional>

using namespace Qt::StringLiterals;

extern char **environ;

namespace signalbox::core {

namespace {

using Environment = QMap<QByteArray, QByteArray>;

Unexpected systemFailure(const QString &what, int number)
{
    return unexpected(number == ENOENT ? ErrorCode::NotFound : ErrorCode::Internal,
                      what % u": "_s % systemWords(number));
}

Result<void> checkText(const ProcessSpec &spec)
{
    Q_ASSERT(spec.secrets.isEmpty() || spec.error.kind == StreamSpec::Kind::Pipe
             || (spec.error.kind == StreamSpec::Kind::SameAsOutput && spec.output.kind == StreamSpec::Kind::Pipe));
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

// Variables that a command does not inherit: the server's options may hold secrets, systemd's name the server's unit,
// credentials, directories and descriptors, which are none of a command's.
bool isServersOwn(const QByteArray &name)
{
    static const QSet<QByteArray> ofTheServer{
        "NOTIFY_SOCKET",
        "CREDENTIALS_DIRECTORY",
        "JOURNAL_STREAM",
        "INVOCATION_ID",
        "STATE_DIRECTORY",
        "RUNTIME_DIRECTORY",
        "CACHE_DIRECTORY",
        "LOGS_DIRECTORY",
        "MANAGERPID",
        "CONFIGURATION_DIRECTORY",
        "MEMORY_PRESSURE_WATCH",
        "MEMORY_PRESSURE_WRITE",
        "SYSTEMD_EXEC_PID",
        "FDSTORE",
    };
    return name.startsWith("SIGNALBOX_") || name.startsWith("LISTEN_") || name.startsWith("WATCHDOG_")
           || ofTheServer.contains(name);
}

Environment environmentOf(const ProcessSpec &spec)
{
    Environment environment;
    for (char **entry = environ; spec.inheritsEnvironment && entry != nullptr && *entry != nullptr; ++entry) {
        const QByteArray text(*entry);
        const qsizetype equals = text.indexOf('=');
        if (equals > 0 && !isServersOwn(text.left(equals)) && text.mid(equals + 1) != ownChoice)
            environment.insert(text.left(equals), text.mid(equals + 1));
    }
    for (auto it = spec.environment.cbegin(); it != spec.environment.cend(); ++it)
        environment.insert(it.key().toUtf8(), it.value().toUtf8());
    // As systemd has it: whom the watchdog concerns is the process that was started, and none that inherits its variables.
    if (environment.contains("WATCHDOG_USEC") && !environment.contains("WATCHDOG_PID"))
        environment.insert("WATCHDOG_PID", guardOwnPid);
    return environment;
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
    Descriptor reading(ends[0]);
    Descriptor writing(ends[1]);
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
    return StreamEnds{{}, std::move(file)};
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

struct Streams
{
    StreamEnds input;
    StreamEnds output;
    StreamEnds error; // theirs is closed: the same as output's
};

// Two descriptors of the terminal's one end here, so that each stream owns and closes its own.
Result<Streams> openTerminal()
{
    constexpr winsize size{.ws_row = 24, .ws_col = 120, .ws_xpixel = 0, .ws_ypixel = 0};
    const QString failure = u"cannot open a pseudo-terminal"_s;
    Streams streams;
    streams.output.ours = Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    const int ours = streams.output.ours.number();
    std::array<char, 64> name{};
    if (ours < 0 || ::grantpt(ours) != 0 || ::unlockpt(ours) != 0 || ::ptsname_r(ours, name.data(), name.size()) != 0)
        return systemFailure(failure, errno);
    streams.output.theirs = Descriptor(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    streams.input.ours = Descriptor(::fcntl(ours, F_DUPFD_CLOEXEC, 0));
    streams.input.theirs = Descriptor(::fcntl(streams.output.theirs.number(), F_DUPFD_CLOEXEC, 0));
    termios settings{};
    if (!streams.input.ours.isOpen() || !streams.input.theirs.isOpen()
        || ::tcgetattr(streams.output.theirs.number(), &settings) != 0)
        return systemFailure(failure, errno);
    settings.c_oflag &= ~static_cast<tcflag_t>(ONLCR); // lines end as they do in a pipe
    ::tcsetattr(streams.output.theirs.number(), TCSANOW, &settings);
    ::ioctl(streams.output.theirs.number(), TIOCSWINSZ, &size);
    return streams;
}

Result<Streams> openStreams(const ProcessSpec &spec)
{
    if (spec.isTerminal)
        return openTerminal();
    auto input = openStream(spec.input, true);
    if (!input)
        return Unexpected{input.error()};
    auto output = openStream(spec.output, false);
    if (!output)
        return Unexpected{output.error()};
    auto error = spec.error.kind == StreamSpec::Kind::SameAsOutput ? Result<StreamEnds>(StreamEnds{})
                                                                   : openStream(spec.error, false);
    if (!error)
        return Unexpected{error.error()};
    return Streams{std::move(*input), std::move(*output), std::move(*error)};
}

// Launched::marker: unique on this machine since it was switched on, so that killLeftovers() hits nothing else.
QByteArray newMarker()
{
    static std::atomic<quint64> count{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return "SIGNALBOX_PROCESS=" + QByteArray::number(qint64(::getpid())) + '.' + QByteArray::number(qint64(now)) + '.'
           + QByteArray::number(++count);
}

GuardOrder orderFor(const ProcessSpec &spec, const Environment &environment, const SecretValues &secrets)
{
    GuardOrder order;
    order.stop = stopOf(spec);
    order.limits.nice = spec.limits.nice;
    if (spec.limits.openFiles > 0)
        order.limits.openFiles = spec.limits.openFiles;
    order.limits.group = spec.limits.group;
    order.tellsProgress = spec.tellsProgress ? 1 : 0;
    order.arguments = static_cast<std::int32_t>(spec.arguments.size()) + 1;
    order.variables = static_cast<std::int32_t>(environment.size() + secrets.size()) + 1;
    order.secrets = spec.output.kind == StreamSpec::Kind::File ? static_cast<std::int32_t>(secrets.size()) : 0;
    return order;
}

QByteArray orderText(const ProcessSpec &spec, const QByteArray &program, const Environment &environment,
                     const SecretValues &secrets, const QByteArray &marker)
{
    QByteArray text;
    const auto add = [&text](const QByteArray &part) { text.append(part).append('\0'); };
    add(QFile::encodeName(spec.workingDirectory));
    add(program);
    add(QFile::encodeName(spec.program));
    for (const QString &argument : spec.arguments)
        add(argument.toUtf8());
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        add(it.key() + '=' + it.value());
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        add(it.key().toUtf8() + '=' + it.value());
    add(marker);
    return text;
}

} // namespace

Result<QByteArray> findProgram(const QString &program, const QByteArray &path)
{
    const QByteArray name = QFile::encodeName(program);
    if (name.contains('/'))
        return name;
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
        return unexpected(ErrorCode::Internal, Why::CannotStart, {program, u"Permission denied"_s});
    return unexpected(ErrorCode::NotFound, Why::NoSuchProgram, {program, QString::fromLocal8Bit(path)});
}

GuardStop stopOf(const ProcessSpec &spec)
{
    return {.signal = spec.stopSignal,
            .timeoutMs = static_cast<std::int32_t>(spec.stopTimeout.count()),
            .mainAlone = spec.stopsMainAlone ? 1 : 0};
}

Result<Launched> launch(const ProcessSpec &spec, const SecretValues &secrets)
{
    if (const auto checked = checkText(spec); !checked)
        return Unexpected{checked.error()};
    Environment environment = environmentOf(spec);
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        environment.remove(it.key().toUtf8());
    const auto program = findProgram(spec.program, environment.value("PATH", usualPath));
    if (!program)
        return Unexpected{program.error()};

    auto streams = openStreams(spec);
    if (!streams)
        return Unexpected{streams.error()};

    Launched launched;
    launched.marker = newMarker();
    std::optional<Guards> plain;
    Guards &guards = spec.guards != nullptr ? *spec.guards : plain.emplace();
    const int standardOutput = streams->output.theirs.number();
    const bool isJoined = !streams->error.theirs.isOpen();
    auto guard = guards.start(
        orderFor(spec, environment, secrets), orderText(spec, *program, environment, secrets, launched.marker),
        {streams->input.theirs.number(), standardOutput, isJoined ? standardOutput : streams->error.theirs.number()});
    if (!guard)
        return Unexpected{guard.error()};
    launched.guard = guard->pid;
    launched.guards = guards.pids();
    launched.control = std::move(guard->control);
    launched.input = std::move(streams->input.ours);
    launched.output = std::move(streams->output.ours);
    launched.error = std::move(streams->error.ours);
    return launched;
}

} // namespace signalbox::core
