// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configreference.h"

#include "server/core/config/configkeys.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Markdown swallows or misreads bare braces and quotes.
QString cell(QString text)
{
    static const QRegularExpression code(
        u"(\\{\\{|\\{(?:param:x|0|1)\\}|params = \"named\"|::progress 75\\.0 text|\\[\"\\*\"\\])"_s);
    return text.replace(code, u"`\\1`"_s);
}

QString defaultCell(const QString &fallback)
{
    static const QRegularExpression value(u"^(\".*\"|[0-9]+|\\[.*\\]|true|false)$"_s);
    return value.match(fallback).hasMatch() ? u'`' + fallback + u'`' : fallback;
}

QString intro()
{
    return uR"(# Configuration

Every key of the TOML file, made from the key table of the program, so that it cannot differ from it.
Where the file is looked for, and how it is applied to a running server: [interface.md](interface.md). `signalbox
--check-config` names every mistake with its line; unknown keys are mistakes. `signalbox --print-config` prints what is in
effect, with `--origins` where each value stands. `include`, before the first section, adds other files; see
[interface.md](interface.md#configuration), which has the grammar of `environment_file`, too. Durations are written `"500ms"`, `"2s"`,
`"10m"`, `"1h30m"` or `"30d"`. Ids and names of configured things have 1 to 64 of a-z, 0-9, _ and -. Commands are argument lists,
never a shell line.
)"_s;
}

} // namespace

QString configExample(const QString &path)
{
    static const QHash<QString, QString> examples{
        {u"server"_s, uR"([server]
bind = ["localhost", "192.168.1.5"]
workers = 8
history = "90d"
trusted_proxies = ["127.0.0.1", "192.168.1.0/24"]
)"_s},
        {u"listener"_s, uR"([[listener]]
port = 9443
dialects = ["sutra", "airavata"]
tls = { certificate = "cert.pem", key = "key.pem" }
anonymous = "viewer"
hosts = ["ops.example.org"]         # a proxy makes it reachable under this name
origins = ["https://dash.example.org"]
)"_s},
        {u"limits"_s, uR"([limits]
message_bytes = 131072
messages_per_second = 50

[limits.airavata]
connections_per_user = 20
)"_s},
        {u"ark"_s, uR"([ark]
heartbeat_interval = "10s"
)"_s},
        {u"pow"_s, uR"([pow]
base_path = "/pow/"
)"_s},
        {u"experiments"_s, uR"([experiments]
templates = ["/opt/sim/run --steps {steps} -- {case}", "wc -l -- {*}"]
programs = ["echo", "seq"]
)"_s},
        {u"auth"_s, uR"([auth]
jwt_secret_file = "jwt.key"
issuer = "https://login.example.org"
audience = "signalbox"
refresh_age = "12h"
)"_s},
        {u"user"_s, uR"([[user]]
name = "mira"
display_name = "Mira"
email = "mira@example.org"
roles = ["operator"]           # without password_hash: tokens alone name this user
)"_s},
        {u"secrets"_s, uR"([secrets]
GRAPH_PASSWORD = { command = ["pass", "show", "graph"] }
API_KEY = { file = "secrets/api.key" }     # mode 0600
TLS_KEY = { credential = "tls.key" }       # LoadCredential=tls.key:… in the server's unit

[[component]]
id = "api"
command = ["/opt/graph/bin/api"]
environment_file = "/dev/null"             # lines NAME=VALUE
secrets = ["GRAPH_PASSWORD", "API_KEY"]    # in its environment, and *** in its log

[[component]]
id = "second-api"
like = "api"
environment = { API_PORT = "7002" }
)"_s},
        {u"component"_s, uR"([[component]]
id = "database"
name = "Graph Database"
command = ["/opt/graph/bin/server", "--port", "7000"]
working_directory = "graph"
environment = { GRAPH_LOG = "info" }
restart = "always"
ready = { tcp = 7000 }         # or { log = "ready" }, { notify = true }, { after = "2s" } …
health = { http = "http://127.0.0.1:7001/healthz", action = "restart" }
before_stop = { command = ["/opt/graph/bin/drain"], timeout = "1m" }
stop_timeout = "30s"
storage_path = "data"
metrics = { url = "http://127.0.0.1:7001/stats" }

[[component]]
id = "migrate"
type = "oneshot"
command = ["/opt/graph/bin/migrate"]
depends_on = ["database"]

[[component]]
id = "api"
command = ["/opt/graph/bin/api"]
depends_on = ["migrate", { id = "metrics", after = "started" }]

[[component]]
id = "metrics"
command = ["/opt/graph/bin/metrics"]
)"_s},
        {u"kind"_s, uR"([[kind]]
name = "prefix"
description = "Puts a text before every line"
inputs = { min = 1, max = 1 }
command = ["sed", "s/^/{param:text} /"]
)"_s},
        {u"pipeline"_s, uR"([[kind]]
name = "prefix"
command = ["sed", "s/^/{param:text} /"]

[[pipeline]]
id = "nightly"
name = "Nightly"
on_failure = "cancel"
nodes = [
  { id = "dump", command = ["/opt/graph/bin/dump"] },
  { id = "mark", kind = "prefix", params = { text = "nightly" }, after = ["dump"] },
  { id = "pack", command = ["gzip", "-c"], after = ["mark"] },
]
)"_s},
        {u"process"_s, uR"([[process]]
name = "rebuild"
command = ["make", "-j4", "{0}"]   # a call's first parameter, as one argument
params = "named"
working_directory = "/srv/graph"
environment = { CC = "clang" }
result = "exit-code"
roles = ["operator"]
timeout = "10m"
)"_s},
        {u"schedule"_s, uR"([[pipeline]]
id = "report"
nodes = [{ id = "write", command = ["/opt/graph/bin/report", "{param:month}"] }]

[[process]]
name = "tidy"
command = ["/opt/graph/bin/tidy"]

[[component]]
id = "api"
command = ["/opt/graph/bin/api"]

[[schedule]]
id = "monthly-report"
cron = "30 2 1 * *"                # on the first of each month
timezone = "Europe/Berlin"
pipeline = "report"
params = { month = "last" }
missed = "once"                    # made up when the server was down at that time,
missed_window = "7d"               # if that is not longer ago
overlap = "queue"

[[schedule]]
id = "tidy"
every = "10m"
process = "tidy"
params = ["--older-than", "1d"]

[[schedule]]
id = "fresh-api"
cron = "0 5 * * MON-FRI"
component = "api"
action = "restart"
)"_s},
    };
    return examples.value(path);
}

QString configReference(const Config &defaults)
{
    QString text = intro();
    QString current;
    for (const Section &section : configSections(defaults)) {
        // Every dialect has every limit; a row is worth it where the dialect's default differs.
        const bool isOverride = section.path.startsWith(u"limits.");
        for (const ReferenceRow &row : section.reference(defaults)) {
            if (isOverride && row.fallback.isEmpty())
                continue;
            if (row.section != current) {
                current = row.section;
                text += u"\n## `%1`\n\n| Key | Type | Default | Meaning |\n|---|---|---|---|\n"_s.arg(current);
            }
            text += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(row.key, row.type, defaultCell(row.fallback), cell(row.meaning));
        }
        if (section.path == u"limits")
            text += u"\nThose from `message_bytes` to `output_bytes` can be set for one dialect in "
                    u"`[limits.<dialect>]`, which then\n"
                    "counts instead. The dialects below have defaults of their own.\n"_s;
        if (const QString example = configExample(section.path); !example.isEmpty())
            text += u"\n```toml\n%1```\n"_s.arg(example);
    }
    return text;
}

} // namespace signalbox::core
