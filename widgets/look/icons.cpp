// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/icons.h"

#include "widgets/look/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

class SvgIconEngine final : public QIconEngine
{
public:
    explicit SvgIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const QSize size = (QSizeF(rect.size()) * ratio).toSize();
        QPixmap drawn = pixmap(size, mode, state);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor colour = colourFor(mode);
        const QString key =
            u"signalbox/%1/%2/%3/%4"_s.arg(m_name, colour.name()).arg(size.width()).arg(isMirrored() ? 1 : 0);
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QFile file(u":/signalbox/icons/%1.svg"_s.arg(m_name));
        if (file.open(QIODevice::ReadOnly)) {
            QSvgRenderer renderer(file.readAll().replace("#000", colour.name().toLatin1()));
            QPainter painter(&result);
            if (isMirrored()) {
                painter.translate(size.width(), 0);
                painter.scale(-1, 1);
            }
            renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        }
        QPixmapCache::insert(key, result);
        return result;
    }

    QIconEngine *clone() const override { return new SvgIconEngine(m_name); }

private:
    static QColor colourFor(QIcon::Mode mode)
    {
        const QPalette palette = QApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::ButtonText);
    }

    // Arrows that follow the reading direction; what programs show (a prompt, play, a path) does not.
    bool isMirrored() const
    {
        return QGuiApplication::isRightToLeft()
               && (m_name == "send"_L1 || m_name == "endinput"_L1 || m_name == "graph"_L1 || m_name == "executions"_L1);
    }

    QString m_name;
};

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new SvgIconEngine(name));
}

} // namespace signalbox::widgets
