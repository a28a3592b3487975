// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/aboutdialog.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/placement.h"
#include "widgets/text/format.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSysInfo>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

AboutDialog::AboutDialog(const Replica &replica, const QString &settingsFile, QWidget *parent)
    : QDialog(parent)
    , m_facts(facts(replica.snapshot().server, settingsFile))
    , m_copied(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Signalbox"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("Copy for a bug report"), QDialogButtonBox::ActionRole);
    m_copy->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::page, spacing::large, spacing::page, spacing::large);
    layout->setSpacing(spacing::large);
    layout->addLayout(buildHead());
    layout->addLayout(buildFacts());
    layout->addStretch();
    layout->addWidget(m_copied);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copy);
    resizeWithin(*this, {grown(560), sizeHint().height()});
}

// Read once: none of it changes while the program runs, but for another configuration file.
QList<AboutDialog::Fact> AboutDialog::facts(const ServerInfo &server, const QString &settingsFile)
{
    Fact configuration{tr("Configuration"), u"Configuration"_s, server.configurationFile};
    if (!server.version.isEmpty() && server.configurationFile.isEmpty()) {
        configuration.value = tr("The built-in example");
        configuration.valueInEnglish = u"the built-in example"_s;
    }
    QList<Fact> all{
        {tr("Version"), u"Signalbox"_s, server.version},
        {tr("Qt"), u"Qt"_s, QString::fromLatin1(qVersion())},
        {tr("System"), u"System"_s,
         u"%1, %2 %3, %4, %5"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                                    QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName())},
        configuration,
        {tr("Data"), u"Data"_s, server.dataDirectory},
        {tr("Settings of the window"), u"Settings"_s, settingsFile},
        {tr("Licence"), u"Licence"_s, u"GPL-3.0-or-later"_s},
    };
    for (Fact &fact : all) {
        if (fact.value.isEmpty())
            fact.value = format::dash(); // not connected
    }
    return all;
}

QLayout *AboutDialog::buildHead()
{
    auto *name = new TextLabel(TextStyle::Title);
    name->setText(u"Signalbox"_s);
    auto *about = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
    about->setText(tr("Keeps programs running, runs pipelines, and shows both."));
    about->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(about);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::large);
    head->addWidget(makeMark(48));
    head->addLayout(words, 1);
    return head;
}

QLayout *AboutDialog::buildFacts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::large);
    grid->setVerticalSpacing(spacing::small);
    grid->setColumnStretch(1, 1);
    for (const Fact &fact : m_facts) {
        const int row = grid->rowCount();
        auto *name = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
        name->setText(fact.name);
        auto *value = new TextLabel(TextStyle::Body);
        value->setTextFormat(Qt::PlainText);
        value->setElided(fact.value);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
    }
    return grid;
}

QString AboutDialog::report() const
{
    QStringList lines;
    for (const Fact &fact : m_facts)
        lines << fact.inEnglish + u": "_s + (fact.valueInEnglish.isEmpty() ? fact.value : fact.valueInEnglish);
    lines << u"Language: %1"_s.arg(QLocale().name());
    return lines.join(u'\n');
}

void AboutDialog::copy()
{
    QGuiApplication::clipboard()->setText(report());
    m_copied->setText(tr("Copied, in English. It has paths of this machine: look at it before you send it."));
}

} // namespace signalbox::widgets
