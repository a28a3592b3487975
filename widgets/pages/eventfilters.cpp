// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/eventfilters.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/look/theme.h"
#include "widgets/text/eventtext.h"
#include "widgets/text/format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int between = -1; // of the choices of time, which are hours

using Kind = EventEntry::Kind;

// Zones change their clocks by one hour, and one by half of it.
Timestamp moment(const QDateTime &local, int direction)
{
    QDateTime found = local;
    for (const int minutes : {30, 60}) {
        const QDateTime other = local.addSecs(direction * 60LL * minutes);
        if (other.date() == local.date() && other.time() == local.time())
            found = other;
    }
    return Timestamp(Milliseconds(found.toMSecsSinceEpoch()));
}

QDateTimeEdit *makeTime(const QString &name)
{
    auto *edit = new QDateTimeEdit;
    edit->setCalendarPopup(true);
    edit->setAccessibleName(name);
    edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + u" HH:mm"_s);
    return edit;
}

} // namespace

Timestamp firstMoment(const QDateTime &local)
{
    return moment(local, -1);
}

Timestamp lastMoment(const QDateTime &local)
{
    return moment(local, 1);
}

EventFilters::EventFilters(const Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_text(makeSearchField(tr("Filter events")))
    , m_kind(new QComboBox)
    , m_person(new QComboBox)
    , m_time(new QComboBox)
    , m_between(new QWidget)
    , m_from(makeTime(tr("From")))
    , m_to(makeTime(tr("Until")))
    , m_onlyBad(new QCheckBox(tr("Only what went wrong")))
    , m_clear(makeClearButton())
{
    prepareBox(*m_kind, tr("About"));
    prepareBox(*m_person, tr("By"));
    prepareBox(*m_time, tr("Time"));
    m_kind->addItem(tr("About anything"));
    for (const Kind kind : {Kind::Component, Kind::Execution, Kind::Schedule, Kind::Agent, Kind::Client, Kind::Server})
        m_kind->addItem(eventtext::kind(kind), static_cast<int>(kind));
    m_time->addItem(tr("Any time"), 0);
    m_time->addItem(tr("Last hour"), 1);
    m_time->addItem(tr("Last 24 hours"), 24);
    m_time->addItem(tr("Last 7 days"), 7 * 24);
    m_time->addItem(tr("Between…"), between);
    auto *first = new QHBoxLayout;
    first->setSpacing(spacing::small);
    first->addWidget(m_text, 1);
    for (QComboBox *box : {m_kind, m_person, m_time})
        first->addWidget(box);
    first->addWidget(m_onlyBad);
    first->addWidget(m_clear);
    auto *second = new QHBoxLayout(m_between);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(spacing::small);
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        auto *name = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
        name->setText(edit->accessibleName());
        second->addWidget(name);
        second->addWidget(edit);
    }
    second->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addLayout(first);
    layout->addWidget(m_between);
    const QDateTime now = QDateTime::currentDateTime();
    m_from->setDateTime(QDateTime(now.date(), QTime(0, 0)));
    m_to->setDateTime(now);
    showTimes();
    refreshPersons();

    m_typing.setSingleShot(true);
    m_typing.setInterval(250);
    connect(&m_typing, &QTimer::timeout, this, &EventFilters::changed);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    for (QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, [this] { m_typing.start(); });
    connect(m_time, &QComboBox::currentIndexChanged, this, &EventFilters::showTimes);
    for (QComboBox *box : {m_kind, m_person, m_time})
        connect(box, &QComboBox::currentIndexChanged, this, &EventFilters::changed);
    connect(m_onlyBad, &QCheckBox::toggled, this, &EventFilters::changed);
    connect(this, &EventFilters::changed, this, &EventFilters::refreshClear);
    connect(m_clear, &QToolButton::clicked, this, &EventFilters::clear);
    refreshClear();
    connect(&context.replica, &Replica::missed, this, &EventFilters::refreshPersons);
    connect(&context.replica, &Replica::serverChanged, this, &EventFilters::refreshPersons);
}

// All configured users, the server itself, and the user that is chosen, configured or not.
void EventFilters::refreshPersons()
{
    const QString chosen = m_person->currentData().toString();
    const QSignalBlocker quiet(m_person);
    m_person->clear();
    m_person->addItem(tr("By anybody"), QString());
    for (const User &user : m_context.replica.snapshot().server.users)
        m_person->addItem(user.name, user.name);
    m_person->addItem(tr("Without a name"), u"anonymous"_s);
    m_person->addItem(tr("By the window"), u"console"_s);
    m_person->addItem(tr("By a schedule"), u"schedule"_s);
    m_person->addItem(tr("By itself"), u"server"_s);
    if (!chosen.isEmpty() && m_person->findData(chosen) < 0)
        m_person->addItem(chosen, chosen);
    m_person->setCurrentIndex(std::max(0, m_person->findData(chosen)));
}

void EventFilters::showTimes()
{
    m_between->setVisible(m_time->currentData().toInt() == between);
}

EventsQuery EventFilters::query() const
{
    EventsQuery query;
    query.text = m_text->text().trimmed();
    if (m_kind->currentIndex() > 0)
        query.kinds = {static_cast<Kind>(m_kind->currentData().toInt())};
    query.actor = m_person->currentData().toString();
    query.onlyBad = m_onlyBad->isChecked();
    const int hours = m_time->currentData().toInt();
    if (hours > 0)
        query.from = m_context.liveness.serverNow() - std::chrono::hours(hours);
    if (hours == between) {
        query.from = firstMoment(m_from->dateTime());
        query.to = lastMoment(m_to->dateTime());
    }
    return query;
}

bool EventFilters::isOpen() const
{
    return m_text->text().trimmed().isEmpty() && m_kind->currentIndex() == 0 && m_person->currentIndex() == 0
           && m_time->currentIndex() == 0 && !m_onlyBad->isChecked();
}

void EventFilters::clear()
{
    {
        const QSignalBlocker quiet(this);
        for (QComboBox *box : {m_kind, m_person, m_time})
            box->setCurrentIndex(0);
        m_onlyBad->setChecked(false);
        m_text->clear();
        m_typing.stop();
    }
    Q_EMIT changed();
}

void EventFilters::refreshClear()
{
    m_clear->setEnabled(!isOpen());
}

void EventFilters::save(QSettings &settings) const
{
    settings.setValue(u"kind"_s, m_kind->currentIndex());
    settings.setValue(u"wrong"_s, m_onlyBad->isChecked());
}

// The kind of what one looks for stays; whom and when one asked about last time would only hide what is new.
void EventFilters::restore(QSettings &settings)
{
    const QSignalBlocker quiet(this);
    m_kind->setCurrentIndex(std::clamp(settings.value(u"kind"_s).toInt(), 0, m_kind->count() - 1));
    m_onlyBad->setChecked(settings.value(u"wrong"_s).toBool());
    refreshClear();
}

} // namespace signalbox::widgets
