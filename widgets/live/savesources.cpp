// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/savesources.h"

#include "widgets/live/loglines.h"
#include "widgets/text/format.h"

#include <QCoreApplication>

namespace signalbox::widgets {

namespace {

constexpr qsizetype linesPerStep = 5'000;
constexpr qint64 bytesPerPart = 1 << 20;

struct SaverText
{
    Q_DECLARE_TR_FUNCTIONS(Saver)
};

QString linesInWords(qint64 count)
{
    return SaverText::tr("%Ln lines", "", static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max())));
}

class WholeLog final : public SaveSource
{
public:
    explicit WholeLog(const QString &componentId) : m_component(componentId) {}

    Order order() const override { return Order::NewestFirst; }

    Asking ask(Replica &replica, std::function<void(const std::optional<Error> &)> arrived) override
    {
        const auto before = m_page.isEmpty() ? std::optional<qint64>() : m_page.constFirst().number;
        const LogQuery query{m_component, LogQuery::mostLines, LogLevel::Trace, {}, {}, before};
        return replica.ask(query, [this, arrived = std::move(arrived)](const Result<LogPage> &page) {
            if (!page)
                return arrived(page.error());
            m_page = page->lines;
            m_given = 0;
            arrived({});
        });
    }

    QByteArray next() override
    {
        const qsizetype last = std::min(m_given + linesPerStep, m_page.size());
        QByteArray bytes;
        for (; m_given < last; ++m_given, ++m_count)
            bytes += copyText(m_page[m_given]).toUtf8() + '\n';
        return bytes;
    }

    bool hasMore() const override { return m_page.size() == LogQuery::mostLines; }

    QString amount() const override { return linesInWords(m_count); }

private:
    const QString m_component;
    QList<LogLine> m_page;
    qsizetype m_given = 0; // lines of it
    qint64 m_count = 0;    // lines in all
};

// Nothing is asked: the window has them.
class ShownLines final : public SaveSource
{
public:
    ShownLines(const QList<LogLine> &lines, const QHash<QString, QString> &names) : m_lines(lines), m_names(names) {}

    Order order() const override { return Order::OldestFirst; }
    Asking ask(Replica &, std::function<void(const std::optional<Error> &)> arrived) override
    {
        arrived({});
        return {};
    }

    QByteArray next() override
    {
        const qsizetype last = std::min(m_given + linesPerStep, m_lines.size());
        QByteArray bytes;
        for (; m_given < last; ++m_given)
            bytes += copyText(m_lines[m_given], m_names.value(m_lines[m_given].componentId)).toUtf8() + '\n';
        return bytes;
    }

    bool hasMore() const override { return false; }
    QString amount() const override { return linesInWords(m_given); }

private:
    const QList<LogLine> m_lines;
    const QHash<QString, QString> m_names;
    qsizetype m_given = 0;
};

class WholeOutput final : public SaveSource
{
public:
    WholeOutput(const QString &executionId, const QString &nodeId, OutputStream stream)
        : m_execution(executionId)
        , m_node(nodeId)
        , m_stream(stream)
    {
    }

    Order order() const override { return Order::OldestFirst; }

    Asking ask(Replica &replica, std::function<void(const std::optional<Error> &)> arrived) override
    {
        return replica.ask(OutputQuery{m_execution, m_node, m_given, bytesPerPart, m_stream},
                           [this, arrived = std::move(arrived)](const Result<OutputChunk> &chunk) {
                               if (!chunk)
                                   return arrived(chunk.error());
                               m_part = chunk->bytes;
                               m_given += m_part.size();
                               m_hasMore = !m_part.isEmpty() && m_given < chunk->totalBytes;
                               arrived({});
                           });
    }

    QByteArray next() override { return std::exchange(m_part, {}); }
    bool hasMore() const override { return m_hasMore; }
    QString amount() const override { return format::bytes(m_given); }

private:
    const QString m_execution;
    const QString m_node;
    const OutputStream m_stream;
    QByteArray m_part;
    qint64 m_given = 0; // bytes
    bool m_hasMore = true;
};

} // namespace

std::unique_ptr<SaveSource> wholeLog(const QString &componentId)
{
    return std::make_unique<WholeLog>(componentId);
}

std::unique_ptr<SaveSource> shownLines(const QList<LogLine> &lines, const QHash<QString, QString> &names)
{
    return std::make_unique<ShownLines>(lines, names);
}

std::unique_ptr<SaveSource> wholeOutput(const QString &executionId, const QString &nodeId, OutputStream stream)
{
    return std::make_unique<WholeOutput>(executionId, nodeId, stream);
}

} // namespace signalbox::widgets
