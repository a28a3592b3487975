// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metricspage.h"

#include "server/model/answers/csv.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/sheet.h"

#include <QBuffer>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

MetricsPage::MetricsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_marks(context.replica, m_window, {})
    , m_ranges(new QButtonGroup(this))
    , m_pause(makeButton(u"pause"_s, tr("Pause"), tr("Hold the charts still; measuring goes on")))
    , m_notice(new ExportLine)
    , m_sheet(new QWidget)
{
    addTools();
    auto *grid = new CardGrid(grown(360), 3, m_sheet);
    for (const Metric metric : chartedMetrics) {
        auto *card = new ChartCard(context.history, m_window, metric);
        card->setFixedHeight(grown(230));
        card->chart().setMarks(m_marks);
        grid->addWidget(card);
        m_cards << card;
    }
    grid->setContentsMargins(0, 0, spacing::tight, 0);
    body()->addWidget(new Sheet(m_sheet), 1);
    body()->addWidget(m_notice);
    m_notice->setText(tr("Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again."));
    m_notice->show();
    connect(&context.history, &SampleHistory::grown, this,
            [this] { m_window.advance(this->context().history.newest()); });
    m_window.advance(context.history.newest());
}

void MetricsPage::addTools()
{
    QHBoxLayout *header = addHeader(tr("Metrics"));
    for (const auto &[text, minutes] :
         {std::pair(tr("5 min"), 5), std::pair(tr("1 h"), 60), std::pair(tr("24 h"), 24 * 60),
          std::pair(tr("7 days"), 7 * 24 * 60), std::pair(tr("30 days"), 30 * 24 * 60)}) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(tr("Show %1").arg(text));
        m_ranges->addButton(button, minutes);
        header->addWidget(button);
    }
    m_ranges->button(5)->setChecked(true);
    m_pause->setCheckable(true);
    auto *reset = makeButton(u"reset"_s, {}, tr("Show the newest at the chosen length"));
    auto *save = makeButton(u"save"_s, tr("Export"));
    auto *menu = new QMenu(save);
    save->setMenu(menu);
    save->setPopupMode(QToolButton::InstantPopup);
    header->addSpacing(spacing::small);
    header->addWidget(m_pause);
    header->addWidget(reset);
    header->addWidget(save);
    connect(m_ranges, &QButtonGroup::idClicked, this,
            [this](int minutes) { m_window.setLength(minutes * TimeWindow::minute); });
    connect(m_pause, &QToolButton::toggled, this, [this](bool held) {
        if (held)
            m_window.hold();
        else if (!m_window.isFollowing())
            m_window.follow();
    });
    // Zoomed in or out it is none of them.
    connect(&m_window, &TimeWindow::moved, m_ranges, [this] {
        m_ranges->setExclusive(false);
        const QList<QAbstractButton *> buttons = m_ranges->buttons();
        for (QAbstractButton *button : buttons)
            button->setChecked(m_ranges->id(button) * TimeWindow::minute == m_window.length());
        m_ranges->setExclusive(true);
    });
    connect(&m_window, &TimeWindow::followingChanged, m_pause, [this](bool follows) { m_pause->setChecked(!follows); });
    connect(reset, &QToolButton::clicked, this, [this] { m_window.follow(); });
    menu->addAction(tr("Picture (PNG)…"), this, [this] {
        askWhereToSave(this, tr("Export the charts"), u"signalbox.png"_s, tr("Pictures (*.png)"),
                       [this](const QString &path) { exportPng(path); });
    });
    QAction *table = makeAction(ActId::Save, *this, [this] {
        askWhereToSave(this, tr("Export the figures"), u"signalbox.csv"_s, tr("Tables (*.csv)"),
                       [this](const QString &path) { exportCsv(path); });
    });
    table->setText(tr("Table (CSV)…"));
    menu->addAction(table);
}

bool MetricsPage::exportPng(const QString &path)
{
    for (ChartCard *card : std::as_const(m_cards)) // those out of sight sleep
        card->chart().catchUp();
    QPixmap picture(m_sheet->size() * m_sheet->devicePixelRatioF());
    picture.setDevicePixelRatio(m_sheet->devicePixelRatioF());
    picture.fill(palette().color(QPalette::Window));
    m_sheet->render(&picture);
    QBuffer bytes;
    (void)bytes.open(QIODevice::WriteOnly);
    picture.save(&bytes, "PNG");
    return m_notice->write(path, bytes.data(), tr("Exported to %1").arg(path));
}

QString MetricsPage::csv() const
{
    // One row per point in time, one column per metric, as fine as it is kept for this stretch.
    std::map<qint64, std::array<QString, chartCount>> rows;
    QStringList names{u"time"_s};
    for (std::size_t column = 0; column < chartCount; ++column) {
        const Metric metric = chartedMetrics.at(column);
        names.append(columnName(metric));
        const QList<QPointF> points = context().history.series(metric).points(m_window.from(), m_window.to(), 100'000);
        for (const QPointF &point : points)
            rows[static_cast<qint64>(point.x())].at(column) = QString::number(point.y(), 'g', 10);
    }
    QString text = csvLine(names);
    for (const auto &[time, values] : rows)
        text += csvLine(QStringList{toIsoMilliseconds(Timestamp{Milliseconds(time)})}
                        + QStringList(values.begin(), values.end()));
    return text;
}

bool MetricsPage::exportCsv(const QString &path)
{
    return m_notice->write(path, csv().toUtf8(), tr("Exported to %1").arg(path));
}

void MetricsPage::save(QSettings &settings) const
{
    settings.setValue(u"minutes"_s, m_window.chosenLength() / TimeWindow::minute);
}

void MetricsPage::restore(QSettings &settings)
{
    const int minutes = settings.value(u"minutes"_s, 5).toInt();
    if (m_ranges->button(minutes))
        m_window.setLength(minutes * TimeWindow::minute);
}

} // namespace signalbox::widgets
