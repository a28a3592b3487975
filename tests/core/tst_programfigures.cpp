// SPDX-License-Identifier: GPL-3.0-or-later
// [[component]] figures: their names, the two formats they are read from, rates of counters.
#include "server/core/bytesize.h"
#include "server/core/runtime/metrics/metricsanswer.h"
#include "server/core/runtime/metrics/prometheustext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace signalbox::core;
using namespace std::chrono_literals;

class ProgramFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prometheus_data();
    void prometheus();
    void whatIsNoPrometheusText();
    void names_data();
    void names();
    void json_data();
    void json();
    void rates();
    void byteSizes_data();
    void byteSizes();
};

namespace {

// As exporters write it, with what is seldom.
QByteArray exposition()
{
    return QByteArray(R"(# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{ method = "post" , code="400" , }    3 1395066363000
http_requests_total_created 5
escaped{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9
<TAB>bare<TAB>12.47<TAB>
something_weird{problem="division by zero"} +Inf -3982045
quantile{q="0.01"} NaN
unlabelled{} 7
foo_total 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67
this is no sample
broken{a="b" 4
broken{a=b} 4
broken{="b"} 4
broken
# EOF
)")
        .replace("<TAB>", "\t");
}

} // namespace

void ProgramFiguresTest::prometheus_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<double>("value"); // NaN: none
    const double none = std::nan("");
    QTest::newRow("the sum of all") << u"http_requests_total"_s << 1030.0;
    QTest::newRow("by label") << u"http_requests_total{code=\"400\"}"_s << 3.0;
    QTest::newRow("by both labels") << QString::fromUtf8(R"(http_requests_total{code="200", method="post"})") << 1027.0;
    QTest::newRow("with another value") << u"http_requests_total{code=\"500\"}"_s << none;
    QTest::newRow("with a label it lacks") << u"bare{code=\"500\"}"_s << none;
    QTest::newRow("escapes") << QString::fromUtf8(
        R"(escaped{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""})")
                             << 1.458255915e9;
    QTest::newRow("blanks") << u"bare"_s << 12.47;
    QTest::newRow("braces with nothing in them") << u"unlabelled"_s << 7.0;
    QTest::newRow("an exemplar behind it") << u"foo_total"_s << 17.0;
    QTest::newRow("infinite") << u"something_weird"_s << none;
    QTest::newRow("not a number") << u"quantile"_s << none;
    QTest::newRow("broken") << u"broken"_s << none;
    QTest::newRow("not there") << u"http_requests"_s << none;
}

void ProgramFiguresTest::prometheus()
{
    QFETCH(QString, figure);
    QFETCH(double, value);
    QString problem;
    const FigureName name = prometheusFigure(figure, problem);
    QCOMPARE(problem, QString());
    const auto values = readPrometheusText(exposition(), {name});
    QVERIFY(values);
    QCOMPARE(values->constFirst().has_value(), !std::isnan(value));
    if (!std::isnan(value))
        QCOMPARE(*values->constFirst(), value);
}

void ProgramFiguresTest::whatIsNoPrometheusText()
{
    QVERIFY(!readPrometheusText("<html>\n<body>404 not found</body>\n", {}));
    QVERIFY(!readPrometheusText("", {}));
    QVERIFY(!readPrometheusText("{\"a\": 1}", {}));
    QVERIFY(readPrometheusText("a 1", {}));
    QVERIFY(readPrometheusText("# TYPE a counter\n", {}));
}

void ProgramFiguresTest::names_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("problem"); // of the beginning
    QTest::newRow("plain") << u"a_b:c"_s << QString();
    QTest::newRow("rate") << u"a{b=\"c\"}:rate"_s << QString();
    QTest::newRow("labels") << QString::fromUtf8(R"(a{b="c\"}", d="e",})") << QString();
    QTest::newRow("no name") << u"{b=\"c\"}"_s << u"does not begin with a metric's name"_s;
    QTest::newRow("digit") << u"1a"_s << u"does not begin with a metric's name"_s;
    QTest::newRow("no end") << u"a{b=\"c\""_s << u"does not end its labels"_s;
    QTest::newRow("no quotes") << u"a{b=c}"_s << u"has no value in quotes for the label 'b'"_s;
    QTest::newRow("no label") << u"a{=\"c\"}"_s << u"has no label"_s;
    QTest::newRow("brace alone") << u"a{"_s << u"has no label"_s;
    QTest::newRow("twice") << u"a{b=\"c\",b=\"d\"}"_s << u"names the label 'b' twice"_s;
    QTest::newRow("more behind it") << u"a{b=\"c\"}x"_s << u"does not end its labels"_s;
}

void ProgramFiguresTest::names()
{
    QFETCH(QString, figure);
    QFETCH(QString, problem);
    QString found;
    const FigureName name = prometheusFigure(figure, found);
    QVERIFY2(problem.isEmpty() ? found.isEmpty() : found.startsWith(problem), qUtf8Printable(found));
    QCOMPARE(name.name, figure);
    QCOMPARE(name.isRate, figure.endsWith(u":rate"));
}

void ProgramFiguresTest::json_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<double>("value");
    QTest::newRow("member") << u"total_concepts"_s << 5.0;
    QTest::newRow("members of members") << u"pool.busy"_s << 2.5;
    QTest::newRow("index") << u"pool.workers.1.load"_s << -0.5;
    QTest::newRow("no index") << u"pool.workers.2.load"_s << std::nan("");
    QTest::newRow("negative index") << u"pool.workers.-1.load"_s << std::nan("");
    QTest::newRow("text") << u"name"_s << std::nan("");
    QTest::newRow("object") << u"pool"_s << std::nan("");
    QTest::newRow("not there") << u"pool.x.y.z"_s << std::nan("");
}

void ProgramFiguresTest::json()
{
    QFETCH(QString, figure);
    QFETCH(double, value);
    QString problem;
    const QList<FigureName> figures{jsonFigure(figure, problem)};
    QCOMPARE(problem, QString());
    const auto answer =
        readMetricsAnswer(R"({"total_concepts":5,"name":"7","pool":{"busy":2.5,"workers":[{"load":1},{"load":-0.5}]}})",
                          MetricsSource::Format::Json, figures);
    QVERIFY(answer);
    QCOMPARE(answer->report.totalConcepts.value_or(0), 5); // the known ones are read beside them
    QCOMPARE(answer->figures.constFirst().has_value(), !std::isnan(value));
    if (!std::isnan(value))
        QCOMPARE(*answer->figures.constFirst(), value);
}

void ProgramFiguresTest::rates()
{
    const QList<FigureName> figures = figureNames(MetricsSource::Format::Json, {u"a:rate"_s, u"a"_s, u"b"_s});
    FigureRates rates;
    const std::chrono::steady_clock::time_point start{};
    using Known = QMap<QString, double>;
    QCOMPARE(rates.take(figures, {100.0, 100.0, std::nullopt}, start), (Known{{u"a"_s, 100.0}}));
    QCOMPARE(rates.take(figures, {110.0, 110.0, 1.0}, start + 4s),
             (Known{{u"a:rate"_s, 2.5}, {u"a"_s, 110.0}, {u"b"_s, 1.0}}));
    // Begun again at nothing: what it has counted since.
    QCOMPARE(rates.take(figures, {6.0, 6.0, 1.0}, start + 6s).value(u"a:rate"_s), 3.0);
    QVERIFY(!rates.take(figures, {std::nullopt, 6.0, 1.0}, start + 8s).contains(u"a:rate"_s));
    QCOMPARE(rates.take(figures, {16.0, 6.0, 1.0}, start + 10s).value(u"a:rate"_s), 2.5); // over four seconds
}

void ProgramFiguresTest::byteSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: none
    QTest::newRow("MiB") << u"512MiB"_s << qint64(512 << 20);
    QTest::newRow("GiB") << u"2GiB"_s << (qint64(2) << 30);
    QTest::newRow("bytes") << u"4097"_s << qint64(4097);
    QTest::newRow("not whole") << u"1536KiB"_s << qint64(1536 << 10);
    QTest::newRow("decimal") << u"512MB"_s << qint64(-1);
    QTest::newRow("fraction") << u"1.5GiB"_s << qint64(-1);
    QTest::newRow("sign") << u"-1MiB"_s << qint64(-1);
    QTest::newRow("unit alone") << u"MiB"_s << qint64(-1);
    QTest::newRow("too much") << u"99999999TiB"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void ProgramFiguresTest::byteSizes()
{
    QFETCH(QString, text);
    QFETCH(qint64, bytes);
    QCOMPARE(parseByteSize(text).value_or(-1), bytes);
    if (bytes >= 0)
        QCOMPARE(formatByteSize(bytes), text);
}

QTEST_GUILESS_MAIN(ProgramFiguresTest)
#include "tst_programfigures.moc"
