// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"
#include "server/dialectlist.h"
#include "tests/support/withoutsecrets.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

// Problems of a configuration are reported with line, column and what to do about them.
class ConfigTest : public QObject
{
    Q_OBJECT

    static QStringList problemsOf(const QByteArray &text)
    {
        QStringList lines;
        for (const ConfigProblem &problem : parseConfig(text, u"c"_s, defaultConfig()).problems)
            lines.append(problem.toString());
        return lines;
    }

private Q_SLOTS:
    void badInput_data();
    void badInput();
    void everythingIsSaidAtOnce();
    void hostileTextIsSurvived_data();
    void hostileTextIsSurvived();
    void damagedTextIsSurvived();
};

void ConfigTest::badInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    const QByteArray component = "[[component]]\nid = 'a'\ncommand = ['x']\n";
    const auto inComponent = [&](const char *name, const char *line, const char *expected) {
        QTest::newRow(name) << QByteArray(component + line) << QString::fromUtf8(expected);
    };

    row("section", "[servr]\n", "c:1:2: unknown section or key 'servr' (did you mean 'server'?)");
    row("plural section", "[[components]]\nid = 'a'\n",
        "c:1:3: unknown section or key 'components' (did you mean 'component'?)");
    row("key", "[server]\ntikc = '2s'\n", "c:2:1: unknown key 'tikc' in [server] (did you mean 'tick'?)");
    row("hopeless key", "[pow]\ncolour = 1\n", "c:2:1: unknown key 'colour' in [pow] (known: base_path)");
    row("dialect of limits", "[limits.algre]\n", "c:1:9: unknown key 'algre' in [limits] (did you mean 'alger'?)");
    row("single instead of many", "[listener]\nport = 1\n",
        "c:1:1: listener must be a list of tables (write [[listener]]), not a table");
    row("many instead of single", "[[server]]\n", "c:1:1: server must be a table (write [server]), not an array");
    row("text wanted", "[server]\nbind = 5\n",
        "c:2:8: bind must be text in quotes, or a list of such texts, not an integer");
    row("integer wanted", "[server]\nworkers = '2'\n", "c:2:11: workers must be an integer, not text");
    row("no workers", "[server]\nworkers = 0\n", "c:2:11: workers cannot be 0 (1 to 4096)");
    row("huge integer", "[server]\nworkers = 5000000000\n",
        "c:2:11: workers cannot be 5000000000 (at most 2147483647)");
    row("bind", "[server]\nbind = 'everywhere'\n",
        "c:2:8: bind cannot be 'everywhere' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)");
    row("binds", "[server]\nbind = ['localhost', 5]\n",
        "c:2:22: every element of bind must be text in quotes, not an integer");
    row("no bind", "[server]\nbind = []\n", "c:2:8: bind is empty (name at least one address, or leave the key out)");
    row("bind twice", "[server]\nbind = ['::1', '0:0::1']\n",
        "c:2:8: bind has '::1' and '0:0::1', which overlap (remove one)");
    row("bind within", "[server]\nbind = ['::', '127.0.0.1', '0.0.0.0']\n",
        "c:2:8: bind has '127.0.0.1' and '0.0.0.0', which overlap (remove one)");
    row("bind within any", "[server]\nbind = ['::', 'localhost']\n",
        "c:2:8: bind has '::' and 'localhost', which overlap (remove one)");
    for (const char *proxy : {"", "proxy", "10.0.0.0/33", "300.0.0.1", "*"})
        QTest::addRow("proxy %s", proxy)
            << "[server]\ntrusted_proxies = ['::1', '"_ba + proxy + "']\n"
            << u"c:2:19: trusted_proxies has '%1' (an address or a subnet, as 127.0.0.1 or 10.0.0.0/8)"_s.arg(
                   QString::fromLatin1(proxy));
    row("empty template", "[experiments]\ntemplates = [' ']\n",
        "c:2:13: templates has ' ', which is empty (remove it)");
    row("open template", "[experiments]\ntemplates = ['echo \"x']\n",
        "c:2:13: templates has 'echo \"x', in which a quote is not closed (close it)");
    row("template without program", "[experiments]\ntemplates = ['{tool} x']\n",
        "c:2:13: templates has '{tool} x', which does not begin with a program (name it; a place can only be an "
        "argument)");
    row("template with words behind any", "[experiments]\ntemplates = ['echo {*} x']\n",
        "c:2:13: templates has 'echo {*} x', where {*} is not the last word (only there it can stand for any number of "
        "arguments)");
    for (const char *word : {"--count={n}", "{a}{b}", "{", "{}", "x}"})
        QTest::addRow("template word %s", word)
            << "[experiments]\ntemplates = ['seq "_ba + word + "']\n"
            << u"c:2:13: templates has 'seq %1', where '%1' is neither a fixed word nor a place (write {name} as a word of its own)"_s
                   .arg(QString::fromLatin1(word));
    row("duration without unit", "[server]\ntick = 2\n",
        "c:2:8: tick must be a duration in quotes such as \"2s\", not an integer");
    row("duration syntax", "[server]\ntick = '2 sec'\n",
        "c:2:8: tick cannot be '2 sec' (write a duration as \"500ms\", \"2s\", \"10m\", \"1h30m\" or \"30d\")");
    row("duration negative", "[server]\ntick = '-2s'\n",
        "c:2:8: tick cannot be negative, as '-2s' is (write for example \"2s\")");
    row("events for ever", "[server]\nevents = 'forever'\n",
        "c:2:10: events cannot be 'forever' (write a duration as \"500ms\", \"2s\", \"10m\", \"1h30m\" or \"30d\")");
    row("events for no time", "[server]\nevents = '0s'\n", "c:2:10: events cannot be \"0s\" (\"1s\" to \"36600d\")");
    row("duration range", "[server]\ntick = '1ms'\n", "c:2:8: tick cannot be \"1ms\" (\"100ms\" to \"1h\")");
    row("port", "[[listener]]\nport = 65536\ndialects = ['ark']\n", "c:2:8: port cannot be 65536 (0 to 65535)");
    row("port twice", "[[listener]]\nport = 80\ndialects = ['ark']\n[[listener]]\nport = 80\ndialects = ['pow']\n",
        "c:5:8: port 80 is already taken by another [[listener]] (choose another one, or put the dialects together)");
    row("no dialects", "[[listener]]\nport = 80\n",
        "c:1:1: [[listener]] lacks 'dialects' (what is spoken here: airavata, alger, ark, pow, sutra)");
    row("unknown dialect", "[[listener]]\nport = 80\ndialects = ['sutar']\n",
        "c:3:12: dialects names the unknown dialect 'sutar' (did you mean 'sutra'?) (known: airavata, alger, ark, pow, "
        "sutra)");
    row("dialect twice", "[[listener]]\nport = 80\ndialects = ['ark', 'ark']\n",
        "c:3:12: dialects names 'ark' twice (remove one)");
    row("anonymous", "[[listener]]\nport = 80\ndialects = ['ark']\nanonymous = 'admin'\n",
        "c:4:13: anonymous cannot be 'admin' (one of: none, viewer, operator; make a user)");
    row("tls", "[[listener]]\nport = 80\ndialects = ['ark']\ntls = { certificate = 'a' }\n",
        "c:4:7: tls lacks 'key' (PEM file with the private key, which no other user may read; relative to this file)");
    row("origin", "[[listener]]\nport = 80\ndialects = ['ark']\norigins = ['dash.example.org']\n",
        "c:4:11: origins has 'dash.example.org' (scheme and host only, as https://dash.example.org, or null and "
        "file:// for "
        "pages opened from a disk)");
    row("every origin", "[[listener]]\nport = 80\ndialects = ['ark']\norigins = ['*']\n",
        "c:4:11: origins has '*' (scheme and host only, as https://dash.example.org, or null and file:// for pages "
        "opened "
        "from a disk)");
    for (const char *host :
         {"https://ops.example.org", "ops.example.org:443", "ops.example.org/x", "*.example.org", ""})
        QTest::addRow("host %s", host)
            << "[[listener]]\nport = 80\ndialects = ['ark']\nhosts = ['"_ba + host + "']\n"
            << u"c:4:9: hosts has '%1' (a name or address without scheme, port and path, as ops.example.org)"_s.arg(
                   QString::fromLatin1(host));
    row("base path", "[pow]\nbase_path = 'pow'\n",
        "c:2:13: base_path cannot be 'pow' (begin and end with /, as /pow/)");
    row("two passwords",
        "[[user]]\nname = 'a'\npassword = 'x'\npassword_hash = "
        "'$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$bG9uZ2hhc2hsb25naGFzaGxvbmdoYXNobG9uZ2hhc2g'\n",
        "c:3:12: user 'a' has both password and password_hash (remove password)");
    row("hash", "[[user]]\nname = 'a'\npassword_hash = 'x'\n",
        "c:3:17: password_hash is not a hash this program can check (make one with signalbox --hash-password)");
    for (const char *name : {"anonymous", "server", "console", "schedule"})
        QTest::addRow("user %s", name) << "[[user]]\nname = '"_ba + name + "'\n"
                                       << u"c:2:8: name cannot be '%1', which stands for what no user did (reserved: "
                                          u"anonymous, server, console, schedule; "
                                          "choose another name)"_s.arg(QString::fromLatin1(name));
    row("role", "[[user]]\nname = 'a'\nroles = ['admn']\n",
        "c:3:10: a role in roles cannot be 'admn' (did you mean 'admin'?) (one of: viewer, operator, admin)");
    row("user twice", "[[user]]\nname = 'a'\n[[user]]\nname = 'a'\n",
        "c:4:8: [[user]] name 'a' is already taken (rename one of the two)");

    row("id", "[[component]]\nid = '../a'\ncommand = ['x']\n",
        "c:2:6: id cannot be '../a' (1 to 64 of a-z, 0-9, _ and -, beginning with a letter or digit)");
    row("id missing", "[[component]]\ncommand = ['x']\n",
        "c:1:1: [[component]] lacks 'id' (what it is called on every wire)");
    inComponent("id twice", "[[component]]\nid = 'a'\ncommand = ['x']\n",
                "c:5:6: [[component]] id 'a' is already taken (rename one of the two)");
    row("no command", "[[component]]\nid = 'a'\n",
        "c:1:1: [[component]] lacks 'command' (program and arguments, no shell; every character stands for itself)");
    row("empty command", "[[component]]\nid = 'a'\ncommand = []\n",
        "c:3:11: command is empty (a list beginning with the program, as [\"sleep\", \"60\"])");
    row("shell line", "[[component]]\nid = 'a'\ncommand = 'sleep 60'\n",
        "c:3:11: command must be a list of texts such as [\"a\", \"b\"], not text");
    row("number in command", "[[component]]\nid = 'a'\ncommand = ['sleep', 60]\n",
        "c:3:21: every element of command must be text in quotes, not an integer");
    row("NUL", "[[component]]\nid = 'a'\ncommand = [\"a\\u0000b\"]\n",
        "c:3:12: every element of command contains a NUL character (remove it)");
    inComponent(
        "signal", "stop_signal = 'STOP'\n",
        "c:4:15: stop_signal cannot be 'STOP' (one of: TERM, INT, HUP, QUIT, KILL, USR1, USR2, ABRT, ALRM, WINCH)");
    inComponent("restart", "restart = 'allways'\n",
                "c:4:11: restart cannot be 'allways' (did you mean 'always'?) (one of: never, on-failure, always)");
    inComponent("stop mode", "stop_mode = 'mian'\n",
                "c:4:13: stop_mode cannot be 'mian' (did you mean 'main'?) (one of: group, main)");
    inComponent("standard input", "stdin = 'pipe'\n", "c:4:9: stdin cannot be 'pipe' (one of: null, open)");
    inComponent("exit code", "success_exit_codes = 0\n",
                "c:4:22: success_exit_codes must be a list of integers such as [0, 3], not an integer");
    inComponent("exit codes of texts", "success_exit_codes = [0, '3']\n",
                "c:4:26: every element of success_exit_codes must be an integer, not text");
    inComponent("no exit codes", "success_exit_codes = []\n",
                "c:4:22: success_exit_codes is empty (name at least one, as [0])");
    inComponent("an impossible exit code", "success_exit_codes = [0, 256]\n",
                "c:4:22: success_exit_codes cannot hold 256 (0 to 255)");
    inComponent("ready timeout", "ready_timeout = '0s'\n",
                "c:4:17: ready_timeout cannot be \"0s\" (\"10ms\" to \"1d\")");
    inComponent("ready after the timeout", "ready = { after = '90s' }\n",
                "c:4:9: component 'a' is never ready: ready.after is not less than ready_timeout, \"1m30s\" (raise "
                "ready_timeout)");
    inComponent("log level", "log_level = 'word'\n",
                "c:4:13: log_level cannot be 'word' (did you mean 'words'?) (one of: words, stream)");
    inComponent("restart delay", "restart_delay = '0s'\n",
                "c:4:17: restart_delay cannot be \"0s\" (\"10ms\" to \"1h\")");
    inComponent("ready nothing", "ready = {}\n",
                "c:4:9: ready must have exactly one of log, tcp, http, command, notify, after, but has 0");
    inComponent("ready two", "ready = { log = 'x', tcp = 1 }\n",
                "c:4:9: ready must have exactly one of log, tcp, http, command, notify, after, but has 2");
    inComponent("ready unknown", "ready = { log = 'x', tpc = 1 }\n",
                "c:4:22: unknown key 'tpc' in ready (did you mean 'tcp'?)");
    inComponent("ready of health", "ready = { watchdog = '9s' }\n",
                "c:4:11: ready cannot have 'watchdog', which is of health alone (ready has one of: log, tcp, http, "
                "command, notify, after)");
    inComponent("health of ready", "health = { after = '9s' }\n",
                "c:4:12: health cannot have 'after', which is of ready alone (health has one of: log, tcp, http, "
                "command, watchdog, silent_for)");
    inComponent("failures of ready", "ready = { tcp = 1, failures = 3 }\n",
                "c:4:20: ready cannot have 'failures', which is of health alone (ready has one of: log, tcp, http, "
                "command, notify, after)");
    inComponent("interval of a watchdog", "health = { watchdog = '9s', interval = '1s' }\n",
                "c:4:29: health.interval means nothing beside 'watchdog' (remove it)");
    inComponent("status of a port", "ready = { tcp = 1, status = 200 }\n",
                "c:4:20: ready.status means nothing beside 'tcp' (remove it)");
    inComponent("ready not told", "ready = { notify = false }\n",
                "c:4:20: ready.notify cannot be false (leave ready out)");
    inComponent("ready address", "ready = { http = 'localhost:80' }\n",
                "c:4:18: ready.http cannot be 'localhost:80' (an address such as http://127.0.0.1:8080/healthz)");
    inComponent("ready status", "ready = { http = 'http://localhost', status = [200, 99] }\n",
                "c:4:47: ready.status cannot hold 99 (100 to 599)");
    inComponent("ready command", "ready = { command = [] }\n",
                "c:4:21: ready.command is empty (a list beginning with the program, as [\"sleep\", \"60\"])");
    inComponent("health action", "health = { tcp = 1, action = 'reboot' }\n",
                "c:4:30: health.action cannot be 'reboot' (one of: show, restart)");
    inComponent("health failures", "health = { tcp = 1, failures = 0 }\n",
                "c:4:32: health.failures cannot be 0 (1 to 1000)");
    inComponent(
        "hook", "before_start = 'x'\n",
        "c:4:16: before_start must be a list such as [\"program\", \"argument\"] or a table such as { command = … "
        "}, not text");
    inComponent("empty hook", "before_stop = []\n",
                "c:4:15: before_stop is empty (a list beginning with the program, as [\"sleep\", \"60\"])");
    inComponent("hook without command", "on_failure = { timeout = '1s' }\n",
                "c:4:14: on_failure lacks 'command' (run in the component's directory and environment, no shell)");
    inComponent("ready port", "ready = { tcp = 0 }\n", "c:4:17: ready.tcp cannot be 0 (1 to 65535)");
    inComponent(
        "memory", "memory_limit = '512MB'\n",
        "c:4:16: memory_limit cannot be '512MB' (write a size as \"64KiB\", \"512MiB\", \"2GiB\" or a number of "
        "bytes)");
    inComponent("little memory", "memory_limit = '4KiB'\n", "c:4:16: memory_limit cannot be 4 KiB (at least 1 MiB)");
    inComponent("memory without a unit", "memory_limit = true\n",
                "c:4:16: memory_limit must be a size in quotes such as \"512MiB\", not a yes/no value");
    inComponent("weight", "cpu_weight = 0\n", "c:4:14: cpu_weight cannot be 0 (1 to 10000)");
    inComponent("nice", "nice = 20\n", "c:4:8: nice cannot be 20 (-20 to 19)");
    inComponent("open files", "open_files = 3\n", "c:4:14: open_files cannot be 3 (16 to 1048576)");
    inComponent("figures of nothing", "figures = ['a']\n",
                "c:4:12: component 'a' has figures, and no metrics to read them from (add metrics)");
    inComponent("a figure that is no name",
                "metrics = { url = 'http://x', format = 'prometheus' }\nfigures = ['a', '1b']\n",
                "c:5:17: figure '1b' of component 'a' does not begin with a metric's name (write for example "
                "\"http_requests_total\")");
    inComponent("a figure with an empty part", "metrics = { file = 'x' }\nfigures = ['a..b']\n",
                "c:5:12: figure 'a..b' of component 'a' has an empty part (write for example \"a.b.c\")");
    inComponent("a figure twice", "metrics = { file = 'x' }\nfigures = ['a', 'a']\n",
                "c:5:17: figure 'a' of component 'a' is there twice (remove one)");
    inComponent("format of metrics", "metrics = { file = 'x', format = 'xml' }\n",
                "c:4:34: metrics.format cannot be 'xml' (one of: json, prometheus)");
    inComponent("metrics of two", "metrics = { file = 'x', url = 'http://x' }\n",
                "c:4:11: metrics must be { file = \"stats.json\" } or { url = \"http://…\" }, beside it format, but "
                "has 2 of file "
                "and url");
    inComponent("metrics", "metrics = { url = 'ftp://x' }\n",
                "c:4:19: metrics.url cannot be 'ftp://x' (begin with http:// or https://)");
    inComponent("environment", "environment = { A = 1 }\n",
                "c:4:21: environment.A must be text in quotes, not an integer");
    inComponent("unknown dependency", "depends_on = ['b']\n",
                "c:4:15: component 'a' depends on the unknown component 'b'");
    inComponent("own dependency", "depends_on = ['a']\n",
                "c:4:14: components depend on each other in a circle: a -> a (remove one of these dependencies)");
    inComponent("dependencies", "depends_on = 'b'\n",
                "c:4:14: depends_on must be a list such as [\"a\", { id = \"b\", after = \"started\" }], not text");
    inComponent("dependency", "depends_on = [5]\n",
                "c:4:15: every element of depends_on must be an id in quotes or a table such as { id = \"a\" }, not an "
                "integer");
    inComponent("empty dependency", "depends_on = ['']\n",
                "c:4:15: every element of depends_on must name a component (remove the empty one)");
    inComponent("dependency without id", "depends_on = [{ after = 'ready' }]\n",
                "c:4:15: an element of depends_on lacks 'id' (of another component)");
    inComponent("unknown dependency in a table", "depends_on = [{ id = 'b' }]\n",
                "c:4:22: component 'a' depends on the unknown component 'b'");
    const char *other = "[[component]]\nid = 'b'\ncommand = ['x']\n";
    QTest::newRow("unknown key of a dependency")
        << component + "depends_on = [{ id = 'b', afer = 'ready' }]\n" + other
        << u"c:4:27: unknown key 'afer' in an element of depends_on (did you mean 'after'?)"_s;
    QTest::newRow("unknown state of a dependency")
        << component + "depends_on = [{ id = 'b', after = 'done' }]\n" + other
        << u"c:4:35: after cannot be 'done' (one of: ready, started, completed)"_s;
    QTest::newRow("a service is never completed")
        << component + "depends_on = [{ id = 'b', after = 'completed' }]\n" + other
        << u"c:4:35: component 'a' waits until 'b' is completed, which no service ever is (write after = \"ready\", or "
           "give 'b' type = \"oneshot\")"_s;
    inComponent("type", "type = 'one-shot'\n",
                "c:4:8: type cannot be 'one-shot' (did you mean 'oneshot'?) (one of: service, oneshot)");
    inComponent("readiness of a oneshot", "type = 'oneshot'\nready = { after = '1s' }\n",
                "c:5:9: component 'a' is a oneshot, which is ready when it is done (remove ready)");
    inComponent("circle", "depends_on = ['b']\n[[component]]\nid = 'b'\ncommand = ['x']\ndepends_on = ['a']\n",
                "c:4:14: components depend on each other in a circle: a -> b -> a (remove one of these dependencies)");

    row("kind inputs", "[[kind]]\nname = 'k'\ncommand = ['x']\ninputs = { min = 2, max = 1 }\n",
        "c:4:10: inputs has max 1 below min 2 (exchange them)");
    row("kind placeholder", "[[kind]]\nname = 'k'\ncommand = ['x', '{param:y']\n",
        "c:3:11: command has an incomplete placeholder at '{param:y' (write {param:name}, or {{ for a literal {)");
    row("kind program", "[[kind]]\nname = 'k'\ncommand = ['{param:tool}']\n",
        "c:3:11: command cannot take the program itself from a parameter, as '{param:tool}' does (name the program; a "
        "parameter can only be an argument)");
    const char *pipeline = "[[pipeline]]\nid = 'p'\nnodes = [\n";
    const auto inPipeline = [&](const char *name, const char *nodes, const char *expected) {
        QTest::newRow(name) << QByteArray("[[kind]]\nname = 'one'\ncommand = ['x']\ninputs = { min = 1, max = 1 }\n")
                                   + pipeline + nodes + QByteArray("\n]\n")
                            << QString::fromUtf8(expected);
    };
    inPipeline("no nodes", "", "c:7:9: pipeline 'p' has no usable nodes (give it at least one)");
    inPipeline("neither", "{ id = 'a' }",
               "c:8:1: node 'a' of pipeline 'p' needs either a kind or a command, and not both");
    inPipeline("both", "{ id = 'a', kind = 'one', command = ['x'] }",
               "c:8:20: node 'a' of pipeline 'p' needs either a kind or a command, and not both");
    inPipeline(
        "unknown kind", "{ id = 'a', kind = 'won' }",
        "c:8:20: node 'a' of pipeline 'p' has the unknown kind 'won' (did you mean 'one'?) (define it as a [[kind]])");
    inPipeline(
        "inputs", "{ id = 'a', kind = 'one' }",
        "c:8:20: node 'a' of pipeline 'p' is a 'one' and needs exactly 1 input(s), but comes after 0 (change after)");
    inPipeline("unknown predecessor", "{ id = 'a', command = ['x'], after = ['bb'] }",
               "c:8:38: node 'a' of pipeline 'p' comes after the unknown node 'bb'");
    inPipeline("predecessor twice", "{ id = 'b', command = ['x'] },\n{ id = 'a', command = ['x'], after = ['b', 'b'] }",
               "c:9:38: node 'a' of pipeline 'p' comes after 'b' twice (remove one)");
    inPipeline("predecessor twice is one input",
               "{ id = 'b', command = ['x'] },\n{ id = 'a', kind = 'one', after = ['b', 'b'] }",
               "c:9:35: node 'a' of pipeline 'p' comes after 'b' twice (remove one)");
    inPipeline("circle behind a node",
               "{ id = 'x', command = ['x'], after = ['b'] },\n{ id = 'b', command = ['x'], after = ['a'] },\n"
               "{ id = 'a', command = ['x'], after = ['b'] }",
               "c:7:9: pipeline 'p' goes in a circle: b -> a -> b (remove one of these edges)");
    inPipeline("node twice", "{ id = 'b', command = ['x'] },\n{ id = 'b', command = ['x'] }",
               "c:9:8: pipeline 'p' has two nodes 'b' (rename one)");
    inPipeline(
        "variables collide", "{ id = 'a-b', command = ['x'] },\n{ id = 'a_b', command = ['x'] }",
        "c:9:8: nodes 'a-b' and 'a_b' of pipeline 'p' would share the variable SIGNALBOX_INPUT_A_B (rename one)");
    inPipeline("circle of nodes",
               "{ id = 'a', command = ['x'], after = ['b'] },\n{ id = 'b', command = ['x'], after = ['a'] }",
               "c:7:9: pipeline 'p' goes in a circle: a -> b -> a (remove one of these edges)");
    inPipeline("program of a node", "{ id = 'a', command = ['{param:tool=cat}'] }",
               "c:8:23: command cannot take the program itself from a parameter, as '{param:tool=cat}' does (name the "
               "program; a parameter can only be an argument)");
    inPipeline("unreadable kind", "{ id = 'a', kind = 1 }", "c:8:20: kind must be text in quotes, not an integer");
    inPipeline("unknown node key", "{ id = 'a', command = ['x'], afer = [] }",
               "c:8:30: unknown key 'afer' in an element of nodes (did you mean 'after'?)");

    row("numbered without named", "[[process]]\nname = 'p'\ncommand = ['x', '{1}']\n",
        "c:3:11: process 'p' uses {1} without params = \"named\" (set it, or write {{ for a literal {)");
    row("named without numbered", "[[process]]\nname = 'p'\ncommand = ['x']\nparams = 'named'\n",
        "c:4:10: process 'p' has params = \"named\", but its command uses none (put {0} where the first one belongs, "
        "or write "
        "params = \"ignore\")");
    row("param in process", "[[process]]\nname = 'p'\ncommand = ['x', '{param:y}']\n",
        "c:3:11: command uses {param:y}, which only kinds and pipeline nodes know (write {{ for a literal {)");
    row("program of a process", "[[process]]\nname = 'p'\ncommand = ['/bin/{0}']\nparams = 'named'\n",
        "c:3:11: command cannot take the program itself from a parameter, as '/bin/{0}' does (name the program; a "
        "parameter can only be an argument)");
    row("nobody", "[[process]]\nname = 'p'\ncommand = ['x']\nroles = []\n",
        "c:4:9: process 'p' has no roles, so nobody could call it (leave the key out for operators)");

    const QByteArray targets =
        "[[pipeline]]\nid = 'p'\nnodes = [{ id = 'a', command = ['x'] }]\n[[process]]\nname = 'q'\n"
        "command = ['x']\n[[component]]\nid = 'c'\ncommand = ['x']\n[[schedule]]\nid = 's'\n";
    const auto schedule = [&](const char *name, const char *lines, const char *expected) { // the lines begin with 12
        QTest::addRow("schedule: %s", name) << QByteArray(targets + lines) << QString::fromUtf8(expected);
    };
    schedule("cron", "pipeline = 'p'\ncron = '0 25 * * *'\n", "c:13:8: cron has '25' among its hours (0 to 23)");
    schedule("never", "pipeline = 'p'\ncron = '0 0 30 2 *'\n",
             "c:13:8: cron never comes: none of its months has such a day (0 0 30 2 *)");
    schedule("no time", "pipeline = 'p'\n", "c:10:1: schedule 's' needs either cron or every, and not both");
    schedule("two times", "pipeline = 'p'\ncron = '@daily'\nevery = '1d'\n",
             "c:14:9: schedule 's' needs either cron or every, and not both");
    schedule("too often", "pipeline = 'p'\nevery = '999ms'\n",
             "c:13:9: every cannot be \"999ms\" (\"1s\" to \"366d\")");
    schedule(
        "timezone", "pipeline = 'p'\ncron = '@daily'\ntimezone = 'Europe/Berln'\n",
        "c:14:12: timezone cannot be 'Europe/Berln' (a name as Europe/Berlin or UTC that this machine knows; Debian "
        "has them in the package tzdata)");
    schedule("timezone of every", "pipeline = 'p'\nevery = '1d'\ntimezone = 'UTC'\n",
             "c:14:12: schedule 's' has a timezone without cron (remove it: every counts from the time before)");
    schedule("nothing", "cron = '@daily'\n",
             "c:10:1: schedule 's' needs one of pipeline, process and component, and not more");
    schedule("two things", "cron = '@daily'\npipeline = 'p'\nprocess = 'q'\n",
             "c:14:11: schedule 's' needs one of pipeline, process and component, and not more");
    schedule("unknown pipeline", "cron = '@daily'\npipeline = 'pp'\n",
             "c:13:12: schedule 's' names the unknown pipeline 'pp'");
    schedule("unknown process", "cron = '@daily'\nprocess = 'nightly'\n",
             "c:13:11: schedule 's' names the unknown process 'nightly'");
    schedule("unknown component", "cron = '@daily'\ncomponent = 'database'\naction = 'stop'\n",
             "c:13:13: schedule 's' names the unknown component 'database'");
    schedule("no action", "cron = '@daily'\ncomponent = 'c'\n",
             "c:10:1: schedule 's' lacks 'action' (one of: start, restart, stop)");
    schedule("action of a pipeline", "cron = '@daily'\npipeline = 'p'\naction = 'start'\n",
             "c:14:10: schedule 's' has an action without a component (remove it)");
    schedule("action", "cron = '@daily'\ncomponent = 'c'\naction = 'kill'\n",
             "c:14:10: action cannot be 'kill' (one of: start, restart, stop)");
    schedule("table for a process", "cron = '@daily'\nprocess = 'q'\nparams = { a = 'b' }\n",
             "c:14:10: schedule 's' has a table of params, which only a pipeline takes (write a list, as [\"one\", "
             "\"two\"])");
    schedule("list for a pipeline", "cron = '@daily'\npipeline = 'p'\nparams = ['a']\n",
             "c:14:10: schedule 's' has a list of params, which only a process takes (write a table, as { name = "
             "\"value\" })");
    schedule("params of a component", "cron = '@daily'\ncomponent = 'c'\naction = 'stop'\nparams = ['a']\n",
             "c:15:10: schedule 's' has a list of params, which only a process takes (remove it)");
    schedule("params", "cron = '@daily'\nprocess = 'q'\nparams = 'a'\n",
             "c:14:10: params must be a table for a pipeline or a list of texts for a process, not text");
    const auto filled = [&](const char *name, const char *lines, const char *expected) { // the lines begin with 12
        const QByteArray things =
            "[[kind]]\nname = 'k'\ncommand = ['x', '{param:a}', '{param:b=1}']\n[[pipeline]]\nid = 'p'\n"
            "nodes = [{ id = 'n', kind = 'k' }]\n[[process]]\nname = 'q'\nparams = 'named'\ncommand = ['x', '{1}']\n"
            "[[schedule]]\nid = 's'\ncron = '@daily'\n";
        QTest::addRow("schedule: %s", name) << QByteArray(things + lines) << QString::fromUtf8(expected);
    };
    filled("nothing for a placeholder", "pipeline = 'p'\n",
           "c:14:12: schedule 's' cannot start node 'n' of pipeline 'p': parameter 'a' is missing (add it to params)");
    filled("another placeholder", "pipeline = 'p'\nparams = { b = 'x' }\n",
           "c:15:10: schedule 's' cannot start node 'n' of pipeline 'p': parameter 'a' is missing (add it to params)");
    filled("too few for a process", "process = 'q'\nparams = ['one']\n",
           "c:15:10: schedule 's' cannot start process 'q': parameter 1 is missing (add it to params)");
    schedule("twice", "cron = '@daily'\nprocess = 'q'\n[[schedule]]\nid = 's'\nevery = '1d'\nprocess = 'q'\n",
             "c:15:6: [[schedule]] id 's' is already taken (rename one of the two)");
    row("small limit", "[limits.pow]\noutput_bytes = 0\n", "c:2:16: output_bytes cannot be 0 (1024 to 1099511627776)");
}

void ConfigTest::badInput()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(problemsOf(text), QStringList(expected));
}

void ConfigTest::everythingIsSaidAtOnce()
{
    const QStringList problems = problemsOf("[server]\nworkers = 0\ntikc = 1\n[[component]]\nid = 'A'\ncommand = 'x'\n"
                                            "depends_on = ['b']\n[[listener]]\nport = -1\ndialects = []\n");
    QStringList places;
    for (const QString &problem : problems)
        places.append(problem.section(u':', 1, 1));
    QCOMPARE(places, QStringList({u"2"_s, u"3"_s, u"5"_s, u"6"_s, u"7"_s, u"9"_s, u"10"_s}));
}

void ConfigTest::hostileTextIsSurvived_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("syntax") << QByteArray("[server]\ntick = \n");
    QTest::newRow("not UTF-8") << QByteArray("a = \"\xff\xfe\"");
    QTest::newRow("NUL") << QByteArray("a\0b = 1", 7);
    QTest::newRow("key twice") << QByteArray("[pow]\nbase_path = '/'\nbase_path = '/'\n");
    QTest::newRow("deep array") << QByteArray("a = ") + QByteArray(100'000, '[');
    QTest::newRow("deep keys") << QByteArray("a.").repeated(100'000) + "a = 1";
    QTest::newRow("deep header") << "[" + QByteArray("a . ").repeated(100'000) + "a]";
    QTest::newRow("deep quoted keys") << QByteArray("\"a\\\"\".").repeated(1000) + "a = 1";
    QTest::newRow("deep keys after a string")
        << "x = { a = \"\"\" \" \"\"\", " + QByteArray("b.").repeated(1000) + "c = 1 }";
    QTest::newRow("deep keys after a comment") << "# \"\"\" \\\n" + QByteArray("b.").repeated(1000) + "c = 1";
    QTest::newRow("huge") << QByteArray(2'000'000, '#');
}

void ConfigTest::hostileTextIsSurvived()
{
    QFETCH(QByteArray, text);
    const ConfigOutcome outcome = parseConfig(text, u"c"_s, defaultConfig());
    QCOMPARE(outcome.problems.size(), 1);
    QVERIFY(outcome.problems.at(0).line > 0);
    QVERIFY(!outcome.problems.at(0).message.isEmpty());
}

// The example with pieces lost, doubled or exchanged: never a crash, and an accepted text prints and reads back.
void ConfigTest::damagedTextIsSurvived()
{
    const QByteArray whole = exampleConfigText();
    QRandomGenerator random(20240117);
    int accepted = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray text = whole;
        const qsizetype at = random.bounded(static_cast<int>(whole.size()));
        const qsizetype length = 1 + random.bounded(round % 2 == 0 ? 3 : 200);
        const qsizetype from = random.bounded(static_cast<int>(whole.size()));
        switch (round % 3) {
        case 0:
            text.remove(at, length);
            break;
        case 1:
            text.insert(at, whole.mid(from, length));
            break;
        default:
            text.replace(at, length, whole.mid(from, length));
        }
        const ConfigOutcome outcome = parseConfig(text, u"c"_s, defaultConfig());
        if (!outcome.isGood())
            continue;
        ++accepted;
        const ConfigOutcome again = parseConfig(printConfig(outcome.config).toUtf8(), u"c"_s, defaultConfig());
        QVERIFY(again.isGood());
        QVERIFY(again.config == test::withoutSecrets(outcome.config));
    }
    QVERIFY(accepted > 20); // enough to have tested reading back
}

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"
