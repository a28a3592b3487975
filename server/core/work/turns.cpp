// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/work/turns.h"

#include <QPointer>

#include <algorithm>
#include <deque>
#include <list>
#include <optional>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

struct Waiting
{
    QPointer<QObject> context;
    Turns::Begin begin;
};

// All that waits of one asker, oldest first.
struct Line
{
    Asker asker;
    std::deque<Waiting> waiting;

    int bounded() const { return asker.mayBeRefused ? static_cast<int>(waiting.size()) : 0; }
};

} // namespace

struct Turns::State : std::enable_shared_from_this<State>
{
    std::list<Line> lines; // the one whose turn is next first
    std::weak_ptr<void> underWay;
    bool isPassing = false;

    auto find(const Asker &asker)
    {
        return std::ranges::find(lines, asker.name, [](const Line &line) { return line.asker.name; });
    }

    int boundedOf(const Asker &asker)
    {
        const auto known = find(asker);
        return known == lines.end() ? 0 : known->bounded();
    }

    void add(const Asker &asker, Waiting waiting)
    {
        auto line = find(asker);
        if (line == lines.end()) // the server's own stand first, whenever they came
            line = lines.insert(asker.name.isEmpty() ? lines.begin() : lines.end(), Line{asker, {}});
        line->waiting.push_back(std::move(waiting));
    }

    int bounded() const
    {
        int count = 0;
        for (const Line &line : lines)
            count += line.bounded();
        return count;
    }

    void forgetDead()
    {
        for (Line &line : lines)
            std::erase_if(line.waiting, [](const Waiting &each) { return !each.context; });
        lines.remove_if([](const Line &line) { return line.waiting.empty(); });
    }

    // Takes one place from the asker that has most of them; nothing: nobody has more than one.
    std::optional<Waiting> displace()
    {
        const auto longest = std::ranges::max_element(lines, {}, &Line::bounded);
        if (longest == lines.end() || longest->bounded() < 2)
            return std::nullopt;
        Waiting last = std::move(longest->waiting.back());
        longest->waiting.pop_back();
        return last;
    }

    std::optional<Waiting> next()
    {
        if (lines.empty())
            return std::nullopt;
        Line line = std::move(lines.front());
        lines.pop_front();
        Waiting first = std::move(line.waiting.front());
        line.waiting.pop_front();
        if (!line.waiting.empty()) {
            const bool isOwn = line.asker.name.isEmpty();
            lines.insert(isOwn ? lines.begin() : lines.end(), std::move(line));
        }
        return first;
    }

    // A question may end within its own beginning, and its asker may ask another there: a loop, where a call from the end
    // of one to the beginning of the next would go as deep as the line is long.
    void pass()
    {
        if (std::exchange(isPassing, true))
            return;
        while (underWay.expired()) {
            const std::optional<Waiting> waiting = next();
            if (!waiting)
                break;
            if (!waiting->context)
                continue;
            const Turn turn(this, // of no account: what counts is when the last copy goes
                            [state = weak_from_this()](void *) {
                                if (const auto alive = state.lock())
                                    alive->pass();
                            });
            underWay = turn;
            waiting->begin(turn);
        }
        isPassing = false;
    }
};

Turns::Turns() : m_state(std::make_shared<State>())
{
}

Turns::~Turns() = default;

void Turns::take(const Asker &asker, QObject *context, Begin begin)
{
    const std::shared_ptr<State> state = m_state; // what is refused may destroy this
    std::optional<Waiting> added = Waiting{context, std::move(begin)};
    std::optional<Waiting> refused;
    const auto isFull = [&] { return state->boundedOf(asker) >= mostOfOne || state->bounded() >= most; };
    if (asker.mayBeRefused && isFull())
        state->forgetDead();
    if (asker.mayBeRefused && isFull()) {
        if (state->boundedOf(asker) < mostOfOne)
            refused = state->displace();
        if (!refused)
            added.swap(refused);
    }
    if (added)
        state->add(asker, std::move(*added));
    if (refused && refused->context)
        refused->begin(unexpected(ErrorCode::Capacity, Why::QuestionsLimit));
    state->pass();
}

} // namespace signalbox::core
