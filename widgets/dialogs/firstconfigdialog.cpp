// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/firstconfigdialog.h"

#include "widgets/controls/placement.h"
#include "widgets/text/reasontext.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

bool openText(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

FirstConfigDialog::FirstConfigDialog(FirstConfiguration first, QWidget *parent)
    : QDialog(parent)
    , m_first(std::move(first))
    , m_about(new TextLabel(TextStyle::Body))
    , m_password(new QLineEdit)
    , m_again(new QLineEdit)
    , m_make(new QPushButton(tr("Make one")))
    , m_error(new ErrorLine)
    , m_write(nullptr)
    , m_open(nullptr)
{
    setWindowTitle(tr("Write a configuration"));
    build();
    refresh();
}

void FirstConfigDialog::build()
{
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_about->setFocusPolicy(Qt::NoFocus);
    m_about->setText(
        tr("What runs now is the built-in example. Its text, with comments that explain it, is written to\n"
           "%1\nfor you to change. Its user %2 gets this password:",
           "file, user")
            .arg(m_first.path, m_first.user));
    for (QLineEdit *field : {m_password, m_again}) {
        field->setEchoMode(QLineEdit::Password);
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_isMade = false;
            m_error->say({});
            refresh();
        });
    }
    m_make->setAutoDefault(false);
    m_make->setToolTip(tr("A password of sixteen characters that nobody guesses"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_password, 1);
    row->addWidget(m_make);
    auto *form = new QFormLayout;
    form->addRow(tr("Password"), row);
    form->addRow(tr("The same again"), m_again);
    m_password->setAccessibleName(tr("Password"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_write = buttons->addButton(tr("Write"), QDialogButtonBox::ActionRole);
    m_write->setDefault(true);
    m_open = buttons->addButton(tr("Open it"), QDialogButtonBox::ActionRole);
    m_open->hide();
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->setSpacing(spacing::medium);
    layout->addWidget(m_about);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addStretch();
    layout->addWidget(buttons);
    m_password->setFocus();
    resizeWithin(*this, {grown(520), grown(280)});
    connect(m_make, &QPushButton::clicked, this, &FirstConfigDialog::make);
    connect(m_write, &QPushButton::clicked, this, &FirstConfigDialog::write);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!openText(m_first.path))
            m_error->say(tr("No program opens it. Open it with an editor of your own: %1").arg(m_first.path));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

// Shown, because nobody can note down what is not.
void FirstConfigDialog::make()
{
    m_isMade = true;
    const QString made = m_first.makePassword();
    m_password->setText(made);
    m_again->setText(made);
    m_error->say({});
    refresh();
}

void FirstConfigDialog::write()
{
    if (m_password->text() != m_again->text())
        return m_error->say(tr("The two are not the same."));
    const Result<void> written = m_first.write(m_password->text());
    if (written)
        return tellWritten();
    switch (written.error().code) {
    case ErrorCode::Conflict:
        return m_error->say(tr("%1 is there already, and stays as it is.").arg(m_first.path));
    case ErrorCode::InvalidArgument:
        return m_error->say(tr("Everybody tries that one first. Choose another."));
    default:
        return m_error->say(reasontext::words(written.error().message));
    }
}

void FirstConfigDialog::tellWritten()
{
    QString text = tr("%1 is written. Signalbox reads it from its next start on: change what you like, then quit and "
                      "start again.")
                       .arg(m_first.path);
    if (m_isMade)
        text += u'\n' + tr("Note the password down: it is shown this once, and the file has only its hash.");
    m_about->setText(text);
    m_error->say({});
    for (QLineEdit *field : {m_password, m_again})
        field->setReadOnly(true);
    m_make->hide();
    m_write->hide();
    m_open->show();
    m_open->setDefault(true);
    m_open->setFocus();
    findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->setText(tr("Close"));
    Q_EMIT written();
}

void FirstConfigDialog::refresh()
{
    for (QLineEdit *field : {m_password, m_again})
        field->setEchoMode(m_isMade ? QLineEdit::Normal : QLineEdit::Password);
    m_write->setEnabled(!m_password->text().isEmpty() && !m_again->text().isEmpty());
}

} // namespace signalbox::widgets
