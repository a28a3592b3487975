// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/live/logfeed.h"
#include "widgets/live/logview.h"
#include "widgets/live/saver.h"
#include "widgets/state/delayedrefresh.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSettings;
class QToolButton;

namespace signalbox::widgets {

// The log of one component, or several logs merged by time: what is kept, then live, with search, level, length, times and
// saving. Follows only while visible. What was searched for and read is kept for each log. GUI thread; owned by
// ComponentDetail or LogsPage.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Replica &replica, QWidget *parent = nullptr);

    void setComponent(const QString &id); // empty: none
    void setOrigins(const QList<LogOrigin> &origins);
    const QList<LogOrigin> &origins() const { return m_origins; }
    // As soon as the log is there: that line. What hides it is taken away.
    void revealLine(qint64 number);
    // As soon as the log is there: the line that explains a failure. line: its number, where the server knows it.
    void revealExplanation(std::optional<qint64> line);
    // A new run has begun: what explained the end of the one before is no longer what is looked for.
    void beginRun();
    void find();
    void saveTo(const QString &path);
    // How it is shown; not what is searched for.
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

    LogView &view() { return *m_view; }
    QString notice() const { return m_notice->text(); }
    QString matches() const { return m_matches->text(); }
    QAction &timesAction() { return *m_times; }
    QAction &wrapAction() { return *m_wrap; }

Q_SIGNALS:
    // A line was opened: it stands in the log of this origin.
    void chosen(const signalbox::widgets::LogOrigin &origin, const signalbox::LogLine &line);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTools();
    void connectTools();
    void load();
    void stop();
    bool isLoading() const { return m_loading > 0; }
    void keepPlace();
    void loaded(const QList<LogLine> &lines, const QString &error);
    void showLoaded();
    void reveal();
    void revealWanted();
    void hear(const QString &source, const QList<LogLine> &lines, qint64 leftOut);
    void append(const QString &source, QList<LogLine> lines);
    QString keptAs() const;
    bool isWhole() const; // the log of one component, which is saved as the server keeps it; of others what is shown
    void applyFilter();
    void findNext(bool backwards);
    void countMatches();

    Replica &m_replica;
    Saver *m_saver;
    LogView *m_view;
    QLineEdit *m_search;
    QCheckBox *m_onlyMatching;
    QComboBox *m_level;
    QComboBox *m_length;
    QAction *m_times;
    QAction *m_wrap;
    QAction *m_save;
    QToolButton *m_saveButton = nullptr;
    QToolButton *m_newest;
    TextLabel *m_notice;
    TextLabel *m_matches;
    DelayedRefresh m_recount; // a fast printer would have the whole log counted with every batch
    // What one searched for in a log, and where one read.
    struct Kept
    {
        QString search;
        std::optional<LogView::Place> place;
    };

    QList<LogOrigin> m_origins;
    std::vector<std::unique_ptr<LogFeed>> m_feeds;
    QHash<QString, Kept> m_kept;
    std::optional<LogView::Place> m_place; // to go back to, as soon as the log is there
    int m_loading = 0;                     // feeds that have not answered
    QList<LogLine> m_pages;                // of those that have
    QStringList m_errors;
    QList<std::pair<QString, QList<LogLine>>> m_early; // live lines that came before all had
    std::optional<qint64> m_wanted;                    // a line to be shown
    std::optional<qint64> m_around;                    // the lines around this one are shown, and nothing live
    bool m_reveal = false;
    std::optional<qint64> m_explains;
    bool m_isRevealed = false; // the view stands still since, and was not scrolled
};

} // namespace signalbox::widgets
