// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/state/replica.h"

#include <QDialog>

class QPushButton;

namespace signalbox::widgets {

// What this program is and where it keeps what, for people, and to be copied into a report of a bug. GUI thread; owned by
// MainWindow.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    // settingsFile: what the window remembers.
    AboutDialog(const Replica &replica, const QString &settingsFile, QWidget *parent = nullptr);

    QString report() const; // in English, whatever the language of the window
    QPushButton &copyButton() { return *m_copy; }

private:
    struct Fact
    {
        QString name;
        QString inEnglish;
        QString value;
        QString valueInEnglish{}; // where it is another
    };
    static QList<Fact> facts(const ServerInfo &server, const QString &settingsFile);
    QLayout *buildHead();
    QLayout *buildFacts();
    void copy();

    const QList<Fact> m_facts;
    TextLabel *m_copied;
    QPushButton *m_copy = nullptr;
};

} // namespace signalbox::widgets
