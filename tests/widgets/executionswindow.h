// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/builders.h"
#include "tests/support/fakewindow.h"
#include "widgets/pages/executionspage.h"

namespace signalbox::test {

// A window at its page of executions, with two that run.
class ExecutionsWindow : public FakeWindow
{
protected:
    void begin()
    {
        const PipelineNode load{u"load"_s, u"text"_s, {}, {{u"value"_s, 1}}, {}};
        FakeWindow::begin(snapshotOf(pipeline(u"demo"_s, u"Demo"_s, {load})));
        show();
        put(u"early"_s, ExecutionState::Running, Milliseconds(1'000));
        put(u"late"_s, ExecutionState::Running, Milliseconds(2'000));
    }

    void show()
    {
        QVERIFY(open());
        window->open(widgets::PageId::Executions);
    }

    using FakeWindow::page;
    widgets::ExecutionsPage &page() // without opening it
    {
        return *qobject_cast<widgets::ExecutionsPage *>(window->page(widgets::PageId::Executions));
    }

    void put(const QString &id, ExecutionState state, Milliseconds createdAt)
    {
        Execution put = execution(id, state);
        put.counts = link->snapshot().executions.value(id).counts;
        put.createdAt = Timestamp(createdAt);
        if (isFinal(state))
            put.endedAt = link->now;
        link->change(ExecutionChanged{put});
    }
};

} // namespace signalbox::test
