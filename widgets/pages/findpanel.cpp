// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/findpanel.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/executionspage.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

FindPanel::FindPanel(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(context.replica)
    , m_filter(m_model)
    , m_text(makeSearchField(tr("Find in all logs and outputs")))
    , m_case(new QCheckBox(tr("Match case")))
    , m_expression(new QCheckBox(tr("Regular expression")))
    , m_search(makeButton(u"search"_s, tr("Find")))
    , m_busy(new QProgressBar)
    , m_table(new DataTable)
    , m_notice(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, &FindPanel::search);
    connect(m_search, &QToolButton::clicked, this, [this] { m_model.isSearching() ? m_model.stop() : search(); });
    connect(&m_model, &FoundModel::progressed, this, &FindPanel::refresh);
    connect(m_table, &DataTable::activated, this,
            [this](const QModelIndex &index) { open(m_model.line(m_filter.mapToSource(index).row())); });
    refresh();
}

void FindPanel::build()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(spacing::small);
    tools->addWidget(m_text, 1);
    tools->addWidget(m_case);
    tools->addWidget(m_expression);
    tools->addWidget(m_search);
    tools->addStretch();
    m_table->setAccessibleName(tr("Lines found"));
    m_table->setModel(&m_filter);
    m_table->sortByColumn(FoundModel::Time, Qt::DescendingOrder);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(grown(80), spacing::medium);
    m_busy->setAccessibleName(tr("The search goes on"));
    QSizePolicy policy = m_busy->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(policy);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(spacing::small);
    foot->addWidget(m_notice, 1);
    foot->addWidget(m_busy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addLayout(tools);
    layout->addWidget(Card::around(m_table), 1);
    layout->addLayout(foot);
    setFocusProxy(m_text);
}

void FindPanel::find()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindPanel::search()
{
    if (m_text->text().isEmpty())
        return;
    m_model.search({m_text->text(), m_case->isChecked(), m_expression->isChecked()});
}

void FindPanel::refresh()
{
    const bool isSearching = m_model.isSearching();
    m_busy->setVisible(isSearching);
    m_search->setText(isSearching ? tr("Stop") : tr("Find"));
    const bool isAsked = isSearching || m_model.looked() > 0 || !m_model.error().isEmpty();
    m_table->setEmptyText(isAsked ? tr("Nothing found.")
                                  : tr("Looks through what components log and executions print, as far back as the "
                                       "server keeps it. Return, or a double click, leads to a line in its log."));
    m_notice->setTone(m_model.error().isEmpty() ? TextLabel::Tone::Muted : TextLabel::Tone::Bad);
    if (!m_model.error().isEmpty())
        return m_notice->setText(m_model.error());
    if (m_model.looked() == 0 && !isSearching)
        return m_notice->clear();
    QStringList parts;
    if (m_model.isBounded())
        parts << tr("More than %Ln found: the search has ended", "", FoundModel::mostRows);
    else
        parts << tr("%Ln lines found", "", static_cast<int>(m_model.matches()));
    if (m_model.matches() > m_model.rowCount() && !m_model.isBounded())
        parts << tr("the newest of each log are listed: %Ln", "", m_model.rowCount());
    parts << tr("in %Ln logs", "", static_cast<int>(m_model.sources()));
    parts << tr("%L1 lines looked through in %2 s", "number, seconds with decimals")
                 .arg(m_model.looked())
                 .arg(QLocale().toString(static_cast<double>(m_model.took().count()) / 1000.0, 'f', 2));
    m_notice->setText(parts.join(u" · "_s));
}

void FindPanel::open(const FoundLine &line)
{
    if (line.componentId.isEmpty())
        return Q_EMIT wanted(PageId::Executions,
                             ExecutionsPage::line(line.executionId, line.nodeId, line.stream, line.number));
    Q_EMIT wanted(PageId::Components, ComponentsPage::line(line.componentId, line.number));
}

void FindPanel::save(QSettings &settings) const
{
    m_table->save(settings, u"found"_s);
    settings.setValue(u"find/text"_s, m_text->text());
    settings.setValue(u"find/case"_s, m_case->isChecked());
    settings.setValue(u"find/expression"_s, m_expression->isChecked());
}

void FindPanel::restore(QSettings &settings)
{
    m_table->restore(settings, u"found"_s);
    m_text->setText(settings.value(u"find/text"_s).toString());
    m_case->setChecked(settings.value(u"find/case"_s).toBool());
    m_expression->setChecked(settings.value(u"find/expression"_s).toBool());
}

} // namespace signalbox::widgets
