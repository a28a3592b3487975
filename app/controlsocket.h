// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <functional>

namespace signalbox::app {

// The socket "control" in the data directory, at which another start of this program asks the one that serves there: a line
// of JSON with `ask`, answered with a line of JSON, in which `error` says that it could not be done (docs/interface.md,
// "A second start"). Heard are processes of the same user and root's alone. Main thread; owned by runDesktop() or runHeadless().
class ControlSocket final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const QJsonObject &)>;
    // Answers once, at once or later. Null: that cannot be asked here.
    using Handler = std::function<void(const QJsonObject &question, const Answer &answer)>;

    explicit ControlSocket(QObject *parent = nullptr);
    ~ControlSocket() override;

    // What answers the question with this `ask`; one that is there already is replaced.
    void answer(const QString &ask, Handler handler) { m_handlers.insert(ask, std::move(handler)); }
    // Internal: the socket cannot be made. dataDirectory: absolute, and locked by this program.
    Result<void> open(const QString &dataDirectory);

private:
    void welcome();
    void read(QLocalSocket *socket);
    void reply(QLocalSocket *socket, const QJsonObject &question);

    QHash<QString, Handler> m_handlers;
    core::Descriptor m_folder;
    QLocalServer m_server;
};

} // namespace signalbox::app
