// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/machinecheck.h"

#include "server/core/config/configpieces.h"
#include "server/core/runtime/process/launch.h"
#include "server/core/runtime/supervision/instances.h"
#include "server/gateway/admission/certificate.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

using core::TomlNode;
using Environment = QMap<QString, QString>;

// What is wrong with the program of a command, as the end of a sentence that begins with what has the command. Empty: it
// can be run, or the folder is not known yet. folder: the working directory, absolute; empty: not known.
QString programProblem(const QString &program, const Environment &environment, const QString &folder)
{
    const QByteArray inherited = qEnvironmentVariableIsSet("PATH") ? qgetenv("PATH") : QByteArray(core::usualPath);
    const QByteArray path = environment.contains(u"PATH"_s) ? environment.value(u"PATH"_s).toUtf8() : inherited;
    const auto found = core::findProgram(program, path);
    if (!found)
        return found.error().message.inFull();
    QString file = QFile::decodeName(*found);
    if (QDir::isRelativePath(file)) {
        if (folder.isEmpty())
            return {};
        file = QDir(folder).filePath(file);
    }
    const QFileInfo facts(file);
    if (!facts.exists())
        return u"cannot start '%1': there is no such file"_s.arg(file);
    return facts.isFile() && facts.isExecutable() ? QString() : u"cannot start '%1': it is no program"_s.arg(file);
}

class Check
{
public:
    Check(const core::Config &config, const core::ConfigDocument *document, QString dataDirectory)
        : m_config(config)
        , m_document(document)
        , m_dataDirectory(std::move(dataDirectory))
    {
    }

    QStringList warnings()
    {
        checkListeners();
        checkUsers();
        checkSecrets();
        checkComponents();
        for (qsizetype i = 0; i < m_config.kinds.size(); ++i)
            checkTemplate(inList(u"kind"_s, i), u"kind '%1'"_s.arg(m_config.kinds.at(i).name),
                          m_config.kinds.at(i).command);
        checkPipelines();
        checkProcesses();
        return m_warnings;
    }

private:
    const TomlNode *inList(const TomlNode *list, qsizetype index) const
    {
        const core::TomlArray *array = list ? list->array() : nullptr;
        return array && index < qsizetype(array->size()) ? &array->at(std::size_t(index)) : nullptr;
    }
    const TomlNode *inList(const QString &section, qsizetype index) const
    {
        return m_document ? inList(m_document->root.member(section), index) : nullptr;
    }

    // At the key of the table if it has that, as it has not when it is like another one.
    void warn(const TomlNode *table, const QString &key, const QString &text)
    {
        const TomlNode *value = table ? table->member(key) : nullptr;
        const TomlNode *at = value ? value : table;
        const QString warning = at ? m_document->where(at->position) + ": "_L1 + text : text;
        if (!m_warnings.contains(warning)) // as of each instance of a component
            m_warnings.append(warning);
    }

    void checkCommand(const TomlNode *table, const QString &key, const QString &of, const QStringList &command,
                      const Environment &environment, const QString &folder)
    {
        const QString problem =
            command.isEmpty() ? QString() : programProblem(command.constFirst(), environment, folder);
        if (!problem.isEmpty())
            warn(table, key, of + ' '_L1 + problem);
    }

    // A placeholder is never in the program, but braces of its own are doubled.
    void checkTemplate(const TomlNode *table, const QString &of, QStringList command,
                       const Environment &environment = {}, const QString &folder = {})
    {
        if (!command.isEmpty())
            command.first().replace(u"{{"_s, u"{"_s);
        checkCommand(table, u"command"_s, of, command, environment, folder);
    }

    // The data directory is made at the start, and what is the default in it as well.
    QString folderOf(const TomlNode *table, const QString &of, const QString &workingDirectory)
    {
        const QString folder = QDir(m_dataDirectory).absoluteFilePath(workingDirectory);
        const bool isMade =
            workingDirectory.isEmpty() || workingDirectory == core::ComponentConfig::defaultWorkingDirectory;
        if (!isMade && !QFileInfo(folder).isDir())
            warn(table, u"working_directory"_s, u"%1 cannot run in '%2': there is no such folder"_s.arg(of, folder));
        return folder;
    }

    void checkListeners()
    {
        for (qsizetype i = 0; i < m_config.listeners.size(); ++i) {
            const std::optional<core::TlsConfig> &tls = m_config.listeners.at(i).tls;
            if (!tls)
                continue;
            if (const auto read = gateway::readCertificate(tls->certificate, tls->key); !read)
                warn(inList(u"listener"_s, i), u"tls"_s, u"it would not start: "_s + read.error().message.inFull());
        }
    }

    void checkUsers()
    {
        for (qsizetype i = 0; i < m_config.users.size(); ++i) {
            const core::UserConfig &user = m_config.users.at(i);
            if (user.password.isEmpty() && user.passwordHash.isEmpty())
                warn(inList(u"user"_s, i), u"name"_s,
                     u"user '%1' has no password and comes in by token alone (--issue-token %1 makes one, "
                     "--hash-password what belongs into password_hash)"_s.arg(user.name));
        }
    }

    void checkSecrets()
    {
        const TomlNode *secrets = m_document ? m_document->root.member(u"secrets"_s) : nullptr;
        for (const core::SecretConfig &secret : m_config.secrets)
            checkCommand(secrets ? secrets->member(secret.name) : nullptr, u"command"_s,
                         u"secret '%1'"_s.arg(secret.name), secret.command, {}, {});
    }

    void checkComponents()
    {
        for (qsizetype i = 0; i < m_config.components.size(); ++i) {
            const QList<core::ComponentConfig> instances = core::withInstances({m_config.components.at(i)});
            for (const core::ComponentConfig &component : instances)
                checkComponent(inList(u"component"_s, i), component);
        }
    }

    void checkComponent(const TomlNode *table, const core::ComponentConfig &component)
    {
        const QString of = u"component '%1'"_s.arg(component.id);
        const QString folder = folderOf(table, of, component.workingDirectory);
        const auto check = [&](const QString &key, const QString &what, const QStringList &command) {
            checkCommand(table, key, of + what, command, component.environment, folder);
        };
        check(u"command"_s, {}, component.command);
        check(u"ready"_s, u", for ready,"_s, component.ready.command);
        check(u"health"_s, u", for health,"_s, component.health.command);
        check(u"before_start"_s, u", for before_start,"_s, component.beforeStart.command);
        check(u"after_start"_s, u", for after_start,"_s, component.afterStart.command);
        check(u"before_stop"_s, u", for before_stop,"_s, component.beforeStop.command);
        check(u"after_stop"_s, u", for after_stop,"_s, component.afterStop.command);
        check(u"on_failure"_s, u", for on_failure,"_s, component.onFailure.command);
    }

    void checkPipelines()
    {
        for (qsizetype i = 0; i < m_config.pipelines.size(); ++i) {
            const core::PipelineConfig &pipeline = m_config.pipelines.at(i);
            const TomlNode *table = inList(u"pipeline"_s, i);
            const TomlNode *nodes = table ? table->member(u"nodes"_s) : nullptr;
            for (qsizetype n = 0; n < pipeline.nodes.size(); ++n)
                checkTemplate(inList(nodes, n),
                              u"node '%1' of pipeline '%2'"_s.arg(pipeline.nodes.at(n).id, pipeline.id),
                              pipeline.nodes.at(n).command);
        }
    }

    void checkProcesses()
    {
        for (qsizetype i = 0; i < m_config.processes.size(); ++i) {
            const core::ProcessConfig &process = m_config.processes.at(i);
            const TomlNode *table = inList(u"process"_s, i);
            const QString of = u"process '%1'"_s.arg(process.name);
            const QString folder = folderOf(table, of, process.workingDirectory);
            checkTemplate(table, of, process.command, process.environment,
                          process.workingDirectory.isEmpty() ? QString() : folder);
        }
    }

    const core::Config &m_config;
    const core::ConfigDocument *m_document;
    const QString m_dataDirectory;
    QStringList m_warnings;
};

} // namespace

QStringList machineWarnings(const core::Config &config, const core::ConfigDocument *document,
                            const QString &dataDirectory)
{
    return Check(config, document, dataDirectory).warnings();
}

} // namespace signalbox
