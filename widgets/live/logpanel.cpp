// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logpanel.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/live/savesources.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/reasontext.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

LogPanel::LogPanel(Replica &replica, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_saver(new Saver(replica, this))
    , m_view(new LogView)
    , m_search(makeSearchField(tr("Search the log")))
    , m_onlyMatching(new QCheckBox(tr("Only matching")))
    , m_level(new QComboBox)
    , m_length(new QComboBox)
    , m_times(new QCheckBox(tr("Times")))
    , m_save(makeAction(
          ActId::Save, *this,
          [this] {
              askWhereToSave(this, tr("Save the log"), m_component + ".log"_L1, tr("Log files (*.log *.txt)"),
                             [this](const QString &path) { saveTo(path); });
          },
          tr("Save the whole log…")))
    , m_newest(makeNewestButton(m_view->newest()))
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_matches(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_recount([this] { countMatches(); }, Milliseconds(250))
{
    buildTools();
    connectTools();
    connect(&replica, &Replica::missed, this, &LogPanel::load);
}

void LogPanel::buildTools()
{
    for (const LogLevel level : {LogLevel::Trace, LogLevel::Info, LogLevel::Warn, LogLevel::Error})
        m_level->addItem(level == LogLevel::Trace ? tr("All levels") : tr("%1 and above").arg(format::level(level)),
                         static_cast<int>(level));
    nameBox(*m_level, tr("Least level shown"));
    m_level->setToolTip(
        plain(tr("Least level shown. Lines of standard error that name no level are always shown: they may "
                 "be errors.")));
    for (const int lines : {500, 5'000, 50'000})
        m_length->addItem(tr("%Ln lines", "", lines), lines);
    nameBox(*m_length, tr("How many lines are kept"));
    m_length->setCurrentIndex(1);
    m_times->setChecked(true);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_onlyMatching);
    tools->addWidget(m_level);
    tools->addWidget(m_length);
    tools->addWidget(m_times);
    tools->addStretch();
    m_save->setText(tr("Save the whole log…"));
    tools->addWidget(makeButton(*m_save, Qt::ToolButtonIconOnly));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(spacing::small);
    foot->addWidget(m_notice, 1);
    foot->addWidget(m_matches);
    foot->addWidget(m_newest);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addLayout(tools);
    layout->addWidget(Card::around(m_view), 1);
    layout->addLayout(foot);
}

void LogPanel::connectTools()
{
    connect(m_search, &QLineEdit::textChanged, this, &LogPanel::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(m_onlyMatching, &QCheckBox::toggled, this, &LogPanel::applyFilter);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPanel::applyFilter);
    connect(m_length, &QComboBox::currentIndexChanged, this, [this] {
        m_view->setBound(m_length->currentData().toInt());
        load();
    });
    connect(m_times, &QCheckBox::toggled, m_view, &LogView::setShowTimes);
    connect(m_view, &LogView::newLinesChanged, this, [this, newest = m_newest->text()](int count) {
        m_newest->setText(count == 0 ? newest : tr("%Ln new lines", "", count));
    });
    connect(m_saver, &Saver::told, m_notice, &TextLabel::setText);
    connect(m_saver, &Saver::savingChanged, m_save, &QAction::setDisabled);
    makeAction(ActId::NextMatch, *this, [this] { findNext(false); });
    QAction *previous = makeAction(ActId::PreviousMatch, *this, [this] { findNext(true); });
    previous->setShortcuts(previous->shortcuts()
                           << QKeySequence(Qt::SHIFT | Qt::Key_Return) << QKeySequence(Qt::SHIFT | Qt::Key_Enter));
}

void LogPanel::hear(const QList<LogLine> &lines, qint64 leftOut)
{
    if (leftOut > 0)
        m_notice->setText(tr("%Ln lines came too fast to show; they are in the saved log.", "",
                             static_cast<int>(std::min<qint64>(leftOut, std::numeric_limits<int>::max()))));
    if (m_asking.isUnderWay())
        m_early << lines;
    else
        append(lines);
}

void LogPanel::setComponent(const QString &id)
{
    if (m_component == id)
        return;
    m_following.end();
    m_component = id;
    m_asking.cancel(); // its answer is about the other one
    m_reveal = false;
    m_isRevealed = false;
    m_view->replace({});
    m_notice->clear();
    load();
}

void LogPanel::load()
{
    if (m_component.isEmpty() || !isVisible() || !m_replica.isConnected())
        return;
    m_early.clear();
    if (!m_following.isOn())
        m_following = m_replica.followLog(
            m_component, [this](const QList<LogLine> &lines, qint64 leftOut) { hear(lines, leftOut); });
    m_view->setEmptyText(tr("Loading…"));
    m_asking = m_replica.ask(LogQuery{m_component, m_length->currentData().toInt(), LogLevel::Trace, {}, {}, {}},
                             [this](const Result<LogPage> &page) { take(page); });
}

void LogPanel::take(const Result<LogPage> &page)
{
    m_view->setEmptyText(tr("Nothing printed yet. Lines appear here as the component prints them."));
    if (page) {
        m_view->replace(page->lines);
    } else {
        m_view->replace({});
        m_notice->setText(tr("Earlier lines are not available: %1").arg(reasontext::words(page.error().message)));
    }
    append(std::exchange(m_early, {}));
    if (std::exchange(m_reveal, false))
        reveal();
}

// What is on its way live may have been in the answer already.
void LogPanel::append(QList<LogLine> lines)
{
    const qint64 newest = m_view->lines().newestNumber();
    lines.removeIf([newest](const LogLine &line) { return line.number <= newest; });
    m_view->append(lines);
    if (!m_search->text().isEmpty())
        m_recount.ask();
}

void LogPanel::revealExplanation(std::optional<qint64> line)
{
    m_explains = line;
    if (m_asking.isUnderWay() || !isVisible())
        m_reveal = true;
    else
        reveal();
}

void LogPanel::reveal()
{
    m_view->revealExplanation(m_explains);
    m_isRevealed = true;
}

void LogPanel::beginRun()
{
    m_reveal = false;
    if (std::exchange(m_isRevealed, false))
        m_view->newest().setFollowing(true);
}

void LogPanel::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LogPanel::applyFilter()
{
    const QString text = m_search->text();
    m_view->setSearch(text);
    m_view->setFilter(static_cast<LogLevel>(m_level->currentData().toInt()),
                      m_onlyMatching->isChecked() ? text : QString());
    m_notice->clear();
    countMatches();
}

void LogPanel::findNext(bool backwards)
{
    m_view->findNext(backwards);
    countMatches();
}

void LogPanel::countMatches()
{
    if (m_search->text().isEmpty())
        return m_matches->clear();
    const LogView::Matches found = m_view->matches();
    if (found.count == 0)
        m_matches->setText(tr("No match in the lines shown"));
    else if (found.position == 0)
        m_matches->setText(tr("%Ln lines match", "", found.count));
    else
        m_matches->setText(tr("Match %L1 of %L2").arg(found.position).arg(found.count));
}

void LogPanel::saveTo(const QString &path)
{
    m_saver->save(wholeLog(m_component), path);
}

void LogPanel::save(QSettings &settings) const
{
    settings.setValue(u"log/level"_s, m_level->currentIndex());
    settings.setValue(u"log/length"_s, m_length->currentIndex());
    settings.setValue(u"log/onlyMatching"_s, m_onlyMatching->isChecked());
    settings.setValue(u"log/times"_s, m_times->isChecked());
}

void LogPanel::restore(QSettings &settings)
{
    const auto choose = [&settings](QComboBox *box, const QString &key) {
        const int index = settings.value(key, box->currentIndex()).toInt();
        if (index >= 0 && index < box->count())
            box->setCurrentIndex(index);
    };
    choose(m_level, u"log/level"_s);
    choose(m_length, u"log/length"_s);
    m_onlyMatching->setChecked(settings.value(u"log/onlyMatching"_s, false).toBool());
    m_times->setChecked(settings.value(u"log/times"_s, true).toBool());
}

void LogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_following.isOn())
        load();
}

void LogPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_following.end();
}

} // namespace signalbox::widgets
