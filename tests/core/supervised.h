// SPDX-License-Identifier: GPL-3.0-or-later
// A Hub with logs and a Supervisor over a data directory of its own, for the tests of supervision, logs and metrics.
#pragma once

#include "server/core/runtime/secrets/secrets.h"
#include "server/core/runtime/supervision/supervisor.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;
using namespace core;

inline const Actor admin{u"admin"_s, Role::Admin, u"console"_s, {}};

// A component that runs a shell line and is not restarted unless a test changes its policy.
inline ComponentConfig shellComponent(const QString &id, const QString &script)
{
    ComponentConfig config;
    config.id = id;
    config.name = id;
    config.command = {u"/bin/sh"_s, u"-c"_s, script};
    config.workingDirectory.clear(); // the data directory: what a test looks for is there
    config.restart = RestartPolicy::Never;
    config.stopTimeout = Milliseconds(500);
    return config;
}

inline const QString forever = u"exec sleep 1000"_s;

struct World
{
    World()
    {
        qputenv("SIGNALBOX_GUARD", TEST_GUARD);
        hub.setHandler(&supervisor);
        QObject::connect(&hub, &Hub::changed, &hub, [this](const Change &change) { changes.append(change); });
    }

    const Component &operator[](const QString &id) const { return hub.snapshot().components.find(id).value(); }
    bool is(const QString &id, ComponentState state) const
    {
        const Component *component = hub.snapshot().component(id);
        return component && component->state == state;
    }

    Result<QString> submit(CommandBody body)
    {
        return hub.submit(admin, std::move(body), &hub, [this](const CommandCompleted &one) { completed.append(one); });
    }

    // "web running", "db stopping" …: every state that a component has entered, in order.
    QStringList states() const
    {
        QStringList found;
        QHash<QString, ComponentState> last;
        for (const Change &change : changes) {
            const auto *body = std::get_if<ComponentChanged>(&change.body);
            if (!body || last.value(body->component.id, ComponentState::Stopped) == body->component.state)
                continue;
            last.insert(body->component.id, body->component.state);
            found.append(body->component.id + u' ' + toString(body->component.state));
        }
        return found;
    }

    // The component's log file.
    QString logged(const QString &id) const
    {
        QFile file(directory.filePath(u"logs/%1.log"_s.arg(id)));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QStringList problems() const
    {
        QStringList found;
        for (const Change &change : changes) {
            if (const auto *problem = std::get_if<ProblemOccurred>(&change.body))
                found.append(problem->error);
        }
        return found;
    }

    QTemporaryDir directory;
    FakeClock clock;
    Ids ids;
    Hub hub{clock, ids};
    QList<Change> changes;
    QList<CommandCompleted> completed;
    LogBook logs{hub, directory.path() + u"/logs"_s};
    Guards guards{QString::fromUtf8(TEST_GUARD)};
    Secrets secrets{guards};
    Supervisor supervisor{hub, logs, directory.path(), [] { return 0.5; }, nullptr, nullptr, &secrets};
};

} // namespace signalbox::test
