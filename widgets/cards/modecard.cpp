// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/modecard.h"

#include "server/model/answers/modeeffect.h"
#include "widgets/controls/buttons.h"
#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

const QString &modeSubject()
{
    static const QString text = u"*mode"_s;
    return text;
}

constexpr std::array modes{Mode::Normal, Mode::Maintenance, Mode::Halted};

// Names of what a halt ends, the oldest first.
QStringList endedByHalt(const Snapshot &snapshot)
{
    QStringList names;
    for (const QString &id : modeEffect(snapshot, Mode::Halted).ended)
        names << snapshot.execution(id)->name;
    return names;
}

} // namespace

ModeCard::ModeCard(const Context &context, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_current(new TextLabel(TextStyle::Heading, TextLabel::Tone::Live))
    , m_question(new QWidget)
    , m_questionText(new TextLabel(TextStyle::Body, TextLabel::Tone::Bad))
    , m_confirm(makeButton(u"stop"_s, tr("Halt now")))
    , m_keep(makeButton({}, tr("Keep them running")))
    , m_error(new ErrorLine)
{
    const std::array names{tr("Normal operation"), tr("Maintenance"), tr("Halt executions")};
    const std::array texts{
        tr("Everything may be started."),
        tr("Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399."),
        tr("Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so "
           "with 398. Components go on.")};
    const std::array icons{u"start"_s, u"pause"_s, u"stop"_s};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::tight);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < modes.size(); ++i) {
        Row &row = m_rows[i];
        row.button = makeButton(icons[i], names[i]);
        row.button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
        row.button->setCheckable(true);
        row.button->setAccessibleDescription(texts[i]);
        row.text = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
        row.text->setWordWrap(true);
        row.text->setText(texts[i]);
        grid->addWidget(row.button, static_cast<int>(i), 0);
        grid->addWidget(row.text, static_cast<int>(i), 1);
        connect(row.button, &QToolButton::clicked, this, [this, i] { choose(modes[i]); });
    }
    m_questionText->setWordWrap(true);
    auto *question = new QHBoxLayout(m_question);
    question->setContentsMargins(0, spacing::tight, 0, 0);
    question->addWidget(m_questionText, 1);
    question->addWidget(m_confirm);
    question->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_current);
    layout->addLayout(grid);
    layout->addWidget(m_question);
    layout->addWidget(m_error);
    connect(m_confirm, &QToolButton::clicked, this, [this] {
        ask(false);
        m_context.commands.submit(modeSubject(), SetMode{Mode::Halted});
    });
    connect(m_keep, &QToolButton::clicked, this, [this] { ask(false); });
    connect(&context.commands, &Commands::changed, this, &ModeCard::refresh);
    ask(false);
}

void ModeCard::choose(Mode mode)
{
    const Snapshot &snapshot = m_context.replica.snapshot();
    if (mode == Mode::Halted && snapshot.mode != Mode::Halted && !endedByHalt(snapshot).isEmpty())
        return ask(true);
    ask(false);
    if (mode != snapshot.mode)
        m_context.commands.submit(modeSubject(), SetMode{mode});
}

void ModeCard::ask(bool wanted)
{
    m_question->setVisible(wanted);
    refresh();
    if (wanted)
        m_keep->setFocus(Qt::OtherFocusReason);
}

void ModeCard::refresh()
{
    const Snapshot &snapshot = m_context.replica.snapshot();
    m_current->setText(tr("Mode: %1").arg(format::mode(snapshot.mode)));
    const bool free = m_context.replica.isConnected() && !m_context.commands.isPending(modeSubject());
    for (std::size_t i = 0; i < modes.size(); ++i) {
        m_rows[i].button->setChecked(snapshot.mode == modes[i]); // as it is, not as it was clicked
        m_rows[i].button->setEnabled(free);
    }
    if (snapshot.mode == Mode::Halted) // not when the last one ends: what is about to be clicked must not move away
        m_question->hide();
    if (!m_question->isHidden()) {
        const QStringList names = endedByHalt(snapshot);
        const QString text = tr("This ends %Ln pipelines", "", static_cast<int>(names.size()));
        m_questionText->setText(names.isEmpty()
                                    ? tr("This ends nothing any more.")
                                    : tr("%1: %2.", "what is ended, names").arg(text, format::namesAndMore(names)));
    }
    const QString error = reasontext::words(m_context.commands.error(modeSubject()));
    m_error->say(error);
}

} // namespace signalbox::widgets
