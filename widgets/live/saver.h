// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/replica.h"

#include <QTimer>

namespace signalbox::widgets {

// What a Saver saves: more than the server sends at once, so it is asked for part after part. GUI thread; owned by the
// Saver.
class SaveSource
{
public:
    enum class Order { OldestFirst, NewestFirst };

    virtual ~SaveSource() = default;

    virtual Order order() const = 0; // of the parts; what is in a part is saved as it comes
    // Asks for the next part; arrived is called as the callback of Replica::ask().
    virtual Asking ask(Replica &replica, std::function<void(const std::optional<Error> &)> arrived) = 0;
    virtual QByteArray next() = 0; // of the part that arrived, what takes a frame or two to make; empty: that was all
    virtual bool hasMore() const = 0;
    virtual QString amount() const = 0; // given by next() so far, in words
};

// Saves all of a source into a file, some of it per turn of the event loop, so that the window stays alive, and says how
// far it is. Parts that come newest first wait in a temporary file beside the target. The file is there when it is
// whole, or not at all. GUI thread; owned by its panel.
class Saver final : public QObject
{
    Q_OBJECT

public:
    explicit Saver(Replica &replica, QObject *parent = nullptr);
    ~Saver() override;

    bool isSaving() const { return m_job != nullptr; }
    void save(std::unique_ptr<SaveSource> source, const QString &path); // nothing while isSaving()

Q_SIGNALS:
    void told(const QString &notice); // how far it is, then how it ended
    void savingChanged(bool saving);

private:
    struct Job;

    void ask();
    void step();
    void write(const QByteArray &bytes);
    void copySome();
    void failWriting(const QString &why);
    void end(const QString &notice);

    Replica &m_replica;
    QTimer m_goOn;
    Asking m_asking;
    std::unique_ptr<Job> m_job;
};

} // namespace signalbox::widgets
