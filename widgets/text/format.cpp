// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/format.h"

#include "widgets/text/reasontext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace signalbox::widgets::format {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

// 0 … 99
QString twoDigits(qint64 value)
{
    const QLocale locale;
    return (value < 10 ? locale.zeroDigit() : QString()) + locale.toString(value);
}

} // namespace

QDateTime local(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

QString clockTime(Timestamp time)
{
    return QLocale().toString(local(time), u"HH:mm:ss"_s);
}

QString clockTimeWithMilliseconds(Timestamp time)
{
    return QLocale().toString(local(time), u"HH:mm:ss.zzz"_s);
}

QString dateTime(Timestamp time)
{
    const QDateTime when = local(time);
    if (when.date() == QDate::currentDate())
        return clockTime(time);
    return QLocale().toString(when.date(), QLocale::ShortFormat) + u' ' + clockTime(time);
}

QString duration(Milliseconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    const QLocale locale;
    if (seconds < 60)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 3600)
        return Text::tr("%1 min %2 s").arg(locale.toString(seconds / 60), twoDigits(seconds % 60));
    if (seconds < 86400)
        return Text::tr("%1 h %2 min").arg(locale.toString(seconds / 3600), twoDigits(seconds / 60 % 60));
    return Text::tr("%1 d %2 h").arg(locale.toString(seconds / 86400), locale.toString(seconds / 3600 % 24));
}

QString lasted(Timestamp started, const std::optional<Timestamp> &ended, Timestamp now)
{
    const Milliseconds length = ended.value_or(std::max(now, started)) - started;
    if (!ended || length >= std::chrono::seconds(10))
        return duration(length);
    if (length < std::chrono::milliseconds(100)) // "0.00 s" would say nothing
        return Text::tr("%1 ms").arg(QLocale().toString(std::max<qint64>(0, length.count())));
    return Text::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(std::max<qint64>(0, length.count())) / 1000.0, 'f', 2));
}

QString bytes(qint64 count)
{
    // Not formattedDataSize() for small ones: it spells out "bytes", which no column has room for.
    return count < 1024 ? Text::tr("%1 B").arg(QLocale().toString(count)) : QLocale().formattedDataSize(count, 1);
}

QString byteUnit(qint64 count)
{
    return QLocale().formattedDataSize(count, 0).section(u' ', -1);
}

QString megabytes(double mebibytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(mebibytes * 1024.0 * 1024.0), 1);
}

QString memory(const ComponentFigures &figures)
{
    const QString size = megabytes(figures.memoryMb);
    return figures.countsShared ? u"≤ "_s + size : size;
}

QString memoryTip(const ComponentFigures &figures)
{
    return figures.countsShared ? Text::tr("At most this: what the processes share counts for each of them, because "
                                           "Signalbox may not read what they share.")
                                : QString();
}

QString percentPattern()
{
    return Text::tr("%1 %");
}

QString percent(double value)
{
    return percentPattern().arg(QLocale().toString(value, 'f', 1));
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString plainNumber(qint64 value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value);
}

QString dash()
{
    return u"–"_s;
}

QString failedComponents(int count)
{
    return Text::tr("%Ln components have failed", "", count);
}

QString degradedComponents(int count)
{
    return Text::tr("%Ln components are degraded", "", count);
}

QString unfinishedExecutions(int running, int waiting)
{
    const QString text = Text::tr("%Ln executions running", "", running);
    return waiting == 0 ? text : text + u" · "_s + Text::tr("%Ln waiting", "executions", waiting);
}

QString address(const ListenerInfo &listener)
{
    static const QStringList loopbacks{u"127.0.0.1"_s, u"::1"_s};
    ListenerInfo shown = listener;
    const auto isLoopback = [](const QString &address) { return loopbacks.contains(address); };
    if (std::count_if(listener.addresses.cbegin(), listener.addresses.cend(), isLoopback) == loopbacks.size()) {
        shown.addresses.removeIf(isLoopback);
        shown.addresses.prepend(u"localhost"_s);
    }
    return shown.endpoints().join(", "_L1);
}

QString firstNames(const QStringList &names)
{
    constexpr qsizetype most = 4;
    const QString text = names.mid(0, most).join(", "_L1);
    return names.size() > most ? text + u", …"_s : text;
}

QString namesAndMore(const QStringList &names)
{
    constexpr qsizetype most = 5;
    const QString text = names.mid(0, most).join(", "_L1);
    return names.size() > most ? Text::tr("%1 and %Ln more", "names", static_cast<int>(names.size() - most)).arg(text)
                               : text;
}

QString state(ComponentState state)
{
    switch (state) {
    case ComponentState::Stopped:
        return Text::tr("Stopped", "component");
    case ComponentState::Starting:
        return Text::tr("Starting", "component");
    case ComponentState::Running:
        return Text::tr("Running", "component");
    case ComponentState::Stopping:
        return Text::tr("Stopping", "component");
    case ComponentState::Error:
        break;
    }
    return Text::tr("Error", "component");
}

QString state(const Component &component)
{
    if (component.isDone)
        return Text::tr("Done", "component");
    return isDegraded(component) ? Text::tr("Degraded", "component") : state(component.state);
}

namespace {

// The reason of a failure says more than its error: whether it is tried again, and what to do.
const Reason &reasonOf(const Component &component)
{
    const bool isUntold = component.reason.isEmpty() && component.state == ComponentState::Error;
    return isDegraded(component) || isUntold ? component.error : component.reason;
}

} // namespace

QString why(const Component &component)
{
    return reasontext::words(reasonOf(component));
}

QString whyInFull(const Component &component)
{
    return reasontext::inFull(reasonOf(component));
}

QString state(ExecutionState state)
{
    switch (state) {
    case ExecutionState::Created:
        return Text::tr("Created", "execution");
    case ExecutionState::Queued:
        return Text::tr("Queued", "execution");
    case ExecutionState::Running:
        return Text::tr("Running", "execution");
    case ExecutionState::Succeeded:
        return Text::tr("Succeeded", "execution");
    case ExecutionState::Failed:
        return Text::tr("Failed", "execution");
    case ExecutionState::Cancelled:
        return Text::tr("Cancelled", "execution");
    case ExecutionState::Interrupted:
        break;
    }
    return Text::tr("Interrupted", "execution");
}

QString symbol(ExecutionState state)
{
    switch (state) {
    case ExecutionState::Created:
        return u"○"_s;
    case ExecutionState::Queued:
        return u"…"_s;
    case ExecutionState::Running:
        return u"▶"_s;
    case ExecutionState::Succeeded:
        return u"✓"_s;
    case ExecutionState::Failed:
        return u"✕"_s;
    case ExecutionState::Cancelled:
        return u"–"_s;
    case ExecutionState::Interrupted:
        break;
    }
    return u"!"_s;
}

QString kind(ExecutionKind kind)
{
    switch (kind) {
    case ExecutionKind::Pipeline:
        return Text::tr("Pipeline");
    case ExecutionKind::Process:
        return Text::tr("Process");
    case ExecutionKind::Experiment:
        return Text::tr("Experiment");
    case ExecutionKind::Job:
        break;
    }
    return Text::tr("Job");
}

QString mode(Mode mode)
{
    switch (mode) {
    case Mode::Normal:
        return Text::tr("Normal operation");
    case Mode::Maintenance:
        return Text::tr("Maintenance");
    case Mode::Halted:
        break;
    }
    return Text::tr("Executions halted");
}

QString level(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return Text::tr("Trace");
    case LogLevel::Debug:
        return Text::tr("Debug");
    case LogLevel::Info:
        return Text::tr("Info");
    case LogLevel::Warn:
        return Text::tr("Warning");
    case LogLevel::Error:
        break;
    }
    return Text::tr("Error", "log level");
}

QString commandLine(const QStringList &command)
{
    QStringList quoted;
    for (const QString &argument : command) {
        const bool plain = !argument.isEmpty() && std::all_of(argument.cbegin(), argument.cend(), [](QChar c) {
            return c.isLetterOrNumber() || u"-_./:=,+@%"_s.contains(c);
        });
        QString escaped = argument;
        quoted << (plain ? argument : QString(u'\'' + escaped.replace(u'\'', "'\\''"_L1) + u'\''));
    }
    return quoted.join(u' ');
}

} // namespace signalbox::widgets::format
