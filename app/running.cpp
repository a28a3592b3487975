// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/running.h"

#include "app/unixaddress.h"
#include "server/core/runtime/process/descriptor.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

constexpr time_t patienceSeconds = 3;
constexpr time_t reloadSeconds = 60; // judging a configuration hashes passwords
constexpr qsizetype mostAnswerBytes = 4 << 20;

Unexpected nobodyAnswers(const QString &dataDirectory)
{
    return unexpected(ErrorCode::NotFound,
                      u"no Signalbox answers in the data directory '%1' (start one, or name that of the one that runs "
                      "with --data-dir)"_s.arg(dataDirectory));
}

core::Descriptor connectTo(const QString &dataDirectory, time_t seconds)
{
    const core::Descriptor folder(
        ::open(QFile::encodeName(dataDirectory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    core::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!folder.isOpen() || !socket.isOpen())
        return {};
    const timeval patience{seconds, 0};
    ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const sockaddr_un address = controlAddress(folder.number());
    if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    // Another user who may write into the folder could have put a socket of their own there: it is not believed.
    if (::geteuid() != 0 && !isOfSameUser(socket.number()))
        return {};
    return socket;
}

QByteArray readAll(int socket)
{
    QByteArray text;
    QByteArray part(4096, Qt::Uninitialized);
    while (text.size() < mostAnswerBytes) {
        const ssize_t count = ::recv(socket, part.data(), size_t(part.size()), 0);
        if (count <= 0 && !(count < 0 && errno == EINTR))
            break;
        text.append(part.constData(), std::max<ssize_t>(count, 0));
    }
    return text;
}

} // namespace

Result<QJsonObject> askRunning(const QString &dataDirectory, const QJsonObject &question)
{
    const bool isReload = question.value("ask"_L1) == "reload"_L1;
    const core::Descriptor socket = connectTo(dataDirectory, isReload ? reloadSeconds : patienceSeconds);
    const QByteArray asked = QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n';
    if (!socket.isOpen()
        || ::send(socket.number(), asked.constData(), size_t(asked.size()), MSG_NOSIGNAL) != asked.size())
        return nobodyAnswers(dataDirectory);
    const QJsonObject answer = QJsonDocument::fromJson(readAll(socket.number())).object();
    if (answer.isEmpty())
        return nobodyAnswers(dataDirectory);
    if (answer.contains("error"_L1))
        return unexpected(ErrorCode::Internal, answer.value("error"_L1).toString());
    return answer;
}

Result<Running> findRunning(const QString &dataDirectory)
{
    const Result<QJsonObject> answer = askRunning(dataDirectory, {{u"ask"_s, u"who"_s}});
    if (!answer)
        return Unexpected{answer.error()};
    const auto text = [&answer](QLatin1String name) { return answer->value(name).toString(); };
    return Running{answer->value("pid"_L1).toInteger(),
                   text("user"_L1),
                   answer->value("window"_L1).toBool(),
                   text("since"_L1),
                   text("url"_L1),
                   text("config"_L1)};
}

QString besideText(const Running &running, const QString &dataDirectory)
{
    return u"process %1 of %2 serves in '%3' since %4%5 (look at it at %6; another one beside it needs a --data-dir of "
           u"its "
           "own)"_s.arg(running.pid)
               .arg(running.user, dataDirectory, running.since,
                    running.hasWindow ? u", with a window"_s : u", without a window"_s, running.url);
}

} // namespace signalbox::app
