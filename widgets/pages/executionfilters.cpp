// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/executionfilters.h"

#include "widgets/controls/buttons.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QComboBox *makeFilter(const QString &all, const QString &name)
{
    auto *box = new QComboBox;
    box->addItem(all, QVariant());
    prepareBox(*box, name);
    return box;
}

void choose(QComboBox &box, const QVariant &data)
{
    const QSignalBlocker quiet(box);
    box.setCurrentIndex(data.isValid() ? std::max(0, box.findData(data)) : 0);
}

// A name that is not offered yet may be later, when the server has told its own.
void chooseName(QComboBox &box, const QString &name)
{
    const QSignalBlocker quiet(box);
    if (!name.isEmpty() && box.findData(name) < 0)
        box.addItem(name, name);
    box.setCurrentIndex(name.isEmpty() ? 0 : box.findData(name));
}

// Replaces all names but the first entry, which stands for any; what was chosen stays chosen.
void offer(QComboBox &box, const QStringList &names)
{
    const QString chosen = box.currentData().toString();
    const QSignalBlocker quiet(box);
    while (box.count() > 1)
        box.removeItem(1);
    for (const QString &name : names) {
        if (!name.isEmpty())
            box.addItem(name, name);
    }
    chooseName(box, chosen);
}

} // namespace

ExecutionFilters::ExecutionFilters(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(makeSearchField(tr("Name or execution id")))
    , m_state(makeFilter(tr("Any state"), tr("State")))
    , m_kind(makeFilter(tr("Any kind"), tr("Kind")))
    , m_owner(makeFilter(tr("Any owner"), tr("Owner")))
    , m_dialect(makeFilter(tr("Any source"), tr("Source")))
    , m_time(makeFilter(tr("Any time"), tr("Time")))
    , m_clear(makeClearButton())
{
    for (int state = 0; state <= static_cast<int>(ExecutionState::Interrupted); ++state)
        m_state->addItem(format::state(static_cast<ExecutionState>(state)), state);
    for (int kind = 0; kind <= static_cast<int>(ExecutionKind::Job); ++kind)
        m_kind->addItem(format::kind(static_cast<ExecutionKind>(kind)), kind);
    m_time->addItem(tr("Last hour"), 1);
    m_time->addItem(tr("Last 24 hours"), 24);
    m_time->addItem(tr("Last 7 days"), 7 * 24);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_text, 2);
    for (QComboBox *box : boxes()) {
        layout->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_typing.stop();
            Q_EMIT changed();
        });
    }
    layout->addWidget(m_clear);
    layout->addStretch(1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(250);
    connect(&m_typing, &QTimer::timeout, this, &ExecutionFilters::changed);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&context.replica, &Replica::missed, this, &ExecutionFilters::refreshChoices);
    connect(this, &ExecutionFilters::changed, this, &ExecutionFilters::refreshClear);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        showOnly({});
        Q_EMIT changed();
    });
    refreshChoices();
    refreshClear();
}

void ExecutionFilters::refreshClear()
{
    m_clear->setEnabled(!isOpen());
}

HistoryFilter ExecutionFilters::filter() const
{
    HistoryFilter filter;
    filter.text = m_text->text().trimmed();
    if (m_state->currentIndex() > 0)
        filter.states = {static_cast<ExecutionState>(m_state->currentData().toInt())};
    if (m_kind->currentIndex() > 0)
        filter.kinds = {static_cast<ExecutionKind>(m_kind->currentData().toInt())};
    filter.owner = m_owner->currentData().toString();
    const QString source = m_dialect->currentData().toString();
    if (source.startsWith(schedulePrefix))
        filter.schedule = source.mid(schedulePrefix.size());
    else
        filter.dialect = source;
    if (m_time->currentIndex() > 0)
        filter.createdFrom = m_context.liveness.serverNow() - std::chrono::hours(m_time->currentData().toInt());
    return filter;
}

void ExecutionFilters::showOnly(const QString &text)
{
    for (QComboBox *box : boxes())
        choose(*box, {});
    const QSignalBlocker quiet(m_text);
    m_text->setText(text);
    m_typing.stop();
    refreshClear();
}

void ExecutionFilters::showSchedule(const QString &id)
{
    showOnly({});
    chooseName(*m_dialect, schedulePrefix % id);
    refreshClear();
}

void ExecutionFilters::refreshChoices()
{
    const ServerInfo &server = m_context.replica.snapshot().server;
    QStringList sources = QStringList{u"console"_s} + server.dialects;
    const QMap<QString, Schedule> &schedules = m_context.replica.snapshot().schedules;
    if (!schedules.isEmpty())
        sources << u"schedule"_s;
    for (const Schedule &schedule : schedules)
        sources << schedulePrefix % schedule.id;
    offer(*m_dialect, sources);
    QStringList owners{u"anonymous"_s};
    for (const User &user : server.users)
        owners << user.name;
    for (const Execution &execution : m_context.replica.snapshot().executions)
        owners << execution.owner;
    owners.removeDuplicates();
    owners.sort(Qt::CaseInsensitive);
    offer(*m_owner, owners);
}

void ExecutionFilters::save(QSettings &settings) const
{
    settings.setValue(u"text"_s, m_text->text());
    settings.setValue(u"state"_s, m_state->currentData());
    settings.setValue(u"kind"_s, m_kind->currentData());
    settings.setValue(u"owner"_s, m_owner->currentData());
    settings.setValue(u"source"_s, m_dialect->currentData());
    settings.setValue(u"time"_s, m_time->currentData());
}

void ExecutionFilters::restore(QSettings &settings)
{
    const auto number = [&settings](const QString &key) {
        const QVariant value = settings.value(key);
        return value.isValid() ? QVariant(value.toInt()) : QVariant(); // the file knows only texts
    };
    choose(*m_state, number(u"state"_s));
    choose(*m_kind, number(u"kind"_s));
    choose(*m_time, number(u"time"_s));
    chooseName(*m_dialect, settings.value(u"source"_s).toString());
    chooseName(*m_owner, settings.value(u"owner"_s).toString());
    const QSignalBlocker quiet(m_text);
    m_text->setText(settings.value(u"text"_s).toString());
    refreshClear();
}

} // namespace signalbox::widgets
