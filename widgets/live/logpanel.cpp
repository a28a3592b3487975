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
#include <QMenu>
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
    , m_times(new QAction(tr("Times"), this))
    , m_wrap(makeAction(ActId::WrapLines, *this, {}))
    , m_save(makeAction(ActId::Save, *this,
                        [this] {
                            askWhereToSave(this, tr("Save the log"), (isWhole() ? keptAs() : u"logs"_s) + ".log"_L1,
                                           tr("Log files (*.log *.txt)"),
                                           [this](const QString &path) { saveTo(path); });
                        }))
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
    m_level->addItem(tr("All levels"), static_cast<int>(LogLevel::Trace));
    for (const LogLevel level : {LogLevel::Info, LogLevel::Warn})
        m_level->addItem(tr("%1 and above").arg(format::level(level)), static_cast<int>(level));
    m_level->addItem(tr("Errors only"), static_cast<int>(LogLevel::Error));
    prepareBox(*m_level, tr("Least level shown"));
    m_level->setToolTip(
        plain(tr("Least level shown. Lines of standard error that name no level are always shown: they may "
                 "be errors.")));
    for (const int lines : {500, 5'000, 50'000})
        m_length->addItem(tr("%Ln lines", "", lines), lines);
    prepareBox(*m_length, tr("How many lines are kept"));
    m_length->setCurrentIndex(1);
    for (QAction *shown : {m_times, m_wrap})
        shown->setCheckable(true);
    m_times->setChecked(true);
    QToolButton *look = makeButton(u"watch"_s, {}, tr("How lines are shown"));
    auto *menu = new QMenu(look);
    menu->addActions({m_times, m_wrap});
    look->setMenu(menu);
    look->setPopupMode(QToolButton::InstantPopup);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_onlyMatching);
    tools->addWidget(m_level);
    tools->addWidget(m_length);
    tools->addWidget(look);
    tools->addStretch();
    m_save->setEnabled(false); // until there is a log
    m_saveButton = makeButton(*m_save, Qt::ToolButtonIconOnly);
    m_saveButton->hide();
    tools->addWidget(m_saveButton);
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
    connect(m_times, &QAction::toggled, m_view, &LogView::setShowTimes);
    connect(m_wrap, &QAction::toggled, m_view, &LogView::setWraps);
    connect(m_view, &LogView::newLinesChanged, this, [this, newest = m_newest->text()](int count) {
        m_newest->setText(count == 0 ? newest : tr("%Ln new lines", "", count));
    });
    connect(&m_view->newest(), &NewestFollower::changed, this, [this](bool following) {
        if (following && m_around && !isLoading()) {
            m_around.reset();
            m_notice->clear();
            load();
        }
    });
    connect(m_view, &LogView::activated, this, [this](const LogLine &line) {
        for (const LogOrigin &origin : std::as_const(m_origins)) {
            if (origin.key() == line.componentId)
                return Q_EMIT chosen(origin, line);
        }
    });
    connect(m_saver, &Saver::told, m_notice, &TextLabel::setText);
    connect(m_saver, &Saver::savingChanged, this,
            [this](bool saving) { m_save->setDisabled(saving || m_origins.isEmpty()); });
    makeAction(ActId::NextMatch, *this, [this] { findNext(false); });
    QAction *previous = makeAction(ActId::PreviousMatch, *this, [this] { findNext(true); });
    previous->setShortcuts(previous->shortcuts()
                           << QKeySequence(Qt::SHIFT | Qt::Key_Return) << QKeySequence(Qt::SHIFT | Qt::Key_Enter));
}

QString LogPanel::keptAs() const
{
    QStringList keys;
    for (const LogOrigin &origin : m_origins)
        keys << origin.key();
    return keys.join(u'+');
}

bool LogPanel::isWhole() const
{
    return m_origins.size() == 1 && !m_origins.constFirst().componentId.isEmpty();
}

void LogPanel::setComponent(const QString &id)
{
    setOrigins(id.isEmpty() ? QList<LogOrigin>() : QList<LogOrigin>{{id, {}, {}, id}});
}

void LogPanel::setOrigins(const QList<LogOrigin> &origins)
{
    if (m_origins == origins)
        return;
    keepPlace();
    stop();
    m_feeds.clear();
    m_origins = origins;
    for (const LogOrigin &origin : origins) {
        m_feeds.push_back(LogFeed::make(m_replica, origin));
        LogFeed *feed = m_feeds.back().get();
        connect(feed, &LogFeed::loaded, this, &LogPanel::loaded);
        connect(feed, &LogFeed::came, this,
                [this, key = origin.key()](const QList<LogLine> &lines, qint64 leftOut) { hear(key, lines, leftOut); });
    }
    m_reveal = false;
    m_isRevealed = false;
    m_wanted.reset();
    m_around.reset();
    const Kept kept = m_kept.value(keptAs());
    m_view->replace({});
    m_search->setText(kept.search);
    m_place = kept.place;
    m_notice->clear();
    const QString save = isWhole() ? tr("Save the whole log…") : tr("Save the lines shown…");
    m_save->setText(save);
    m_save->setToolTip(plain(tipWithKeys(save, ActId::Save)));
    m_saveButton->setAccessibleName(save);
    m_save->setEnabled(!origins.isEmpty() && !m_saver->isSaving());
    m_saveButton->setVisible(!origins.isEmpty());
    load();
}

// The place is as it was where nothing was shown since, or only lines around one.
void LogPanel::keepPlace()
{
    if (m_origins.isEmpty())
        return;
    Kept &kept = m_kept[keptAs()];
    kept.search = m_search->text();
    if (!m_view->lines().isEmpty() && !m_around)
        kept.place = m_view->place();
}

void LogPanel::stop()
{
    for (const auto &feed : m_feeds)
        feed->stop();
    m_loading = 0;
    m_early.clear();
}

void LogPanel::load()
{
    if (m_feeds.empty() || !isVisible() || !m_replica.isConnected())
        return;
    m_early.clear();
    m_pages.clear();
    m_errors.clear();
    m_view->setEmptyText(tr("Loading…"));
    m_loading = static_cast<int>(m_feeds.size());
    for (const auto &feed : m_feeds)
        feed->load(m_length->currentData().toInt(), m_around);
}

void LogPanel::loaded(const QList<LogLine> &lines, const QString &error)
{
    m_pages << lines;
    if (!error.isEmpty())
        m_errors << error;
    if (m_loading == 1)
        return showLoaded();
    --m_loading;
}

void LogPanel::showLoaded()
{
    m_view->setEmptyText(m_feeds.size() > 1
                             ? tr("Nothing printed yet. Lines appear here as they are printed.")
                             : tr("Nothing printed yet. Lines appear here as the component prints them."));
    m_view->replace(std::exchange(m_pages, {}));
    m_loading = 0;
    const bool hasOutputs = std::any_of(m_origins.cbegin(), m_origins.cend(),
                                        [](const LogOrigin &origin) { return origin.componentId.isEmpty(); });
    if (hasOutputs)
        m_notice->setText(tr("Output has no times: what was printed before stands where its node began."));
    if (!m_errors.isEmpty())
        m_notice->setText(tr("Earlier lines are not available: %1").arg(m_errors.constFirst()));
    for (const auto &[source, lines] : std::exchange(m_early, {}))
        append(source, lines);
    if (const auto place = std::exchange(m_place, {}); place && !m_around)
        m_view->goBackTo(*place);
    if (std::exchange(m_reveal, false))
        reveal();
    if (m_wanted)
        revealWanted();
}

void LogPanel::hear(const QString &source, const QList<LogLine> &lines, qint64 leftOut)
{
    if (m_around)
        return;
    if (leftOut > 0)
        m_notice->setText(tr("%Ln lines came too fast to show; they are in the saved log.", "",
                             static_cast<int>(std::min<qint64>(leftOut, std::numeric_limits<int>::max()))));
    if (isLoading())
        m_early.append({source, lines});
    else
        append(source, lines);
}

// What is on its way live may have been in the answer already.
void LogPanel::append(const QString &source, QList<LogLine> lines)
{
    const qint64 newest = m_view->lines().newestNumber(source);
    lines.removeIf([newest](const LogLine &line) { return line.number <= newest; });
    m_view->append(lines, source);
    if (!m_search->text().isEmpty())
        m_recount.ask();
}

void LogPanel::revealLine(qint64 number)
{
    m_wanted = number;
    m_reveal = false;
    if (!isLoading() && isVisible())
        revealWanted();
}

// Of what is further back than what is shown, the lines around it are read.
void LogPanel::revealWanted()
{
    const auto isShown = [this] { return m_view->reveal(m_origins.constFirst().key(), *m_wanted); };
    bool found = isShown();
    if (!found && !m_view->lines().isEmpty()) {
        m_onlyMatching->setChecked(false);
        m_level->setCurrentIndex(0);
        found = isShown();
    }
    if (!found && !m_around) {
        m_around = m_wanted;
        return load();
    }
    m_wanted.reset();
    if (!found)
        m_notice->setText(tr("That line is not in the log any more."));
    else if (m_around)
        m_notice->setText(tr("Older lines, around the one selected. The end leads back to the newest ones."));
}

void LogPanel::revealExplanation(std::optional<qint64> line)
{
    m_explains = line;
    if (isLoading() || !isVisible())
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
    if (isWhole())
        return m_saver->save(wholeLog(m_origins.constFirst().componentId), path);
    QList<LogLine> lines;
    for (int row = 0; row < m_view->lines().shown(); ++row)
        lines << m_view->lines().at(row);
    QHash<QString, QString> names;
    for (const LogOrigin &origin : std::as_const(m_origins))
        names.insert(origin.key(), origin.name);
    m_saver->save(shownLines(lines, names), path);
}

void LogPanel::save(QSettings &settings) const
{
    settings.setValue(u"log/level"_s, m_level->currentIndex());
    settings.setValue(u"log/length"_s, m_length->currentIndex());
    settings.setValue(u"log/onlyMatching"_s, m_onlyMatching->isChecked());
    settings.setValue(u"log/times"_s, m_times->isChecked());
    settings.setValue(u"log/wrap"_s, m_wrap->isChecked());
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
    m_wrap->setChecked(settings.value(u"log/wrap"_s, false).toBool());
}

void LogPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    const bool isOn = std::any_of(m_feeds.begin(), m_feeds.end(), [](const auto &feed) { return feed->isOn(); });
    if (!isOn)
        load();
}

void LogPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace signalbox::widgets
