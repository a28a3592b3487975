// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace signalbox::core {

// Whom a question counts for: one user, those without credentials of one place, the window, or, without a name, the server itself, whose questions come first.
struct Asker
{
    QString name;
    bool mayBeRefused = false; // by the ceilings of Turns
};

// Makes the questions that read files or the database on one thread take turns: one is under way at a time, and of all who wait
// each has a turn before any has another, so that whoever asks much waits for itself alone. What waits holds no file, no
// thread and no page, and is dropped with its context. Server thread; owned by the owner of the thread.
class Turns
{
public:
    static constexpr int mostOfOne = 32; // that wait, of one asker that may be refused
    static constexpr int most = 256;     // that wait, of all such askers

    // As long as a copy of it lives, no other question begins. Any copy may outlive the Turns.
    using Turn = std::shared_ptr<void>;
    // Capacity: the question is refused, now or when those of others take its place.
    using Begin = std::function<void(const Result<Turn> &)>;

    Turns();
    ~Turns(); // what waits is dropped

    // Begins now or later, at most once, and only while context lives.
    void take(const Asker &asker, QObject *context, Begin begin);

private:
    struct State;

    std::shared_ptr<State> m_state;
};

} // namespace signalbox::core
