// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/live/logview.h"
#include "widgets/live/saver.h"
#include "widgets/state/delayedrefresh.h"
#include "widgets/state/replica.h"

class QAction;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSettings;
class QToolButton;

namespace signalbox::widgets {

// The log of one component: what the store has, then live, with search, level, length, times and saving.
// Follows only while visible. GUI thread; owned by ComponentDetail.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Replica &replica, QWidget *parent = nullptr);

    void setComponent(const QString &id);
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

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTools();
    void connectTools();
    void load();
    void reveal();
    void hear(const QList<LogLine> &lines, qint64 leftOut);
    void append(QList<LogLine> lines);
    void take(const Result<LogPage> &page);
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
    QCheckBox *m_times;
    QAction *m_save;
    QToolButton *m_newest;
    TextLabel *m_notice;
    TextLabel *m_matches;
    DelayedRefresh m_recount; // a fast printer would have the whole log counted with every batch
    QString m_component;
    Following m_following;
    QList<LogLine> m_early; // live lines that came before the answer
    Asking m_asking;
    bool m_reveal = false;
    std::optional<qint64> m_explains;
    bool m_isRevealed = false; // the view stands still since, and was not scrolled
};

} // namespace signalbox::widgets
