// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/commandrouter.h"
#include "server/core/runtime/executions/engine.h"
#include "server/core/runtime/executions/localrunner.h"
#include "server/core/runtime/secrets/secrets.h"
#include "tests/support/memoryjournal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// A Hub whose executions are real processes in a folder of their own.
struct EngineFixture
{
    explicit EngineFixture(int workers = 2, std::function<void(core::EngineOptions &)> adjust = {})
    {
        core::EngineOptions options;
        options.dataDirectory = folder.path();
        options.host = u"host"_s;
        if (adjust)
            adjust(options);
        engine = std::make_unique<core::Engine>(hub, runner, journal, options);
        runtime =
            std::make_unique<core::CommandRouter>(hub, core::CommandHandlers{nullptr, engine.get(), nullptr, nullptr});
        hub.setHandler(runtime.get());
        QObject::connect(&hub, &core::Hub::changed, &hub, [this](const Change &change) { changes.append(change); });
        ServerInfo server;
        server.capacity = 3;
        (void)hub.record(ServerChanged{server});
        engine->setWorkers(workers);
    }

    static PipelineNode node(const QString &id, const QStringList &command, const QStringList &after = {})
    {
        return {id, {}, command, {}, after};
    }
    static QStringList shell(const QString &script) { return {u"sh"_s, u"-c"_s, script}; }

    void offer(const Catalogue &catalogue) { (void)hub.record(CatalogueChanged{catalogue}); }
    void offer(const QList<PipelineNode> &nodes, bool cancelOnFailure = false)
    {
        Catalogue catalogue = hub.snapshot().catalogue;
        Pipeline pipeline;
        pipeline.id = u"p"_s;
        pipeline.name = u"P"_s;
        pipeline.nodes = nodes;
        pipeline.cancelOnFailure = cancelOnFailure;
        catalogue.pipelines = {pipeline};
        offer(catalogue);
    }
    void offer(const ProcessDefinition &process)
    {
        Catalogue catalogue = hub.snapshot().catalogue;
        catalogue.processes = {process};
        offer(catalogue);
    }

    Result<QString> submit(CommandBody body, core::Completed completed = {})
    {
        return hub.submit(actor, std::move(body), &hub, std::move(completed));
    }
    QString start(CommandBody body)
    {
        const Result<QString> id = submit(std::move(body));
        if (!id)
            qWarning("refused: %s", qUtf8Printable(id.error().message));
        return id ? *id : QString();
    }
    QString startPipeline(const QJsonObject &params = {}) { return start(StartPipeline{u"p"_s, params}); }

    Execution execution(const QString &id) const { return hub.snapshot().executions.value(id); }
    ExecutionState state(const QString &id) const { return execution(id).state; }
    Task task(const QString &id, const QString &node) const { return hub.snapshot().tasks.value(id).value(node); }
    bool isOver(const QString &id) const { return isFinal(state(id)); }
    QString path(const QString &id, const QString &name) const
    {
        return folder.path() % u"/executions/"_s % id % u'/' % name;
    }
    QByteArray file(const QString &id, const QString &name) const
    {
        QFile file(path(id, name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray output(const QString &id) const { return file(id, execution(id).outputFile); }

    QTemporaryDir folder;
    core::SystemClock clock;
    core::Ids ids;
    core::Hub hub{clock, ids};
    MemoryJournal journal;
    core::Guards guards{QString::fromUtf8(TEST_GUARD)};
    core::Secrets secrets{guards};
    core::LocalRunner runner{clock, guards, &secrets};
    std::unique_ptr<core::Engine> engine;
    std::unique_ptr<core::CommandRouter> runtime;
    QList<Change> changes;
    Actor actor{u"alice"_s, Role::Operator, u"alger"_s, {}};
};

} // namespace signalbox::test
