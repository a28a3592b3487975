// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/eventtext.h"

#include "server/model/serverinfo.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QCoreApplication>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace signalbox::widgets::eventtext {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EventText)
};

using Kind = EventEntry::Kind;

// The names of docs/model.md, "Events", with what they mean; %1 is the name of the subject.
struct Row
{
    Kind kind;
    QLatin1String what;
    QString (*text)();
};

constexpr auto rows = std::to_array<Row>({
    {Kind::Component, "starting"_L1, [] { return Text::tr("%1 is starting"); }},
    {Kind::Component, "stopping"_L1, [] { return Text::tr("%1 is stopping"); }},
    {Kind::Component, "ready"_L1, [] { return Text::tr("%1 is running"); }},
    {Kind::Component, "stopped"_L1, [] { return Text::tr("%1 stopped"); }},
    {Kind::Component, "done"_L1, [] { return Text::tr("%1 has done its work"); }},
    {Kind::Component, "failed"_L1, [] { return Text::tr("%1 failed"); }},
    {Kind::Component, "given_up"_L1, [] { return Text::tr("%1 failed and is not tried again"); }},
    {Kind::Component, "degraded"_L1, [] { return Text::tr("%1 is degraded"); }},
    {Kind::Component, "healthy"_L1, [] { return Text::tr("%1 is well again"); }},
    {Kind::Component, "killed"_L1, [] { return Text::tr("%1 was killed"); }},
    {Kind::Component, "scaled"_L1, [] { return Text::tr("%1 got another number of instances"); }},
    {Kind::Component, "typed"_L1, [] { return Text::tr("Something was typed to %1"); }},
    {Kind::Component, "black_box"_L1, [] { return Text::tr("A black box of %1 was taken"); }},
    {Kind::Component, "removed"_L1, [] { return Text::tr("%1 was removed from the configuration"); }},
    {Kind::Execution, "started"_L1, [] { return Text::tr("%1 was started"); }},
    {Kind::Execution, "retried"_L1, [] { return Text::tr("%1 was started again"); }},
    {Kind::Execution, "failed"_L1, [] { return Text::tr("%1 failed"); }},
    {Kind::Execution, "interrupted"_L1, [] { return Text::tr("%1 was interrupted because the server ended"); }},
    {Kind::Execution, "cancelled"_L1, [] { return Text::tr("%1 was cancelled"); }},
    {Kind::Execution, "seen"_L1, [] { return Text::tr("The failure of %1 was seen"); }},
    {Kind::Execution, "deleted"_L1, [] { return Text::tr("%1 was deleted"); }},
    {Kind::Execution, "refused"_L1, [] { return Text::tr("%1 was not started"); }},
    {Kind::Schedule, "ran"_L1, [] { return Text::tr("Schedule %1 ran"); }},
    {Kind::Schedule, "failed"_L1, [] { return Text::tr("Schedule %1 ran and failed"); }},
    {Kind::Schedule, "cancelled"_L1, [] { return Text::tr("Schedule %1 ran and was cancelled"); }},
    {Kind::Schedule, "interrupted"_L1, [] { return Text::tr("Schedule %1 was interrupted"); }},
    {Kind::Schedule, "refused"_L1, [] { return Text::tr("Schedule %1 could not run"); }},
    {Kind::Schedule, "skipped"_L1, [] { return Text::tr("Schedule %1 was skipped"); }},
    {Kind::Schedule, "missed"_L1, [] { return Text::tr("Schedule %1 was missed"); }},
    {Kind::Schedule, "run_now"_L1, [] { return Text::tr("Schedule %1 was run at once"); }},
    {Kind::Schedule, "paused"_L1, [] { return Text::tr("Schedule %1 was paused"); }},
    {Kind::Schedule, "enabled"_L1, [] { return Text::tr("Schedule %1 was enabled"); }},
    {Kind::Agent, "registered"_L1, [] { return Text::tr("Agent %1 registered"); }},
    {Kind::Agent, "online"_L1, [] { return Text::tr("Agent %1 is online again"); }},
    {Kind::Agent, "degraded"_L1, [] { return Text::tr("Agent %1 is degraded"); }},
    {Kind::Agent, "offline"_L1, [] { return Text::tr("Agent %1 went offline"); }},
    {Kind::Agent, "instance_deleted"_L1, [] { return Text::tr("Instance %1 was removed"); }},
    {Kind::Client, "disconnected"_L1, [] { return Text::tr("The connection of %1 was closed"); }},
    {Kind::Client, "login_refused"_L1, [] { return Text::tr("A login from %1 was refused"); }},
    {Kind::Client, "forbidden"_L1,
     [] { return Text::tr("A request of %1 was refused, which its role does not allow"); }},
    {Kind::Server, "started"_L1, [] { return Text::tr("The server started"); }},
    {Kind::Server, "stopped"_L1, [] { return Text::tr("The server stopped"); }},
    {Kind::Server, "unclean"_L1, [] { return Text::tr("The server had ended without stopping"); }},
    {Kind::Server, "mode"_L1, [] { return Text::tr("The mode was set to %1"); }},
    {Kind::Server, "reloaded"_L1, [] { return Text::tr("The configuration was reloaded"); }},
    {Kind::Server, "reload_refused"_L1, [] { return Text::tr("The configuration was not reloaded"); }},
    {Kind::Server, "token_issued"_L1, [] { return Text::tr("A token was issued for %1"); }},
    {Kind::Server, "disk_short"_L1, [] { return Text::tr("The disk is short"); }},
    {Kind::Server, "disk_free"_L1, [] { return Text::tr("There is room on the disk again"); }},
    {Kind::Server, "clock_set"_L1, [] { return Text::tr("The clock was set"); }},
    {Kind::Server, "request_failed"_L1, [] { return Text::tr("A request failed"); }},
    {Kind::Server, "project_deleted"_L1, [] { return Text::tr("The project %1 was deleted"); }},
});

QString subject(const EventEntry &entry)
{
    if (entry.what == "mode"_L1) {
        const std::optional<Mode> mode = modeFromString(entry.subject);
        return mode ? format::mode(*mode) : entry.subject;
    }
    if (entry.kind == Kind::Agent && entry.what != "instance_deleted"_L1)
        return entry.subject;
    if (entry.what == "login_refused"_L1)
        return entry.subject;
    return entry.name.isEmpty() ? entry.subject : entry.name;
}

} // namespace

QString kind(EventEntry::Kind kind)
{
    switch (kind) {
    case Kind::Component:
        return Text::tr("Component");
    case Kind::Execution:
        return Text::tr("Execution");
    case Kind::Schedule:
        return Text::tr("Schedule");
    case Kind::Agent:
        return Text::tr("Agent");
    case Kind::Client:
        return Text::tr("Client");
    case Kind::Server:
        break;
    }
    return Text::tr("Server");
}

QString sentence(const EventEntry &entry)
{
    const auto *row = std::find_if(rows.begin(), rows.end(), [&entry](const Row &each) {
        return each.kind == entry.kind && each.what == entry.what;
    });
    QString text = entry.text;
    if (row != rows.end()) {
        const bool isOfAll = entry.what == "seen"_L1 && entry.subject.isEmpty();
        text = isOfAll ? Text::tr("Failures were seen") : row->text();
        if (text.contains(u"%1"_s))
            text = text.arg(subject(entry));
        if (!entry.detail.isEmpty())
            text = Text::tr("%1: %2", "event, reason").arg(text, reasontext::words(Reason::stored(entry.detail)));
    }
    if (entry.times > 1)
        text = Text::tr("%1 (%Ln times until %2)", "event, time", entry.times).arg(text, format::dateTime(entry.until));
    return text;
}

QString actor(const EventEntry &entry)
{
    if (entry.actor == "server"_L1)
        return {};
    return entry.actor == "schedule"_L1 ? Text::tr("a schedule") : entry.actor;
}

QString dialect(const EventEntry &entry)
{
    if (entry.dialect == "server"_L1 || entry.dialect == "schedule"_L1)
        return {};
    return entry.dialect == "console"_L1 ? Text::tr("this window") : entry.dialect;
}

} // namespace signalbox::widgets::eventtext
