<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ClosePolicy</name>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>%Ln execution has not ended.</numerusform>
            <numerusform>%Ln executions have not ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>Stop %Ln component?</numerusform>
            <numerusform>Stop %Ln components?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>Restart %Ln component?</numerusform>
            <numerusform>Restart %Ln components?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln component is running.</numerusform>
            <numerusform>%Ln components are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message numerus="yes">
        <source>%1 (%Ln times until %2)</source>
        <comment>event, time</comment>
        <translation>
            <numerusform>%1 (%Ln time until %2)</numerusform>
            <numerusform>%1 (%Ln times until %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>%Ln component has failed</numerusform>
            <numerusform>%Ln components have failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln execution running</numerusform>
            <numerusform>%Ln executions running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln component is degraded</numerusform>
            <numerusform>%Ln components are degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … %Ln more character in the saved log</numerusform>
            <numerusform> … %Ln more characters in the saved log</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>Stopping %Ln component…</numerusform>
            <numerusform>Stopping %Ln components…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>Paused, %Ln new message</numerusform>
            <numerusform>Paused, %Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>%Ln message came too fast to show</numerusform>
            <numerusform>%Ln messages came too fast to show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>The newest message is kept.</numerusform>
            <numerusform>The newest %Ln messages are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>%Ln message exported to %1</numerusform>
            <numerusform>%Ln messages exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln client connected</numerusform>
            <numerusform>%Ln clients connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>Disconnect %Ln client?</numerusform>
            <numerusform>Disconnect %Ln clients?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln process</numerusform>
            <numerusform>%Ln processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>%Ln thread</numerusform>
            <numerusform>%Ln threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>%Ln open file</numerusform>
            <numerusform>%Ln open files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>Kill %Ln component?</numerusform>
            <numerusform>Kill %Ln components?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln event exported to %1</numerusform>
            <numerusform>%Ln events exported to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsPage</name>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>%Ln execution in all</numerusform>
            <numerusform>%Ln executions in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln under way</numerusform>
            <numerusform>%Ln under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln execution matches</numerusform>
            <numerusform>%Ln executions match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln execution failed</numerusform>
            <numerusform>%Ln executions failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%Ln times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>More than %Ln found: the search has ended</numerusform>
            <numerusform>More than %Ln found: the search has ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>%Ln line found</numerusform>
            <numerusform>%Ln lines found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>the newest of each log are listed: %Ln</numerusform>
            <numerusform>the newest of each log are listed: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>in %Ln log</numerusform>
            <numerusform>in %Ln logs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>%Ln input</numerusform>
            <numerusform>%Ln inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>%Ln input or more</numerusform>
            <numerusform>%Ln inputs or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln edge</numerusform>
            <numerusform>%Ln edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPanel</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>%Ln line came too fast to show; it is in the saved log.</numerusform>
            <numerusform>%Ln lines came too fast to show; they are in the saved log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln new line</numerusform>
            <numerusform>%Ln new lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln line matches</numerusform>
            <numerusform>%Ln lines match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>This ends %Ln pipeline</numerusform>
            <numerusform>This ends %Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Notifier</name>
    <message numerus="yes">
        <source>%Ln executions ended</source>
        <translation>
            <numerusform>%Ln execution ended</numerusform>
            <numerusform>%Ln executions ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>%Ln worker</numerusform>
            <numerusform>%Ln workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipelines at once</source>
        <translation>
            <numerusform>%Ln pipeline at once</numerusform>
            <numerusform>%Ln pipelines at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
</TS>
