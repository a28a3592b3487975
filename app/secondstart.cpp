// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secondstart.h"

#include "app/running.h"
#include "server/serverlog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

QString ownUser()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : u"user %1"_s.arg(::geteuid());
}

// Where a browser of this machine finds the page with the components, or if no listener has that, what another one shows.
QString urlOf(const QList<ListenerInfo> &listeners)
{
    const auto withPage = std::find_if(listeners.cbegin(), listeners.cend(), [](const ListenerInfo &listener) {
        return listener.dialects.contains("sutra"_L1);
    });
    if (listeners.isEmpty())
        return {};
    ListenerInfo listener = withPage == listeners.cend() ? listeners.constFirst() : *withPage;
    listener.addresses.replaceInStrings(u"0.0.0.0"_s, u"127.0.0.1"_s);
    if (listener.addresses.value(0) == "::"_L1)
        listener.addresses = {u"::1"_s};
    return (listener.tls ? u"https://"_s : u"http://"_s) + listener.endpoints().value(0) + u'/';
}

QJsonObject jsonOf(const ReloadPlan &plan)
{
    const auto array = [](const QStringList &texts) { return QJsonArray::fromStringList(texts); };
    return {{u"applied"_s, array(plan.sections.applied)}, {u"waiting"_s, array(plan.sections.waiting)},
            {u"starting"_s, array(plan.starting)},        {u"restarting"_s, array(plan.restarting)},
            {u"stopping"_s, array(plan.stopping)},        {u"refused"_s, array(plan.refused)}};
}

void answerReload(ControlSocket &control, ServerHost &host, const QJsonObject &question,
                  const ControlSocket::Answer &answer)
{
    host.planReload(question.value("file"_L1).toString(), [&control, answer](const Result<ReloadPlan> &plan) {
        const QJsonObject said =
            plan ? jsonOf(*plan)
                 : QJsonObject{{u"error"_s, QString("it would be refused: "_L1 + plan.error().message)}};
        QMetaObject::invokeMethod(&control, [answer, said] { answer(said); }, Qt::QueuedConnection);
    });
}

QString absoluteDataDir(const Options &options)
{
    return QDir(options.dataDir).absolutePath();
}

} // namespace

void openControl(ControlSocket &control, ServerHost &host, const ServerSetup &setup,
                 const QList<ListenerInfo> &listeners, bool hasWindow)
{
    const QJsonObject who{{u"pid"_s, QCoreApplication::applicationPid()},
                          {u"user"_s, ownUser()},
                          {u"window"_s, hasWindow},
                          {u"since"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                          {u"url"_s, urlOf(listeners)},
                          {u"config"_s, setup.configFile}};
    control.answer(u"who"_s, [who](const QJsonObject &, const ControlSocket::Answer &answer) { answer(who); });
    control.answer(u"reload"_s, [&control, &host](const QJsonObject &question, const ControlSocket::Answer &answer) {
        answerReload(control, host, question, answer);
    });
    if (const Result<void> opened = control.open(setup.dataDirectory); !opened)
        qCWarning(lcServer, "%s; a second start cannot ask this one", qUtf8Printable(opened.error().message));
}

bool raiseRunning(const Options &options)
{
    const QString folder = absoluteDataDir(options);
    const Result<Running> running = findRunning(folder);
    return running && running->hasWindow && askRunning(folder, {{u"ask"_s, u"show"_s}});
}

int tellReload(const Options &options, const QString &file, QTextStream &out, QTextStream &err)
{
    const QString folder = absoluteDataDir(options);
    const Result<Running> running = findRunning(folder);
    const auto fail = [&err](const Error &error) {
        err << "signalbox: " << error.message << '\n' << Qt::flush;
        return Unavailable;
    };
    if (!running)
        return fail(running.error());
    const QString path = file.isEmpty() ? QString() : QFileInfo(file).absoluteFilePath();
    if (path != running->config)
        err << "warning: process " << running->pid << " reads "
            << (running->config.isEmpty() ? u"the built-in example, and goes on with it"_s : running->config)
            << "; a reload of it would take what is in this file only once it is there\n";
    const Result<QJsonObject> plan = askRunning(folder, {{u"ask"_s, u"reload"_s}, {u"file"_s, path}});
    if (!plan)
        return fail(plan.error());
    const auto tell = [&](const QString &what, QLatin1String member) {
        QStringList texts;
        for (const QJsonValue &text : plan->value(member).toArray())
            texts.append(text.toString());
        if (!texts.isEmpty())
            out << "  " << what << ": " << texts.join(", "_L1) << '\n';
        return texts.isEmpty();
    };
    out << "a reload of process " << running->pid << " would\n";
    const QList<bool> nothing{tell(u"apply"_s, "applied"_L1),
                              tell(u"restart"_s, "restarting"_L1),
                              tell(u"start"_s, "starting"_L1),
                              tell(u"stop"_s, "stopping"_L1),
                              tell(u"leave for the next start"_s, "waiting"_L1),
                              tell(u"leave out"_s, "refused"_L1)};
    if (!nothing.contains(false))
        out << "  change nothing\n";
    out << Qt::flush;
    return CleanStop;
}

} // namespace signalbox::app
