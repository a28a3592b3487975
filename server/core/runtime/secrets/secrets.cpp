// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/secrets/secrets.h"

#include "server/core/auth/privatefile.h"
#include "server/core/duration.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype errorBytes = 1'024; // of a command's standard error

Unexpected cannotRead(const QString &name, const QString &why)
{
    return unexpected(ErrorCode::Internal, u"cannot read the secret '%1': %2"_s.arg(name, why));
}

Result<QByteArray> usable(const QString &name, QByteArray value)
{
    if (value.endsWith('\n'))
        value.chop(value.endsWith("\r\n") ? 2 : 1);
    if (value.size() > Secrets::longest)
        return cannotRead(name, u"it is longer than %1 bytes (is this the right place?)"_s.arg(Secrets::longest));
    if (value.contains('\0'))
        return cannotRead(name, u"it contains a NUL character, which no environment variable can"_s);
    if (SecretMask::charactersOf({value.constData(), static_cast<std::size_t>(value.size())}) < SecretMask::shortest)
        return cannotRead(
            name,
            u"it has fewer than %1 characters and could not be told from other output (choose a longer one)"_s.arg(
                SecretMask::shortest));
    return value;
}

// hint: what to do where there is no such file.
Result<QByteArray> readFile(const QString &name, const QString &path, const QString &hint)
{
    const qsizetype most = Secrets::longest + 2; // with a line end
    const Result<QByteArray> text = readPrivateFile(u"the secret '%1' in"_s.arg(name), path, most, Links::Followed);
    if (text)
        return usable(name, *text);
    if (text.error().code == ErrorCode::Internal)
        return Unexpected{text.error()};
    const bool isMissing = text.error().code == ErrorCode::NotFound;
    return cannotRead(name, u"%1: %2%3"_s.arg(path, text.error().message, isMissing ? hint : QString()));
}

Result<QByteArray> readCredential(const QString &name, const QString &credential)
{
    const QString unit = u"LoadCredential=%1:… in its unit"_s.arg(credential);
    const QByteArray folder = qgetenv("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return cannotRead(name, u"the server was given no credentials by systemd (write %1)"_s.arg(unit));
    return readFile(name, QFile::decodeName(folder) + u'/' + credential, u" (write %1)"_s.arg(unit));
}

// The last line that a command printed as its error, without what it may have printed as the secret.
QString reasonOf(const QByteArray &errors, const QByteArray &output)
{
    SecretMask mask;
    mask.add({output.constData(), static_cast<std::size_t>(output.size())});
    std::string masked;
    const auto keep = [&masked](std::string_view bytes) { masked += bytes; };
    mask.feed({errors.constData(), static_cast<std::size_t>(errors.size())}, keep);
    mask.finish(keep);
    const QByteArray text = QByteArray::fromStdString(masked).trimmed();
    const QString line = QString::fromUtf8(text.mid(text.lastIndexOf('\n') + 1)).left(200);
    return line.isEmpty() ? QString() : ": "_L1 + line;
}

} // namespace

Secrets::Secrets(Guards &guards, Milliseconds commandPatience) : m_guards(guards), m_patience(commandPatience)
{
}

Secrets::~Secrets() = default;

void Secrets::configure(const QList<SecretConfig> &secrets)
{
    m_secrets.clear();
    for (const SecretConfig &secret : secrets)
        m_secrets.insert(secret.name, secret);
}

void Secrets::read(const QStringList &names, QObject *context, const Then &then)
{
    const auto request = std::make_shared<Request>(Request{{}, {}, context, then});
    QList<SecretConfig> toPrint;
    for (const QString &name : names) {
        const auto secret = m_secrets.constFind(name);
        if (secret == m_secrets.cend())
            return then(cannotRead(name, u"it is not configured (define it in [secrets])"_s));
        if (secret->source == SecretConfig::Source::Command) {
            request->missing.append(name);
            toPrint.append(*secret);
            continue;
        }
        const Result<QByteArray> value =
            secret->source == SecretConfig::Source::File
                ? readFile(name, secret->location, u" (create it with mode 0600, or change [secrets])"_s)
                : readCredential(name, secret->location);
        if (!value)
            return then(Unexpected{value.error()});
        request->values.insert(name, *value);
    }
    if (toPrint.isEmpty())
        return then(request->values);
    m_requests.append(request);
    for (const SecretConfig &secret : std::as_const(toPrint))
        print(secret);
}

void Secrets::print(const SecretConfig &secret)
{
    const auto [known, isNew] = m_printing.try_emplace(secret.name);
    if (!isNew)
        return;
    known->second = std::make_unique<Printing>();
    Printing &printing = *known->second;
    const QString name = secret.name;
    connect(&printing.process, &GuardedProcess::output, this, [&printing](const QByteArray &bytes) {
        printing.output += bytes;
        if (printing.output.size() <= longest + 2)
            return;
        printing.problem = u"it printed more than %1 bytes"_s.arg(longest);
        printing.process.kill();
    });
    connect(&printing.process, &GuardedProcess::errorOutput, this, [&printing](const QByteArray &bytes) {
        printing.errors += bytes;
        printing.errors = printing.errors.right(errorBytes);
    });
    connect(&printing.process, &GuardedProcess::failedToStart, this,
            [this, name](const Error &error) { printed(name, error.message); });
    connect(&printing.process, &GuardedProcess::exited, this, [this, name, &printing](const ExitStatus &status) {
        QString problem = printing.problem;
        if (problem.isEmpty() && !status.isSuccess())
            problem = (status.signal != 0        ? u"it was killed by signal %1"_s.arg(status.signal)
                       : !status.error.isEmpty() ? status.error
                                                 : u"exit status %1"_s.arg(status.exitCode))
                      + reasonOf(printing.errors, printing.output);
        printed(name, problem);
    });
    QTimer::singleShot(m_patience, &printing.process, [this, &printing] {
        printing.problem = u"it printed nothing to its end within %1"_s.arg(formatDuration(m_patience));
        printing.process.kill();
    });
    ProcessSpec spec;
    spec.program = secret.command.value(0);
    spec.arguments = secret.command.mid(1);
    spec.input = StreamSpec::null();
    spec.guards = &m_guards;
    printing.process.start(spec);
}

// problem: why it printed no secret; empty: it did.
void Secrets::printed(const QString &name, const QString &problem)
{
    const auto found = m_printing.extract(name);
    Printing *const printing = found.mapped().get();
    Result<QByteArray> value =
        problem.isEmpty()
            ? usable(name, printing->output)
            : cannotRead(name, u"its command failed, %1 (run it by hand as the server's user)"_s.arg(problem));
    printing->process.disconnect(this);
    // The process is the caller.
    QMetaObject::invokeMethod(
        this, [gone = std::shared_ptr<Printing>(std::move(found.mapped()))] {}, Qt::QueuedConnection);
    take(name, value);
}

void Secrets::take(const QString &name, const Result<QByteArray> &value)
{
    QList<std::shared_ptr<Request>> ready;
    for (const std::shared_ptr<Request> &request : std::as_const(m_requests)) {
        if (request->missing.removeAll(name) == 0)
            continue;
        if (value)
            request->values.insert(name, *value);
        if (!value || request->missing.isEmpty())
            ready.append(request);
    }
    m_requests.removeIf([&](const auto &request) { return ready.contains(request); });
    for (const std::shared_ptr<Request> &request : std::as_const(ready)) {
        if (request->context)
            request->then(value ? Result<SecretValues>(request->values) : Unexpected{value.error()});
    }
}

} // namespace signalbox::core
