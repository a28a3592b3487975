// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/modecard.h"
#include "widgets/controls/textlabel.h"
#include "widgets/dialogs/tokendialog.h"
#include "widgets/pages/page.h"

#include <QPointer>

class QToolButton;

namespace signalbox::widgets {

using namespace Qt::StringLiterals;

// The server itself: its mode, where it listens, what it allows, who may use it, where its files are.
class ServerPage final : public Page
{
    Q_OBJECT

public:
    explicit ServerPage(const PageContext &context, QWidget *parent = nullptr);

    static QString token() { return u"token"_s; } // revealed: the dialog that issues one
    void reveal(const QString &subject) override;

    ModeCard &mode() { return *m_mode; }
    QToolButton &reloadButton() { return *m_reload; }
    QToolButton &tokenButton() { return *m_issueToken; }
    TokenDialog *tokenDialog() const { return m_tokenDialog; }
    QString reloadOutcome() const { return m_reloadOutcome->text(); }

private:
    QWidget *buildAbout();
    QHBoxLayout *buildPath(TextLabel *path, QToolButton *&open, QToolButton *&copy, const QString &name);
    void refresh();
    void refreshUptime();
    static QString reloadText(const ReloadReport &report);
    void refreshReload();
    void issueToken();

    ModeCard *m_mode;
    TextLabel *m_version;
    TextLabel *m_uptime;
    TextLabel *m_slots;
    TextLabel *m_file;
    TextLabel *m_folder;
    QToolButton *m_openFile = nullptr;
    QToolButton *m_copyFile = nullptr;
    QToolButton *m_openFolder = nullptr;
    QToolButton *m_copyFolder = nullptr;
    QToolButton *m_reload;
    QToolButton *m_issueToken;
    QPointer<TokenDialog> m_tokenDialog;
    TextLabel *m_reloadOutcome;
    class TableCard *m_listeners;
    class TableCard *m_users;
    class TableCard *m_limits;
    Refresher m_all;
    Refresher m_modeAlone;
    Refresher m_uptimeAlone;
};

} // namespace signalbox::widgets
