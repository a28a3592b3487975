// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace signalbox::core {

// A thread for work that may block (files, SQLite, large trees), done in the order it was given.
// Used from the thread that made it; owned by the object that gives it work.
// Its destructor lets all given work finish; answers that come later are dropped.
class Background final
{
public:
    explicit Background(const QString &name);
    ~Background();
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    void run(std::function<void()> work);

    // done(result of work) is called on the owner's thread, unless context was destroyed by then.
    template<typename Work, typename Done>
    void ask(Work work, QObject *context, Done done)
    {
        run([this, work = std::move(work), guard = QPointer<QObject>(context), done = std::move(done)]() mutable {
            auto result = std::make_shared<std::invoke_result_t<Work>>(work());
            reply([result, guard = std::move(guard), done = std::move(done)] {
                if (guard)
                    done(std::move(*result));
            });
        });
    }

    // Called from within work: calls callback on the owner's thread.
    void reply(std::function<void()> callback);

    // Moves object to this thread, where it is deleted after all work is done.
    void adopt(QObject *object);

    // Work that looks at QThread::isInterruptionRequested() ends early.
    void interrupt() { m_thread.requestInterruption(); }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_here; // receives replies on the owner's thread; those still queued end with it
    QObject *m_there = nullptr;      // receives work on m_thread
};

} // namespace signalbox::core
