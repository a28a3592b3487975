// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/blackbox/blackboxes.h"

#include "server/core/runtime/blackbox/boxfolder.h"
#include "server/core/runtime/process/procfile.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr Milliseconds sampledTime = std::chrono::minutes(10);
constexpr int mostSamples = 300; // one for each tick of 2 s

// Of one that is well, a process that the short way misses matters less than what the long one costs.
QList<ProcessLook> processesBelow(qint64 root, bool isHealthy)
{
    QList<ProcessLook> looks;
    const int pid = static_cast<int>(root);
    for (const ProcStat &process : isHealthy ? readProcessesBelow(pid) : readAllProcessesBelow(pid)) {
        if (const std::optional<ProcessLook> look = lookAt(process.pid))
            looks.append(*look);
    }
    return looks;
}

QList<qint64> pidsOf(const QList<ProcessLook> &processes)
{
    QList<qint64> pids;
    for (const ProcessLook &process : processes)
        pids.append(process.pid);
    return pids;
}

struct Written
{
    Result<QString> name;
    std::optional<qint64> kills; // of a healthy one
};

// On the thread of the boxes.
Written finish(BoxContent content, qint64 root, bool isHealthy, const BoxFolder &folder, int kept)
{
    if (root > 0)
        content.processes = processesBelow(root, isHealthy);
    if (!isHealthy)
        content.hostLook = lookAtHost(pidsOf(content.processes));
    QByteArray text = textOf(content);
    if (!isHealthy) {
        if (const Result<BlackBox> healthy = folder.read(BoxFolder::healthyName()))
            text += "\n======== The last healthy one ========\n\n" + healthy->text;
    }
    const QString name = isHealthy ? BoxFolder::healthyName() : BoxFolder::nameFor(content.time);
    const Result<void> written = folder.write(name, text, kept);
    return {written ? Result<QString>(name) : Unexpected{written.error()},
            isHealthy ? outOfMemoryKills() : std::nullopt};
}

} // namespace

BlackBoxes::BlackBoxes(Hub &hub, LogBook &logs, const Supervisor &supervisor, const Sampler &sampler, Ask ask,
                       const QString &dataDirectory)
    : m_hub(hub)
    , m_logs(logs)
    , m_supervisor(supervisor)
    , m_sampler(sampler)
    , m_ask(std::move(ask))
    , m_dataDirectory(dataDirectory)
    , m_background(u"blackbox"_s)
{
    connect(&m_hub, &Hub::changed, this, &BlackBoxes::changed);
}

void BlackBoxes::start()
{
    m_hub.clock().after(lookEvery, this, [this] {
        lookForHealthy();
        start();
    });
}

// A component that its dependencies failed was never launched, and has nothing to show.
void BlackBoxes::changed(const Change &change, const Replaced &replaced)
{
    if (const auto *removed = std::get_if<ComponentRemoved>(&change.body))
        m_known.remove(removed->id);
    const auto *now = std::get_if<ComponentChanged>(&change.body);
    const auto *before = std::get_if<Component>(&replaced);
    if (!now || !before || m_kept == 0)
        return;
    const Component &component = now->component;
    const bool wasLaunched = component.lastStart && component.lastStart->launched;
    if (component.state != ComponentState::Error || before->state == ComponentState::Error || !wasLaunched)
        return;
    Known &known = m_known[component.id];
    const auto time = m_hub.clock().steady();
    if (known.failed && time - *known.failed < pause)
        return;
    known.failed = time;
    const BoxPointer box = begin(component, u"%1 failed: %2"_s.arg(component.id, component.error));
    // Its processes are gone: as they were at the last tick.
    if (const TreeDetail *look = m_sampler.lastLook(component.id)) {
        box->content.processes = look->processes;
        box->content.memoryEvents = look->memoryEvents;
        box->content.age =
            std::max(std::chrono::ceil<Milliseconds>(std::chrono::steady_clock::now() - look->at), Milliseconds(1));
    }
    gather(box);
}

BlackBoxes::BoxPointer BlackBoxes::begin(const Component &component, const QString &why)
{
    auto box = std::make_shared<Box>();
    BoxContent &content = box->content;
    content.why = why.simplified();
    content.time = m_hub.clock().now();
    content.host = m_hub.snapshot().server.host;
    content.component = component;
    const ComponentConfig *config = m_supervisor.configOf(component.id);
    content.showsArguments = config && config->secrets.isEmpty();
    const auto figures = m_hub.snapshot().metrics.components.constFind(component.id);
    if (figures != m_hub.snapshot().metrics.components.cend())
        content.figures = *figures;
    content.killsBefore = m_known.value(component.id).kills;
    return box;
}

void BlackBoxes::lookForHealthy()
{
    const QMap<QString, Component> &components = m_hub.snapshot().components;
    std::vector<const Component *> due;
    for (const Component &component : components) {
        if (m_kept > 0 && isHealthyDue(component))
            due.push_back(&component);
    }
    // First those of which there is none, then the oldest: with thousands there is not time for all.
    std::ranges::stable_sort(due, {}, [this](const Component *component) { return m_known[component->id].healthy; });
    // Each looks at all processes of the machine: with ten times as many components a tenth as often.
    const qsizetype most =
        std::clamp<qsizetype>(healthyWork / std::max<qsizetype>(components.size(), 1), 1, healthyAtOnce);
    due.resize(std::min(static_cast<std::size_t>(most), due.size()));
    QStringList ids; // what is done for one may record something, and make the others move
    for (const Component *component : due)
        ids.append(component->id);
    for (const QString &id : std::as_const(ids)) {
        if (const Component *component = m_hub.snapshot().component(id))
            takeHealthy(*component);
    }
}

bool BlackBoxes::isHealthyDue(const Component &component) const
{
    const bool isSettled = component.state == ComponentState::Running && !isUnwell(component) && component.pid
                           && component.startedAt && m_hub.clock().now() - *component.startedAt >= settleTime;
    const Known known = m_known.value(component.id);
    const bool isNew = known.healthyPid != component.pid.value_or(0);
    return isSettled && (isNew || !known.healthy || m_hub.clock().steady() - *known.healthy >= healthyEvery);
}

void BlackBoxes::takeHealthy(const Component &component)
{
    const BoxPointer box = begin(component, u"%1 is well"_s.arg(component.id));
    box->isHealthy = true;
    box->root = m_supervisor.treeOf(component.id).root;
    Known &known = m_known[component.id];
    known.healthy = m_hub.clock().steady();
    known.healthyPid = component.pid.value_or(0);
    gather(box);
}

Result<QString> BlackBoxes::handle(const Command &command)
{
    const auto *request = std::get_if<TakeBlackBox>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported, u"this is no command about black boxes"_s);
    if (m_kept == 0)
        return unexpected(ErrorCode::Conflict, Why::NoBlackBoxes);
    if (m_known.value(request->id).isAsked)
        return unexpected(ErrorCode::Conflict, Why::BlackBoxUnderWay);
    const Component *component = m_hub.snapshot().component(request->id);
    if (!component)
        return unexpected(ErrorCode::NotFound, Why::UnknownComponent);
    const BoxPointer box = begin(*component, u"%1, taken by %2"_s.arg(component->id, command.actor.user));
    const Supervisor::Tree tree = m_supervisor.treeOf(component->id);
    box->root = tree.root;
    if (tree.group)
        box->content.memoryEvents = readProcFile(tree.group->folder() % u"/memory.events"_s);
    m_known[component->id].isAsked = true;
    box->done = [this, command, id = component->id](const Result<QString> &name) {
        if (const auto known = m_known.find(id); known != m_known.end())
            known->isAsked = false;
        m_hub.complete(command, name ? *name : QString(), name ? std::nullopt : std::optional(name.error()));
    };
    gather(box);
    return request->id;
}

void BlackBoxes::gather(const BoxPointer &box)
{
    LogQuery query;
    query.componentId = box->content.component.id;
    query.limit = box->isHealthy ? healthyLines : lines;
    m_logs.ask(query, this, [this, box](const Result<LogPage> &page) {
        if (page)
            box->content.lines = page->lines;
        box->isHealthy ? write(box) : gatherSamples(box, false);
    });
}

void BlackBoxes::gatherSamples(const BoxPointer &box, bool ofHost)
{
    SamplesQuery query;
    query.to = box->content.time;
    query.from = query.to - sampledTime;
    query.maxPoints = mostSamples;
    query.componentId = ofHost ? QString() : box->content.component.id;
    m_ask({serverActor(), query}, this, [this, box, ofHost](const Result<Answer> &answer) {
        const auto *page = answer ? std::get_if<SamplesPage>(&*answer) : nullptr;
        (ofHost ? box->content.hostSamples : box->content.samples) = page ? page->samples : QList<MetricsSample>();
        ofHost ? write(box) : gatherSamples(box, true);
    });
}

void BlackBoxes::write(const BoxPointer &box)
{
    BoxContent &content = box->content;
    const QString id = content.component.id;
    const Component *now = m_hub.snapshot().component(id);
    if (now && now->error == content.component.error) // where its line is was found since
        content.component.errorLine = now->errorLine;
    const auto work = [content, root = box->root, isHealthy = box->isHealthy, folder = BoxFolder(m_dataDirectory, id),
                       kept = m_kept] { return finish(content, root, isHealthy, folder, kept); };
    m_background.ask(work, this, [this, box, id](const Written &written) {
        if (const auto known = m_known.find(id); known != m_known.end() && box->isHealthy)
            known->kills = written.kills;
        if (!written.name)
            (void)m_hub.record(ProblemOccurred{written.name.error().message, id});
        if (box->done)
            box->done(written.name);
    });
}

void BlackBoxes::ask(const BlackBoxesQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker)
{
    read(
        query.componentId, [](const BoxFolder &folder) { return Result<Answer>(Answer(BlackBoxList{folder.list()})); },
        context, answered, asker);
}

void BlackBoxes::ask(const BlackBoxQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker)
{
    const auto work = [name = query.name](const BoxFolder &folder) {
        const Result<BlackBox> box = folder.read(name);
        return box ? Result<Answer>(Answer(*box)) : Result<Answer>(Unexpected{box.error()});
    };
    read(query.componentId, work, context, answered, asker);
}

void BlackBoxes::read(const QString &componentId, std::function<Result<Answer>(const BoxFolder &)> work,
                      QObject *context, const AnswerCallback &answered, const Asker &asker)
{
    // Ids from outside are look-up keys, never paths (docs/model.md, "Ids").
    if (!m_hub.snapshot().component(componentId))
        return answered(unexpected(ErrorCode::NotFound, Why::UnknownComponent));
    const auto begin = [this, folder = BoxFolder(m_dataDirectory, componentId), work = std::move(work),
                        guard = QPointer(context), answered](const Result<Turns::Turn> &turn) {
        if (!turn)
            return answered(Unexpected{turn.error()});
        const auto answer = [guard, answered, turn = *turn](const Result<Answer> &read) {
            if (guard)
                answered(read);
        };
        m_background.ask([work, folder] { return work(folder); }, this, answer);
    };
    m_turns.take(asker, context, begin);
}

} // namespace signalbox::core
