<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln client connected</numerusform>
            <numerusform>%Ln clients connected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message numerus="yes">
        <source>Paused, %Ln new events</source>
        <translation>
            <numerusform>Paused, %Ln new event</numerusform>
            <numerusform>Paused, %Ln new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln events are kept.</source>
        <translation>
            <numerusform>The newest event is kept.</numerusform>
            <numerusform>The newest %Ln events are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln event exported to %1</numerusform>
            <numerusform>%Ln events exported to %1</numerusform>
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
</context>
<context>
    <name>signalbox::widgets::ExecutionsPage</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>%Ln execution in all</numerusform>
            <numerusform>%Ln executions in all</numerusform>
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
        <source>%Ln lines saved to %1</source>
        <translation>
            <numerusform>%Ln line saved to %1</numerusform>
            <numerusform>%Ln lines saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message numerus="yes">
        <source>This ends %Ln running pipelines.</source>
        <translation>
            <numerusform>This ends %Ln running pipeline.</numerusform>
            <numerusform>This ends %Ln running pipelines.</numerusform>
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
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
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
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln execution running</numerusform>
            <numerusform>%Ln executions running</numerusform>
        </translation>
    </message>
</context>
</TS>
