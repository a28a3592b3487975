// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/search/finder.h"

#include "server/core/outputfiles.h"
#include "server/core/runtime/logs/logbook.h"
#include "server/core/runtime/search/logsearch.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// Says which node printed the line, and when that began. False: the execution has no such output any more.
bool nameOutput(FoundOutput &output, const ExecutionDetail &detail)
{
    const Execution &execution = detail.execution;
    output.line.name = execution.name;
    output.line.time = execution.startedAt.value_or(execution.createdAt);
    if (detail.tasks.isEmpty())
        return true;
    const bool isError = output.line.stream == OutputStream::Err;
    const QString name = isError ? output.fileName : errorNameOf(output.fileName);
    for (const Task &task : detail.tasks) {
        if (errorNameOf(task.outputFile) != name)
            continue;
        output.line.nodeId = task.nodeId;
        output.line.time = task.startedAt.value_or(output.line.time);
        return true;
    }
    return false;
}

} // namespace

// One question under way.
struct Finder::Run
{
    bool isEnough() const { return timer.hasExpired(forOneAnswer.count()) || answer.lines.size() >= linesOfOneAnswer; }

    std::shared_ptr<const LinePattern> pattern; // shared with the thread that searches; all else is the Finder's
    QPointer<QObject> context;
    AnswerCallback answered;
    FindPlace place;
    Turns::Turn turn{};
    QStringList components{}; // still to be searched
    QElapsedTimer timer{};
    FoundLines answer{};
};

Finder::Finder(const Hub &hub, LogBook &logs, const QString &dataDirectory, Ask ask, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_logs(logs)
    , m_directory(dataDirectory + u"/executions"_s)
    , m_ask(std::move(ask))
    , m_background(u"search"_s)
{
}

Finder::~Finder() = default;

void Finder::ask(const FindQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker)
{
    Result<LinePattern> pattern = LinePattern::make(query);
    if (!pattern)
        return answered(Unexpected{pattern.error()});
    const auto run = std::make_shared<Run>(Run{std::make_shared<const LinePattern>(std::move(*pattern)), context,
                                               answered, query.from.value_or(FindPlace())});
    m_turns.take(asker, context, [this, run](const Result<Turns::Turn> &turn) {
        if (!turn)
            return run->answered(Unexpected{turn.error()});
        run->turn = *turn;
        begin(run);
    });
}

void Finder::begin(const std::shared_ptr<Run> &run)
{
    if (run->place.executionId.isEmpty()) {
        for (const Component &component : m_hub.snapshot().components) { // by id
            if (component.id > run->place.componentId)
                run->components.append(component.id);
        }
    }
    run->timer.start();
    searchOn(run);
}

void Finder::searchOn(const std::shared_ptr<Run> &run)
{
    if (!run->context)
        return; // nobody waits for the answer
    if (run->components.isEmpty())
        return searchOutputs(run);
    if (run->isEnough()) {
        run->answer.next = run->place;
        return finish(run);
    }
    const QString id = run->components.takeFirst();
    m_logs.openStored(id, this, [this, run, id](StoredLog log) {
        const auto opened = std::make_shared<StoredLog>(std::move(log)); // work is copied, descriptors are not
        m_background.ask([opened, pattern = run->pattern, id] { return searchLog(id, *opened, *pattern); }, this,
                         [this, run, id](const LogStep &step) {
                             const Component *component = m_hub.snapshot().component(id);
                             for (FoundLine line : step.lines) {
                                 line.name = component ? component->name : id;
                                 run->answer.lines.append(line);
                             }
                             run->answer.matches += step.matches;
                             run->answer.looked += step.looked;
                             run->answer.bytes += step.bytes;
                             run->place = {id, {}, {}, 0};
                             searchOn(run);
                         });
    });
}

void Finder::searchOutputs(const std::shared_ptr<Run> &run)
{
    const Milliseconds left = forOneAnswer - Milliseconds(run->timer.elapsed());
    const qint64 lines = linesOfOneAnswer - run->answer.lines.size();
    if (left <= Milliseconds(0) || lines <= 0) {
        run->answer.next = run->place;
        return finish(run);
    }
    m_background.ask([directory = m_directory, pattern = run->pattern, place = run->place, left,
                      lines] { return core::searchOutputs(directory, *pattern, place, left, lines); },
                     this,
                     [this, run](const OutputStep &step) {
                         run->answer.matches += step.matches;
                         run->answer.looked += step.looked;
                         run->answer.bytes += step.bytes;
                         run->answer.next = step.next;
                         nameOutputs(run, step.found);
                     });
}

// One execution after another: which node wrote a file, and when that began.
void Finder::nameOutputs(const std::shared_ptr<Run> &run, QList<FoundOutput> found)
{
    if (!run->context)
        return;
    if (found.isEmpty())
        return finish(run);
    const QString id = found.constFirst().line.executionId;
    m_ask({serverActor(), ExecutionQuery{id}}, this, [this, run, id, found](const Result<Answer> &answer) mutable {
        const ExecutionDetail detail = answer ? std::get<ExecutionDetail>(answer.value()) : ExecutionDetail();
        while (!found.isEmpty() && found.constFirst().line.executionId == id) {
            FoundOutput output = found.takeFirst();
            if (answer && nameOutput(output, detail)) // else it was forgotten meanwhile
                run->answer.lines.append(output.line);
        }
        nameOutputs(run, found);
    });
}

void Finder::finish(const std::shared_ptr<Run> &run)
{
    if (run->context)
        run->answered(Answer(run->answer));
}

} // namespace signalbox::core
