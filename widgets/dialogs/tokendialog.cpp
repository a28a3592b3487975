// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/tokendialog.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/placement.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString &tokenSubject()
{
    static const QString text = u"*issue-token"_s;
    return text;
}

} // namespace

TokenDialog::TokenDialog(Replica &replica, Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_replica(replica)
    , m_commands(commands)
    , m_user(new QComboBox)
    , m_amount(new QSpinBox)
    , m_unit(new QComboBox)
    , m_token(new QLineEdit)
    , m_copy(makeButton(u"copy"_s, tr("Copy"), tr("Copy the token")))
    , m_explanation(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_error(new ErrorLine)
{
    setWindowTitle(tr("Issue a token"));
    build();
    m_commands.dismiss(tokenSubject());
    connect(&m_commands, &Commands::changed, this, &TokenDialog::refresh);
    connect(&m_commands, &Commands::secretReceived, this, [this](const QString &what, const QString &secret) {
        if (what == tokenSubject())
            show(secret);
    });
    connect(&replica, &Replica::connectedChanged, this, &TokenDialog::refresh);
    refresh();
}

void TokenDialog::build()
{
    auto *about = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
    about->setText(
        tr("A program that has the token comes in as this user, with the user's rights, until it expires: as "
           "?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; "
           "who is taken out of the configuration is refused all the same."));
    for (TextLabel *label : {about, m_explanation})
        label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_issue = buttons->addButton(tr("Issue"), QDialogButtonBox::ActionRole);
    m_issue->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->setSpacing(spacing::medium);
    layout->addWidget(about);
    layout->addLayout(buildQuestion());
    layout->addWidget(buildAnswer());
    layout->addWidget(m_error);
    layout->addStretch();
    layout->addWidget(buttons);
    m_user->setFocus();
    resizeWithin(*this, {grown(520), grown(300)});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_issue, &QPushButton::clicked, this, &TokenDialog::issue);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_token->text()); });
}

QLayout *TokenDialog::buildQuestion()
{
    for (const User &user : m_replica.snapshot().server.users) {
        const QString roles = user.roleNames.join(", "_L1);
        m_user->addItem(roles.isEmpty() ? user.name : tr("%1 (%2)", "user, roles").arg(user.name, roles), user.name);
    }
    m_amount->setRange(1, 999);
    for (const qint64 unit : {60'000, 3'600'000, 86'400'000})
        m_unit->addItem(QString(), QVariant::fromValue(unit));
    nameUnits();
    connect(m_amount, &QSpinBox::valueChanged, this, &TokenDialog::nameUnits);
    m_unit->setCurrentIndex(1); // an hour, as --issue-token
    m_amount->setAccessibleName(tr("How long the token is good"));
    prepareBox(*m_unit, tr("Unit"));
    auto *lifetime = new QHBoxLayout;
    lifetime->setSpacing(spacing::small);
    lifetime->addWidget(m_amount);
    lifetime->addWidget(m_unit);
    lifetime->addStretch();
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::large);
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Good for"), lifetime);
    return form;
}

// "1 hour", "2 hours".
void TokenDialog::nameUnits()
{
    const int amount = m_amount->value();
    m_unit->setItemText(0, tr("minutes", "behind a number", amount));
    m_unit->setItemText(1, tr("hours", "behind a number", amount));
    m_unit->setItemText(2, tr("days", "behind a number", amount));
}

QWidget *TokenDialog::buildAnswer()
{
    m_token->setReadOnly(true);
    m_token->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_token->setAccessibleName(tr("Token"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(m_token, 1);
    row->addWidget(m_copy);
    m_answer = new QWidget;
    auto *layout = new QVBoxLayout(m_answer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tight);
    layout->addLayout(row);
    layout->addWidget(m_explanation);
    m_answer->hide();
    return m_answer;
}

Milliseconds TokenDialog::lifetime() const
{
    return m_amount->value() * Milliseconds(m_unit->currentData().toLongLong());
}

// The one before is gone: nobody should take it for the one that was asked for now.
void TokenDialog::issue()
{
    m_token->clear();
    m_answer->hide();
    m_explanation->setText(
        tr("For %1, good for %2. Copy it now: it is kept nowhere and not shown again.", "user, how long")
            .arg(m_user->currentData().toString(), format::duration(lifetime())));
    m_commands.submit(tokenSubject(), IssueToken{m_user->currentData().toString(), lifetime()});
}

void TokenDialog::show(const QString &token)
{
    m_token->setText(token);
    m_token->setCursorPosition(0);
    m_answer->show();
    m_copy->setFocus();
    // A second one, which nobody can take back either, takes a click: Return belongs to this one.
    m_issue->setAutoDefault(false);
    m_issue->setDefault(false);
}

void TokenDialog::refresh()
{
    const QString error = reasontext::words(m_commands.error(tokenSubject()));
    m_error->say(error);
    m_issue->setEnabled(m_user->count() > 0 && m_replica.isConnected() && !m_commands.isPending(tokenSubject()));
}

} // namespace signalbox::widgets
