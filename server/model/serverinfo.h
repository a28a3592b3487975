// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"
#include "server/model/user.h"
#include "server/model/words/reason.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace signalbox {

struct ListenerInfo
{
    QStringList addresses;
    int port = 0; // at all of them; the real one, also when 0 was asked for
    QStringList dialects;
    bool tls = false;

    // Each address with the port, as in a URL: "127.0.0.1:9000", "[::1]:9000".
    QStringList endpoints() const
    {
        QStringList texts;
        for (const QString &address : addresses)
            texts.append(QString(address.contains(u':') ? u'[' + address + u']' : address) + u':'
                         + QString::number(port));
        return texts;
    }

    friend bool operator==(const ListenerInfo &, const ListenerInfo &) = default;
};

// One thing that a reload found changed. Values are TOML; those of secrets are not told.
struct ReloadItem
{
    enum class Change : quint8 { Changed, Added, Removed };

    QString section; // "[server]", "[[listener]]"
    QString which;   // of several: "port 9001", "web"; empty: there is one
    QString key;     // empty: the section as a whole, or it was added or removed
    Change change = Change::Changed;
    QString before; // empty: it was not set, or is not told
    QString now;

    QString toString() const; // "[server] tick: \"2s\" → \"5s\"", "[[listener]] port 9001: added"

    friend bool operator==(const ReloadItem &, const ReloadItem &) = default;
};

// What became of the newest reload, by sections of the file ("[[component]]", "[limits.pow]"), and by what has changed there.
struct ReloadReport
{
    Timestamp at{};
    QStringList applied;
    QStringList waiting;  // changed, but in effect from the next start on only
    QStringList problems; // texts, such as a certificate that cannot be used
    QList<ReloadItem> appliedItems{};
    QList<ReloadItem> waitingItems{};

    friend bool operator==(const ReloadReport &, const ReloadReport &) = default;
};

// How many of what peers create there may be (docs/model.md, "Workers, capacity, limits"); 0: any number.
struct Ceilings
{
    int projects = 0;
    int experiments = 0; // that have not ended
    int tasks = 0;       // of executions that have not ended
    int jobs = 0;        // that have not ended
    int agents = 0;
    int instances = 0;

    friend bool operator==(const Ceilings &, const Ceilings &) = default;
};

// Facts about the server itself: version, settings, listeners, users.
struct ServerInfo
{
    QString version;
    QString host;
    Timestamp startedAt{};
    Milliseconds tick{2000}; // status cadence: broadcast, sampler and charts
    double cores = 1.0;      // of its machine, or of the container that it is in; fixed since the start, as memoryBytes
    quint64 memoryBytes = 0; // 0: not known
    int workers = 0;
    int capacity = 0;
    Ceilings ceilings;
    Reason shortage;           // why nothing new starts, such as a full disk; empty: nothing is short
    QString configurationFile; // empty: the built-in example
    QString dataDirectory;
    QStringList dialects; // that this program speaks
    QList<ListenerInfo> listeners;
    QList<User> users;
    QList<std::pair<QString, QString>> limits; // name, value: for people
    std::optional<ReloadReport> reload;        // none since the start

    friend bool operator==(const ServerInfo &, const ServerInfo &) = default;
};

} // namespace signalbox
