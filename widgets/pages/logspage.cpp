// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/logspage.h"

#include "widgets/live/outputfeed.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr QLatin1String togetherPrefix("together:");
constexpr QLatin1String everywhereSubject("everywhere");

} // namespace

LogsPage::LogsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_picker(new LogPicker(context.replica))
    , m_log(new LogPanel(context.replica))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_finder(new FindPanel(context))
    , m_tabs(new QTabWidget)
{
    addHeader(tr("Logs"));
    m_splitter->addWidget(m_picker);
    m_splitter->addWidget(m_log);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setSizes({220, 800});
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_splitter, tr("Together"));
    m_tabs->addTab(m_finder, tr("Find everywhere"));
    body()->addWidget(m_tabs, 1);
    const auto takeFocus = [this] {
        setFocusProxy(m_tabs->currentWidget() == m_finder ? m_finder->focusProxy() : m_picker);
    };
    connect(m_tabs, &QTabWidget::currentChanged, this, takeFocus);
    takeFocus();
    connect(m_finder, &FindPanel::wanted, this, &Page::wanted);
    connect(m_picker, &LogPicker::changed, this, &LogsPage::showPicked);
    connect(m_log, &LogPanel::chosen, this, [this](const LogOrigin &origin, const LogLine &line) {
        if (!origin.componentId.isEmpty())
            return Q_EMIT wanted(PageId::Components, ComponentsPage::line(origin.componentId, line.number));
        Q_EMIT wanted(PageId::Executions, ExecutionsPage::line(origin.executionId, origin.nodeId,
                                                               OutputFeed::streamOf(origin), line.number));
    });
    showPicked();
}

QString LogsPage::together(const QStringList &componentIds)
{
    return togetherPrefix + componentIds.join(u'\n');
}

void LogsPage::showPicked()
{
    const QList<LogOrigin> &picked = m_picker->picked();
    QHash<QString, LogLook> looks;
    for (qsizetype i = 0; i < picked.size(); ++i)
        looks.insert(picked[i].key(), {picked[i].name, LogPicker::colourOf(i)});
    m_log->view().setLooks(looks);
    m_log->setOrigins(picked);
    if (picked.isEmpty())
        m_log->view().setEmptyText(tr("Tick the logs that you want to see together: their lines appear here, merged by "
                                      "time. Return, or a double click, leads to a line in its own log."));
}

void LogsPage::pickComponents(const QStringList &ids)
{
    QList<LogOrigin> origins;
    for (const QString &id : ids) {
        if (const Component *component = context().replica.snapshot().component(id))
            origins.append({id, {}, {}, component->name});
    }
    m_picker->pick(origins);
}

QString LogsPage::everywhere()
{
    return everywhereSubject;
}

void LogsPage::reveal(const QString &subject)
{
    if (subject == everywhereSubject) {
        m_tabs->setCurrentWidget(m_finder);
        m_finder->find();
    } else if (subject.startsWith(togetherPrefix)) {
        m_tabs->setCurrentWidget(m_splitter);
        pickComponents(subject.mid(togetherPrefix.size()).split(u'\n', Qt::SkipEmptyParts));
    }
}

void LogsPage::find()
{
    if (m_tabs->currentWidget() == m_finder)
        m_finder->find();
    else
        m_log->find();
}

void LogsPage::save(QSettings &settings) const
{
    settings.setValue(u"picked"_s, m_picker->noted());
    settings.setValue(u"panes"_s, m_splitter->saveState());
    m_log->save(settings);
    m_finder->save(settings);
    settings.setValue(u"tab"_s, m_tabs->currentIndex());
}

void LogsPage::restore(QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"panes"_s).toByteArray());
    m_log->restore(settings);
    m_finder->restore(settings);
    m_tabs->setCurrentIndex(settings.value(u"tab"_s).toInt());
    m_picker->pickNoted(settings.value(u"picked"_s).toStringList());
}

} // namespace signalbox::widgets
