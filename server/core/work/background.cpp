// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/work/background.h"

#include <sched.h>

namespace signalbox::core {

Background::Background(const QString &name) : m_here(std::make_unique<QObject>()), m_there(new QObject)
{
    m_thread.setObjectName(name);
    adopt(m_there);
    m_thread.start();
#ifdef SCHED_BATCH
    // On a busy processor the server's thread is not interrupted by what it has given away: a status reached the last of a
    // thousand clients later. What is started from here is not bound by it.
    run([] {
        const sched_param none{};
        (void)::sched_setscheduler(0, SCHED_BATCH | SCHED_RESET_ON_FORK, &none);
    });
#endif
}

Background::~Background()
{
    // Queued behind the work that was given before: quit() called from here would overtake it.
    run([] { QThread::currentThread()->quit(); });
    m_thread.wait();
}

void Background::run(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_there, std::move(work), Qt::QueuedConnection);
}

void Background::reply(std::function<void()> callback)
{
    QMetaObject::invokeMethod(m_here.get(), std::move(callback), Qt::QueuedConnection);
}

void Background::adopt(QObject *object)
{
    object->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, object, &QObject::deleteLater);
}

} // namespace signalbox::core
