// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/tokendialog.h"
#include "widgets/pages/page.h"

#include <QPointer>

class QGridLayout;
class QToolButton;

namespace signalbox::widgets {

using namespace Qt::StringLiterals;

// In which mode the server is, and the switches, each with what it means for those who use it. Ending what runs is asked
// for twice. GUI thread; owned by ServerPage.
class ModeCard final : public Card
{
    Q_OBJECT

public:
    explicit ModeCard(const Context &context, QWidget *parent = nullptr);
    void refresh();
    void setStale(bool stale);

    QToolButton &button(Mode mode) { return *m_rows[static_cast<std::size_t>(mode)].button; }
    QToolButton &confirmButton() { return *m_confirm; }
    QString error() const { return m_error->text(); }

private:
    struct Row
    {
        QToolButton *button;
        TextLabel *text;
    };
    void choose(Mode mode);
    void ask(bool wanted);

    Context m_context;
    TextLabel *m_current;
    std::array<Row, 3> m_rows{};
    QWidget *m_question;
    TextLabel *m_questionText;
    QToolButton *m_confirm;
    QToolButton *m_keep;
    TextLabel *m_error;
};

// The server itself: its mode, where it listens, what it allows, who may use it, where its files are.
class ServerPage final : public Page
{
    Q_OBJECT

public:
    explicit ServerPage(const Context &context, QWidget *parent = nullptr);

    static QString token() { return u"token"_s; } // revealed: the dialog that issues one
    void reveal(const QString &subject) override;
    void setStale(bool stale) override;

    ModeCard &mode() { return *m_mode; }
    QToolButton &reloadButton() { return *m_reload; }
    QToolButton &tokenButton() { return *m_issueToken; }
    TokenDialog *tokenDialog() const { return m_tokenDialog; }
    QString reloadOutcome() const { return m_reloadOutcome->text(); }

protected:
    void showEvent(QShowEvent *event) override;

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
};

} // namespace signalbox::widgets
