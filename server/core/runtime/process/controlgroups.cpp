// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/controlgroups.h"

#include "server/core/runtime/process/procfile.h"
#include "server/model/words/systemwords.h"

#include <QDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

const QStringList wanted{u"cpu"_s, u"memory"_s, u"pids"_s};

bool writeText(const QString &path, const QByteArray &text)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC));
    return file.isOpen()
           && ::write(file.number(), text.constData(), static_cast<std::size_t>(text.size())) == text.size();
}

QStringList wordsIn(const QString &path)
{
    return QString::fromLatin1(readProcFile(path)).simplified().split(u' ', Qt::SkipEmptyParts);
}

// systemd marks what it has given away. The root of a namespace belongs to its container; unlike the root of the machine
// it has a type.
bool isDelegated(const QString &folder, bool isRoot)
{
    const QByteArray path = QFile::encodeName(folder);
    for (const char *name : {"user.delegate", "trusted.delegate"}) {
        char value = 0;
        if (::getxattr(path.constData(), name, &value, 1) == 1 && value == '1')
            return true;
    }
    return isRoot && QFile::exists(folder + "/cgroup.type"_L1);
}

bool isWritable(const QString &folder)
{
    const auto mayWrite = [](const QString &path) { return ::access(QFile::encodeName(path).constData(), W_OK) == 0; };
    return mayWrite(folder) && mayWrite(folder + "/cgroup.procs"_L1) && mayWrite(folder + "/cgroup.subtree_control"_L1);
}

// Groups of a run that was killed. One with processes cannot be removed.
void removeLeftovers(const QString &folder)
{
    const QStringList groups = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &group : groups) {
        if (group.startsWith("component-"_L1))
            ::rmdir(QFile::encodeName(folder % u'/' % group).constData());
    }
}

QString mountOfVersion2()
{
    for (const QByteArray &line : readProcFile(u"/proc/self/mountinfo"_s).split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype separator = fields.indexOf("-");
        if (separator > 0 && fields.value(separator + 1) == "cgroup2")
            return QFile::decodeName(fields.value(4));
    }
    return {};
}

} // namespace

ControlGroup::ControlGroup(const QString &folder, const QStringList &controllers)
    : m_folder(folder)
    , m_controllers(controllers)
    , m_descriptor(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    m_killedBefore = killedForMemory();
}

ControlGroup::~ControlGroup()
{
    ::rmdir(QFile::encodeName(m_folder).constData());
}

bool ControlGroup::write(const char *file, const QByteArray &text) const
{
    return writeText(m_folder % u'/' % QLatin1String(file), text);
}

// By the last part of the path, since the namespace of groups may be another one than the mount's.
bool ControlGroup::isMissing(qint64 pid) const
{
    const QByteArray own = QFile::encodeName(m_folder.mid(m_folder.lastIndexOf(u'/')));
    for (const QByteArray &line : readProcFile(u"/proc/%1/cgroup"_s.arg(pid)).split('\n')) {
        if (line.startsWith("0::"))
            return !line.endsWith(own);
    }
    return false;
}

bool ControlGroup::limitMemory(std::optional<qint64> bytes)
{
    if (!m_controllers.contains("memory"_L1) || !write("memory.max", bytes ? QByteArray::number(*bytes) : "max"_ba))
        return false;
    (void)write("memory.oom.group", "1"); // a component of which a part is missing is none
    return true;
}

bool ControlGroup::weighCpu(int weight)
{
    return m_controllers.contains("cpu"_L1) && write("cpu.weight", QByteArray::number(weight));
}

GroupReading readControlGroup(const QString &folder)
{
    const auto file = [&folder](QLatin1String name) -> QString { return folder % u'/' % name; };
    GroupReading reading;
    if (const auto bytes = numberIn(file("memory.current"_L1)))
        reading.memoryBytes = std::max<qint64>(
            *bytes - numberNamed(readProcFile(file("memory.stat"_L1)), "inactive_file").value_or(0), 0);
    if (const auto microseconds = numberNamed(readProcFile(file("cpu.stat"_L1)), "usage_usec"))
        reading.cpuTime = std::chrono::microseconds(*microseconds);
    if (const auto processes = numberIn(file("pids.current"_L1)))
        reading.processes = static_cast<int>(*processes);
    return reading;
}

qint64 ControlGroup::killedForMemory() const
{
    return numberNamed(readProcFile(m_folder + "/memory.events"_L1), "oom_kill").value_or(0) - m_killedBefore;
}

ControlGroups ControlGroups::ofThisProcess()
{
    const QString mount = mountOfVersion2();
    if (mount.isEmpty())
        return ControlGroups(u"there is no control group of version 2"_s);
    return delegatedTo(::getpid(), mount, readProcFile(u"/proc/self/cgroup"_s));
}

ControlGroups ControlGroups::delegatedTo(qint64 pid, const QString &mount, const QByteArray &own)
{
    QString path;
    for (const QByteArray &line : own.split('\n')) {
        if (line.startsWith("0::/") && !line.startsWith("0::/.."))
            path = QFile::decodeName(line.mid(3));
    }
    if (path.isEmpty())
        return ControlGroups(u"this process is in no control group of version 2 that it can see"_s);
    // A leaf already: of an earlier Server in this process, or systemd's DelegateSubgroup.
    const QString above = path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 1));
    const auto folderOf = [&mount](const QString &group) { return group == "/"_L1 ? mount : mount + group; };
    const bool isInLeaf = path != "/"_L1 && !isDelegated(folderOf(path), false);
    const QString taken = isInLeaf ? above : path;
    ControlGroups groups;
    const QString folder = folderOf(taken);
    if (!isDelegated(folder, taken == "/"_L1))
        return ControlGroups(
            u"the control group %1 is not delegated to this server (systemd: Delegate=yes)"_s.arg(path));
    if (!isWritable(folder))
        return ControlGroups(u"the control group %1 may not be written to"_s.arg(path));
    if (const QString inner = folder % u'/' % leaf; !isInLeaf) {
        if ((::mkdir(QFile::encodeName(inner).constData(), 0755) != 0 && errno != EEXIST)
            || !writeText(inner + "/cgroup.procs"_L1, QByteArray::number(pid)))
            return ControlGroups(u"cannot move into %1: %2"_s.arg(inner, systemWords(errno)));
    }
    removeLeftovers(folder);
    const QString control = folder + "/cgroup.subtree_control"_L1;
    const QStringList there = wordsIn(control);
    for (const QString &controller : wanted) {
        if (!there.contains(controller))
            (void)writeText(control, '+' + controller.toLatin1()); // refused: not delegated, or others are in the group
    }
    groups.m_folder = folder;
    for (const QString &controller : wordsIn(control)) {
        if (wanted.contains(controller))
            groups.m_controllers.append(controller);
    }
    return groups;
}

std::unique_ptr<ControlGroup> ControlGroups::make(const QString &name) const
{
    if (!areThere())
        return nullptr;
    const QString folder = m_folder % u'/' % name;
    if (::mkdir(QFile::encodeName(folder).constData(), 0755) != 0 && errno != EEXIST)
        return nullptr;
    auto group = std::make_unique<ControlGroup>(folder, m_controllers);
    return group->descriptor() >= 0 ? std::move(group) : nullptr;
}

} // namespace signalbox::core
