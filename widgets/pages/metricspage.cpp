// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metricspage.h"

#include "server/model/answers/csv.h"
#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/sheet.h"

#include <QBuffer>
#include <QButtonGroup>
#include <QComboBox>
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
    , m_component(new QComboBox)
{
    addTools();
    addOverlayBox();
    auto *grid = new CardGrid(grown(360), 3, m_sheet);
    for (const Metric metric : chartedMetrics) {
        auto *card = new ChartCard(context.history, m_window, metric);
        card->setFixedHeight(grown(230));
        card->chart().setMarks(m_marks);
        grid->addWidget(card);
        m_cards << card;
    }
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

void MetricsPage::addOverlayBox()
{
    prepareBox(*m_component, tr("Component over the charts of processor and memory"));
    auto *row = new QHBoxLayout;
    auto *label = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
    label->setText(tr("Lay over processor and memory:"));
    row->addWidget(label);
    row->addWidget(m_component);
    row->addStretch();
    body()->addLayout(row);
    listComponents();
    connect(m_component, &QComboBox::currentIndexChanged, this, &MetricsPage::layOver);
    connect(&context().replica, &Replica::missed, this, [this] { // its machine may be another one
        listComponents();
        layOver();
    });
    connect(&context().replica, &Replica::componentChanged, this,
            [this](const Component *before, const Component *now) {
                if (isVisible() && (!before || !now || before->name != now->name))
                    listComponents();
            });
}

// The chosen one stays, also where it is gone for now: a reload may bring it back.
void MetricsPage::listComponents()
{
    const QSignalBlocker quiet(m_component);
    m_component->clear();
    m_component->addItem(tr("No component"), QString());
    for (const Component &component : context().replica.snapshot().componentsInOrder())
        m_component->addItem(component.name, component.id);
    if (m_component->findData(m_overlaidId) < 0)
        m_component->addItem(m_overlaidId, m_overlaidId);
    m_component->setCurrentIndex(m_component->findData(m_overlaidId));
}

// As parts of the machine, whose charts these are: of all its cores, of all its memory.
void MetricsPage::layOver()
{
    m_overlaidId = m_component->currentData().toString();
    for (ChartCard *card : std::as_const(m_cards))
        card->chart().setOverlay(nullptr);
    m_overlaid.reset();
    const ServerInfo &server = context().replica.snapshot().server;
    if (m_overlaidId.isEmpty())
        return;
    m_overlaid = std::make_unique<SampleHistory>(context().replica, m_overlaidId);
    const double mebibytes = static_cast<double>(server.memoryBytes) / (1024.0 * 1024.0);
    for (std::size_t i = 0; i < chartCount; ++i) {
        const Metric metric = chartedMetrics.at(i);
        const double whole = metric == Metric::Cpu ? server.cores : metric == Metric::Memory ? mebibytes / 100.0 : 0.0;
        if (whole > 0.0)
            m_cards[static_cast<qsizetype>(i)]->chart().setOverlay(
                std::make_unique<Overlay>(*m_overlaid, metric, 1.0 / whole, m_component->currentText()));
    }
    connect(m_overlaid.get(), &SampleHistory::grown, this, [this] {
        for (ChartCard *card : std::as_const(m_cards)) {
            if (card->chart().overlay())
                card->chart().refresh();
        }
    });
}

void MetricsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    listComponents();
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
    // One row per point in time, one column per metric, as fine as it is kept for this stretch; then what lies over them.
    constexpr int finest = 100'000;
    std::map<qint64, QMap<qsizetype, QString>> rows;
    QStringList names{u"time"_s};
    const auto add = [&](const QString &name, const QList<QPointF> &points) {
        for (const QPointF &point : points)
            rows[static_cast<qint64>(point.x())].insert(names.size(), QString::number(point.y(), 'g', 10));
        names.append(name);
    };
    for (const Metric metric : chartedMetrics)
        add(columnName(metric), context().history.series(metric).points(m_window.from(), m_window.to(), finest));
    for (std::size_t i = 0; i < chartCount; ++i) {
        if (const Overlay *overlay = m_cards[static_cast<qsizetype>(i)]->chart().overlay())
            add(m_overlaidId + u'.' + columnName(chartedMetrics.at(i)),
                overlay->points(m_window.from(), m_window.to(), finest));
    }
    QString text = csvLine(names);
    for (const auto &[time, values] : rows) {
        QStringList row{toIsoMilliseconds(Timestamp{Milliseconds(time)})};
        for (qsizetype column = 1; column < names.size(); ++column)
            row.append(values.value(column));
        text += csvLine(row);
    }
    return text;
}

bool MetricsPage::exportCsv(const QString &path)
{
    return m_notice->write(path, csv().toUtf8(), tr("Exported to %1").arg(path));
}

void MetricsPage::save(QSettings &settings) const
{
    settings.setValue(u"minutes"_s, m_window.chosenLength() / TimeWindow::minute);
    settings.setValue(u"component"_s, m_overlaidId);
}

void MetricsPage::restore(QSettings &settings)
{
    const int minutes = settings.value(u"minutes"_s, 5).toInt();
    if (m_ranges->button(minutes))
        m_window.setLength(minutes * TimeWindow::minute);
    m_overlaidId = settings.value(u"component"_s).toString();
    listComponents();
    layOver();
}

} // namespace signalbox::widgets
