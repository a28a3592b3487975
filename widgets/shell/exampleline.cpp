// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/exampleline.h"

#include "widgets/controls/buttons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString closedKey = u"window/exampleClosed"_s;

} // namespace

ExampleLine::ExampleLine(const Replica &replica, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_settings(settings)
    , m_text(new TextLabel(TextStyle::Body))
    , m_write(makeButton(u"settings"_s, tr("Write a configuration…"),
                         tr("Write the example with its comments to a file, for you to change")))
    , m_open(makeButton(u"open"_s, tr("Open it"), tr("Open the configuration file")))
    , m_close(makeButton(u"close"_s, {}, tr("Do not show this again")))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::page, spacing::tight, spacing::medium, spacing::tight);
    row->setSpacing(spacing::small);
    row->addWidget(m_text, 1);
    row->addWidget(m_write);
    row->addWidget(m_open);
    row->addWidget(m_close);
    connect(m_write, &QToolButton::clicked, this, &ExampleLine::ask);
    connect(m_open, &QToolButton::clicked, this, [this] {
        if (!openText(m_first->path))
            m_text->setText(tr("No program opens it. Open it with an editor of your own: %1").arg(m_first->path));
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_settings.setValue(closedKey, true);
        refresh();
    });
    connect(&replica, &Replica::missed, this, &ExampleLine::refresh);
    connect(&replica, &Replica::connectedChanged, this, &ExampleLine::refresh);
    refresh();
}

void ExampleLine::offer(FirstConfiguration first)
{
    m_first = std::move(first);
    refresh();
}

void ExampleLine::ask()
{
    if (m_dialog)
        return;
    m_dialog = new FirstConfigDialog(*m_first, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose); // and the password with it
    connect(m_dialog, &FirstConfigDialog::written, this, [this] {
        m_isWritten = true;
        refresh();
    });
    m_dialog->open();
}

void ExampleLine::refresh()
{
    const bool isExample = m_replica.isConnected() && m_replica.snapshot().server.configurationFile.isEmpty();
    setVisible(m_first && isExample && !m_settings.value(closedKey).toBool());
    m_write->setVisible(!m_isWritten);
    m_open->setVisible(m_isWritten);
    if (m_isWritten)
        m_text->setText(
            tr("Your configuration is in %1. Until the next start the built-in example goes on.").arg(m_first->path));
    else
        m_text->setText(tr("This is the built-in example: programs of this machine that do small real work."));
}

void ExampleLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colours(palette()).neutral.fill);
}

} // namespace signalbox::widgets
