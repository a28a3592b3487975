<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>Tastaturübersicht</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>Alles tun…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>Alles tun: Seiten, Komponenten, Pipelines, Prozesse</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Die Seiten</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>Beenden: Server stoppen</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>Server stoppen und schließen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>Auf der gezeigten Seite suchen oder filtern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>Speichern, was zu sehen ist: Protokoll, Ausgabe, Nachrichten, Ereignisse, Werte</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>Zum nächsten Teil; Pfeiltasten bewegen sich darin</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>Das Gewählte öffnen: sein Protokoll, seine Ausgabe, seine Seite</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Sortieren nach…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>Nach einer anderen Spalte sortieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>Das Gewählte stoppen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>Das Gewählte neu starten</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Alle starten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Alle neu starten</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>Seinen Befehl kopieren</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>Pipeline starten…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>Eine Pipeline starten</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>Graph-Datei…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>Einen Graphen aus einer Datei ausführen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Es wiederholen</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>Ab Fehler wiederholen</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>Ab den fehlgeschlagenen Knoten wiederholen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>Seine Id kopieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>Den gewählten Prozess aufrufen; die getippte Zeile senden</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Mitlesen</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>Eingabe schließen</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>Die Eingabe des Aufrufs schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>Den Aufruf abbrechen</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>Den Reiter des Aufrufs schließen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>Die gewählten Clients trennen</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>Zur neuesten Zeile, und ihr folgen</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>Zeile für Zeile; mit Umschalt mehrere auswählen</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>Zum nächsten Treffer</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>Zum vorigen Treffer</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>In der Zeit verschieben</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>Zum Neuesten, und ihm folgen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>Jetzt töten</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>Alle Prozesse des Ausgewählten töten</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>Instanzen…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>Wie viele Instanzen laufen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>Die getippte Zeile an die Komponente senden</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Graphen</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>Überall suchen …</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>Einen Text in allen Protokollen und Ausgaben suchen</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>Protokolle zusammen</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>Die Protokolle des Ausgewählten in einer Ansicht zeigen</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>Lange Zeilen umbrechen oder nicht</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>Anordnung zurücksetzen…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Läufe zeigen</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>Die Ausführungen zeigen, die der Zeitplan gestartet hat</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>Warten und starten, sobald Platz ist</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>Signalbox schließen</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>Soll der Server ohne das Fenster weiterlaufen?</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>Komponenten, Ausführungen und Clients machen weiter; das Symbol in der Leiste holt das Fenster zurück. Stoppen beendet alles.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Server stoppen</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Den Server stoppen?</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>Was läuft, wird beendet, und Clients werden getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>%Ln Ausführung ist nicht beendet.</numerusform>
            <numerusform>%Ln Ausführungen sind nicht beendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>Alle Komponenten starten</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>%Ln Komponente stoppen?</numerusform>
            <numerusform>%Ln Komponenten stoppen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>Alle Komponenten stoppen</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>%Ln Komponente neu starten?</numerusform>
            <numerusform>%Ln Komponenten neu starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>Alle Komponenten neu starten</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>Alle Komponenten stoppen?</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>Alle Komponenten neu starten?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln Komponente läuft.</numerusform>
            <numerusform>%Ln Komponenten laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Alle neu starten</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>Signalbox konnte nicht starten</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>Der Server startet …</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>Nachdem er gewaltsam beendet wurde, wartet er, bis beendet ist, was er gestartet hatte, damit nichts doppelt läuft.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 startet</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 wird gestoppt</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 ist gestoppt</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>%1 hat seine Arbeit getan</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>%1 ist ausgefallen und wird nicht mehr versucht</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 ist beeinträchtigt</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 ist wieder in Ordnung</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>%1 hat eine andere Zahl von Instanzen</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>An %1 wurde etwas eingegeben</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 wurde aus der Konfiguration entfernt</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 wurde gestartet</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>%1 wurde erneut gestartet</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>%1 wurde unterbrochen, weil der Server endete</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>%1 wurde nicht gestartet</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>Zeitplan %1 ist gelaufen</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>Zeitplan %1 ist gelaufen und fehlgeschlagen</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>Zeitplan %1 ist gelaufen und abgebrochen worden</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>Zeitplan %1 wurde unterbrochen</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>Zeitplan %1 konnte nicht laufen</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>Zeitplan %1 wurde ausgelassen</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>Zeitplan %1 wurde verpasst</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>Zeitplan %1 wurde sofort ausgeführt</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>Zeitplan %1 wurde ausgesetzt</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>Zeitplan %1 wurde eingeschaltet</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>Agent %1 hat sich angemeldet</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>Agent %1 ist wieder online</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>Agent %1 ist eingeschränkt</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>Agent %1 ist offline</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>Instanz %1 wurde entfernt</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>Die Verbindung von %1 wurde geschlossen</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>Eine Anmeldung von %1 wurde abgelehnt</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>Eine Anfrage von %1 wurde abgelehnt, die seine Rolle nicht erlaubt</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>Der Server ist gestartet</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>Der Server wurde beendet</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>Der Server war geendet, ohne beendet worden zu sein</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>Der Modus wurde gesetzt: %1</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>Die Konfiguration wurde neu geladen</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>Die Konfiguration wurde nicht neu geladen</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>Für %1 wurde ein Token ausgestellt</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>Auf der Platte ist zu wenig Platz</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>Auf der Platte ist wieder Platz</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>Die Uhr wurde gestellt</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>Eine Anfrage ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>Das Projekt %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times until %2)</source>
        <comment>event, time</comment>
        <translation>
            <numerusform>%1 (%Ln-mal bis %2)</numerusform>
            <numerusform>%1 (%Ln-mal bis %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>ein Zeitplan</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>dieses Fenster</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>Eine Blackbox von %1 wurde angelegt</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>Der Fehlschlag von %1 wurde gesehen</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>Die Fehlschläge wurden gesehen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>component</comment>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Normalbetrieb</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>Ausführungen gesperrt</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>%Ln Komponente ist ausgefallen</numerusform>
            <numerusform>%Ln Komponenten sind ausgefallen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln Ausführung läuft</numerusform>
            <numerusform>%Ln Ausführungen laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>Höchstens so viel: Was die Prozesse gemeinsam nutzen, zählt bei jedem von ihnen, weil Signalbox nicht lesen darf, was sie gemeinsam nutzen.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>Beeinträchtigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln Komponente ist beeinträchtigt</numerusform>
            <numerusform>%Ln Komponenten sind beeinträchtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>Zeile %1 ist kein JSON: %2.</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>Das ist kein Graph: Ihm fehlt die Liste „nodes“.</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>Knoten %1 der Liste hat keine „id“.</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>Eine Kante verweist auf einen fehlenden Knoten: %1 → %2</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>Einer Kante fehlt „source“ oder „target“.</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>%1 von Knoten %2</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>Knoten %1 hat „after“, wie in einer [[pipeline]]. Eine Graph-Datei hat stattdessen eine Liste „edges“: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>Knoten %1 hat ein „command“. Eine Graph-Datei hat keine: Geben Sie ihm ein „kind“ der Konfiguration, dessen Befehl er ausführt.</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>Knoten %1 hat kein „kind“.</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>%1 der Kante %2</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>Parameter %1 von Knoten %2 (sein „kind“ %3 verwendet ihn nicht)</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … %Ln weiteres Zeichen im gespeicherten Protokoll</numerusform>
            <numerusform> … %Ln weitere Zeichen im gespeicherten Protokoll</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Laufende Ausführungen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>component, value</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>Pipeline %1 starten…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>Prozess %1 aufrufen…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Token ausstellen…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>noch nicht gestartet</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>mit dem Server gestartet</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>gestartet, weil sich die Konfiguration geändert hat</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>erneut gestartet nach: %1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>neu gestartet, weil sich seine Konfiguration geändert hat</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>mit dem Server gestoppt</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>aus der Konfiguration entfernt</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1; wartet auf %2</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1; benötigt von %2</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1; after_stop läuft</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1; musste nach %2 getötet werden (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>fertig (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>von selbst beendet (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>endete, bevor es bereit war (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1; %2-mal nacheinander innerhalb von %3 s nach dem Start ausgefallen und wird darum nicht mehr versucht: die Ursache in seinem Protokoll suchen, dann starten</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>mit dem Server gestartet, wie %1 es wollte</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>gestartet von %1</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>neu gestartet von %1</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>von %2 auf %1 gesetzt</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>gestoppt von %1, bevor der Server startete</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>gestoppt von %1</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>nicht bereit innerhalb von %1 (ready_timeout): %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>„%1“, wovon es abhängt, wurde gestoppt</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>„%1“, wovon es abhängt, ist ausgefallen: %2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>getötet: Speichergrenze von %1, benutzt waren %2 MiB</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>getötet: Speichergrenze von %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exitstatus %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>beendet durch Signal %1 (%2)</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>beendet durch Signal %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>getötet von %1</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>Signal: %1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1 (die Platte mit „%2“ ist voll)</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>getötet, weil es länger als %1 dauerte</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>„%1“ kann nicht gestartet werden: %2 (es gibt die Datei, aber nicht den Interpreter oder Lader, den sie nennt)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>„%1“ kann nicht gestartet werden: %2 (ein Skript braucht eine erste Zeile wie #!/bin/sh)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>„%1“ kann nicht gestartet werden: Argumente und Umgebung sind zusammen zu groß</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>„%1“ kann nicht gestartet werden: kein solches Programm in PATH (%2)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>„%1“ kann nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>das Arbeitsverzeichnis „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>das Arbeitsverzeichnis „%1“ ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>das Arbeitsverzeichnis „%1“ ist nicht zugänglich: %2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>es meldet selbst, dass es ausgefallen ist (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>innerhalb von %2 erschien keine Zeile mit „%1“</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>keine Zeile mit „%1“ erschien</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>es hat READY=1 nicht gemeldet</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>noch nicht versucht</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>seit %2, also %1 lang, hat es WATCHDOG=1 nicht gemeldet</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>seit %2, also %1 lang, hat es nichts ausgegeben; %3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>es hat noch nichts ausgegeben</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>seine letzte Zeile: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1 (%2-mal nacheinander, seit %3)</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1 (einmal, seit %2)</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>an Port %1 antwortet nichts</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>Port %1 wird von %2 gehalten, das nicht dazugehört</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>Port %1 wird von %2 gehalten</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>Port %1 hat nicht innerhalb von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>%1 hat nicht innerhalb von %2 geantwortet</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>%1 antwortet %2, aber ohne „%3“</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 antwortet %2</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>Prozess %1 (%2) der Komponente „%3“</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>Prozess %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>einem Prozess eines anderen Benutzers</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>durch einen Neustart des Servers unterbrochen</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>abgebrochen von %1</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>Knoten „%1“ ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>%1 von %2 Aufgaben fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>%1 von %2 Aufgaben fehlgeschlagen. %3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>Zeit nach %1 s abgelaufen</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>gab mehr als %1 Bytes aus, die Grenze für die Ausgabe eines Knotens</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>Agent %1 ging offline; nach %2 Wiederholungen aufgegeben</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>das braucht die Rolle „%1“; %2 hat „%3“</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>Während der Wartung gibt es keine Pipelines.</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>die Wartung ist an</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>Ausführungen von Pipelines sind gesperrt.</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>Ausführungen sind gesperrt</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>auf der Platte von „%1“ sind %2 MiB frei, und unter %3 startet nichts Neues (dort Platz schaffen oder [limits] free_disk_bytes setzen)</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>Zu viele Pipelines gleichzeitig. %1 sind nicht zu Ende, und [server] capacity erlaubt %2.</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>%1 Prozesse laufen, so viele wie [limits.pow] connections erlaubt</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>Unbekannte Komponente</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>Die Komponente läuft schon</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>Die Komponente ist schon gestoppt</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>kein Prozess der Komponente läuft</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>%1 Instanzen sind nicht möglich (1 bis 1000)</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>keine Komponente mit Instanzen hat diese Kennung</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>seine Eingabe ist geschlossen; es braucht stdin = &quot;open&quot; oder tty = true</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>„%1“ nimmt keine Eingabe mehr an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>„%1“ liest seine Eingabe nicht; %2 Bytes warten</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>„%1“ wurde gestoppt, bevor es bereit war</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>Ausführung nicht gefunden</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>Pipeline nicht gefunden</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>unbekannter Prozess</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>unbekannter Zeitplan</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>die Ausführung ist zu Ende; der Verlauf wird nicht umgeschrieben</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>die Ausführung läuft noch; zuerst abbrechen</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>die Ausführung läuft noch</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>der Prozess ist zu Ende</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>ein Lauf dieses Zeitplans ist noch im Gang</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>dieser Client ist nicht mehr verbunden</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>es werden keine Blackboxen aufbewahrt ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>eine Blackbox dieser Komponente wird gerade angelegt</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>eine solche Blackbox gibt es nicht</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>einen Job wiederholt sein Agent, nicht dieser Server</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>Parameter %1 fehlt</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>Parameter „%1“ fehlt</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>Der Graph ist leer.</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>Jeder Knoten braucht einen nicht leeren Text „id“.</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>Die Kennung „%1“ haben mehrere Knoten.</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>Knoten „%1“ ist von der unbekannten Art „%2“.</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>Eine Pipeline darf keinen Kreis haben. Gefunden: %1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>Eine Kante nennt einen Knoten, den es nicht gibt: %1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>Knoten „%1“ (kind=„%2“) erwartet %3 Eingänge und hat %4.</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>Die Knoten „%1“ und „%2“ hätten dieselbe Variable %3.</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>der Server wird gestoppt</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>der Server wird gestoppt</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>der Server ist noch nicht gestartet (noch einmal versuchen)</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>die Konfiguration wurde nicht neu geladen, die alte bleibt: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>Knoten „%1“: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH</source>
        <translation>„%1“ kann nicht gestartet werden: kein solches Programm in PATH</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>es gibt %1 nicht beendete Aufgaben, so viele wie [limits] tasks erlaubt</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>%1 weitere Aufgaben sind zu viele: %2 sind nicht beendet, und [limits] tasks erlaubt %3</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>es gibt %1 nicht beendete Experimente, so viele wie [limits] experiments erlaubt</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>es gibt %1 nicht beendete Aufträge, so viele wie [limits] jobs erlaubt</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>es gibt %1 Agenten, so viele wie [limits] agents erlaubt</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>es gibt %1 Instanzen, so viele wie [limits] instances erlaubt</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>es gibt %1 Projekte, so viele wie [limits] projects erlaubt</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>zu viele Fragen warten auf Antwort; bitte gleich noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>%1 Bytes auf einmal sind zu viele (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>der Befehl ist leer</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>Argument %1 enthält ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>Argument %1 ist %2 Bytes lang; höchstens %3 sind möglich</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>Projekt nicht gefunden</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>der Name fehlt</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>das Standardprojekt kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>die Ausführung %1 dieses Projekts ist nicht beendet; brechen Sie sie zuerst ab</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>Agent nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>Agent %1 gehört dem Benutzer %2, der ihn angemeldet hat; %3 darf nicht für ihn sprechen</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>Agent %1 ist dieser Server selbst</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>Agent %1 ist dieser Server selbst; melden Sie sich unter einer anderen agentId an</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>Kein Agent ist verfügbar, dem der Auftrag gegeben werden könnte</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>Instanz nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>Instanz %1 steht in der Konfigurationsdatei des Servers; ändern Sie sie dort</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>Instanz %1 kann nicht gelöscht werden, solange ihr Auftrag %2 nicht fertig ist; brechen Sie ihn zuerst ab</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>Auftrag nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>Lauf des Auftrags nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>Auftrag %1 ist schon beendet: %2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>diese Ausführung ist kein Auftrag</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>wartet auf Platz: [server] capacity ist %1</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>Auftrag eingereiht</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>Agent %1 ist nicht mehr erreichbar; neu eingereiht (Versuch %2 von %3)</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>beim Sperren der Ausführungen beendet</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>nachgeholt: zu ihrer Zeit konnte nichts gestartet werden</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>der Server lief zu ihrer Zeit nicht, oder die Uhr wurde darüber hinweg gestellt</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>ein Lauf davor ist noch im Gang, und ein anderer wartet schon</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>ein Lauf davor ist noch im Gang</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>wartete auf den Lauf davor</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>%1, %2</source>
        <comment>a list and its next</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tell me</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>Wenn eine Komponente ausfällt</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>Wenn eine Ausführung endet</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Fragen, was geschehen soll</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>Den Server weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>Den Server stoppen</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Symbolleiste</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Symbol in der Symbolleiste zeigen</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>Beim nächsten Start ist das Fenster in der Sprache des Systems.</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>Beim nächsten Start ist das Fenster in dieser Sprache: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1, gewöhnlich %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>länger als gewöhnlich</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>bald fertig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>gewöhnlich %1, neun von zehn in %2</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>Noch wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>Gestartet %1, bereit nach %2</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1; die längste Kette: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>Das eingebaute Beispiel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>Einstellungen des Fensters</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>Hält Programme am Laufen, führt Pipelines aus und zeigt beides.</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>Kopiert, auf Englisch. Es enthält Pfade dieses Rechners: Sehen Sie es an, bevor Sie es senden.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>Kein Agent ist bekannt. Agenten auf anderen Rechnern melden sich über ARKs REST an: POST /agents/register.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>Meldet sich an</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1 (dieser Server)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Platte frei</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>Verbindung zum Server wird aufgebaut…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>Verbindung verloren, die Daten sind veraltet.</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>Der Server meldet sich nicht mehr, die Daten sind veraltet.</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>Letzter Stand: %1.</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>Was Sie jetzt verlangen, geschieht, sobald er wieder antwortet.</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>%Ln Komponente wird gestoppt …</numerusform>
            <numerusform>%Ln Komponenten werden gestoppt …</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>Der Server wird gestoppt …</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>Jetzt eine anlegen</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>Aufschreiben, was jetzt davon zu sehen ist</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>Diese Seite in eine Datei sichern</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>Die Blackbox sichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>Welche Blackbox gezeigt wird</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>Blackbox</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>Noch keine. Wenn die Komponente fehlschlägt, wird hier aufgeschrieben, was davon zu sehen war: ihre Prozesse und Werte, die letzten Zeilen ihres Logs und was der Kernel sagt.</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>die letzte gesunde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gesichert in %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>Eine Zeile für den Prozess</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>Die Ausgabe erscheint hier, sobald sie geschrieben wird.</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>Die Eingabe ist geschlossen; der Prozess läuft noch bis zu seinem Ende.</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>Der Prozess läuft</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>Diese Zeile an den Prozess senden</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>Dem Prozess sagen, dass nichts mehr kommt</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>Den Prozess sofort beenden</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← empfangen</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ gesendet</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>Pong</translation>
    </message>
    <message>
        <source>close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>Inhalt der Nachricht</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>Eine Nachricht auswählen, um sie ganz zu lesen.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>Die bisherigen Nachrichten vergessen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Nachrichten exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>Einen Client auswählen, um mitzulesen</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>Nachrichten von %1</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>Dieser Client ist gegangen; was er sagte, bleibt hier.</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>Pausiert, %Ln neue Nachricht</numerusform>
            <numerusform>Pausiert, %Ln neue Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>%Ln Nachricht kam zu schnell, um sie zu zeigen</numerusform>
            <numerusform>%Ln Nachrichten kamen zu schnell, um sie zu zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>Die neueste %Ln Nachricht wird aufbewahrt.</numerusform>
            <numerusform>Die neuesten %Ln Nachrichten werden aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… abgeschnitten: Die Nachricht hat %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>%Ln Nachricht nach %1 exportiert</numerusform>
            <numerusform>%Ln Nachrichten nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>Nichts, seit Sie mitlesen. Nachrichten erscheinen hier, wenn sie gesendet und empfangen werden; Felder mit einem Kennwort oder Token sind verdeckt.</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>Die Liste pausieren</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsModel</name>
    <message>
        <source>%1/s</source>
        <comment>bytes</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstau</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>Clients filtern</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>Zeigen, was der ausgewählte Client und der Server einander sagen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln Client verbunden</numerusform>
            <numerusform>%Ln Clients verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>%Ln Client trennen?</numerusform>
            <numerusform>%Ln Clients trennen?</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>Kein Client ist verbunden. Clients verbinden sich mit den Adressen in der Statusleiste unten.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>Was möchten Sie tun? Tippen Sie ein paar Buchstaben davon.</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>Was darunter steht, zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>Das Protokoll zeigen, an der Zeile, die diesen Zustand erklärt</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nie gestartet</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>Aufgegeben seit %1</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>Wird in %1 getötet</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU und Speicher</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU, Prozent eines Kerns</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nie gestartet</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>Braucht %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Gebraucht von %1</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>Wählen Sie eine Komponente, um ihr Protokoll, ihre Werte und den Grund ihres Zustands zu sehen.</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>Alle seine Prozesse jetzt töten, statt zu warten</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>Letzter Start</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>Graph der Komponenten</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>Keine Komponente hängt von einer anderen ab: depends_on in der Konfiguration.</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>wird in %1 getötet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>Worauf sie lauscht, im Browser öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln Prozess</numerusform>
            <numerusform>%Ln Prozesse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>%Ln Thread</numerusform>
            <numerusform>%Ln Threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>%Ln offene Datei</numerusform>
            <numerusform>%Ln offene Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>%1 gelesen, %2 geschrieben</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>lauscht auf %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>Blackboxen</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>Der letzte Start</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentTile</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>Komponenten filtern</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>Alle Komponenten starten, stoppen oder neu starten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 stoppen?</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Gebraucht von %1</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>Diese zuerst stoppen</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>Nur diese stoppen</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>%Ln Komponente töten?</numerusform>
            <numerusform>%Ln Komponenten töten?</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>Wie viele Instanzen von %1 laufen, bis der Server gestoppt wird:</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>Keine Komponente ist konfiguriert. Komponenten sind die Programme, die der Server am Laufen hält: [[component]] in seiner Konfigurationsdatei.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>Nur diese zeigen oder wieder alle</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>Der Server lauscht nirgends. Ergänzen Sie einen [[listener]] in seiner Konfiguration.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Alle Clients</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>Clients nach Dialekt</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>Nur was schiefging</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>Über alles</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Zwischen…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>Durch alle</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>Durch das Fenster</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>Durch einen Zeitplan</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>Ereignisse ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln Ereignis nach %1 ausgegeben</numerusform>
            <numerusform>%Ln Ereignisse nach %1 ausgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>Ältere</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>Zeigen, was vor der ersten Zeile geschah</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>Ältere Ereignisse sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>es gibt ältere</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>Noch nichts geschehen. Der Server schreibt auf, was beginnt, fehlschlägt und endet, und wer was tat, über welches Protokoll und von wo.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>Konfiguration schreiben…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>Das Beispiel mit seinen Kommentaren in eine Datei schreiben, die Sie ändern können</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>Die Konfigurationsdatei öffnen</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Kein Programm öffnet die Datei. Öffnen Sie sie selbst mit einem Editor: %1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>Ihre Konfiguration steht in %1. Bis zum nächsten Start läuft das eingebaute Beispiel weiter.</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>Das ist das eingebaute Beispiel: Programme dieses Rechners, die kleine echte Arbeit tun.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>Noch keine Aufgaben. Je Knoten oder Parametersatz erscheint eine Zeile, sobald die Ausführung geplant ist.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>Wählen Sie eine Ausführung, um ihre Knoten, deren Ausgaben und den Grund ihres Endes zu sehen.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>%1 von %2 über %3</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>angelegt %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%1 von %2 Aufgaben erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:
%2</source>
        <comment>name, value</comment>
        <translation>%1:
%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Catalogue entry</source>
        <translation>Eintrag im Verzeichnis</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>Zeigen, was ausgegeben wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln abgebrochen</numerusform>
            <numerusform>%Ln abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>Name oder Ausführungs-Id</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Jeder Eigentümer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Jede Quelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsPage</name>
    <message>
        <source>Executions</source>
        <translation>Ausführungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>%Ln Ausführung insgesamt</numerusform>
            <numerusform>%Ln Ausführungen insgesamt</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>wird geladen…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>ältere sind nicht verfügbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln im Gange</numerusform>
            <numerusform>%Ln im Gange</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln Ausführung passt</numerusform>
            <numerusform>%Ln Ausführungen passen</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>Noch keine Ausführung. Starten Sie oben eine Pipeline, oder lassen Sie einen Client eine starten: Pipelines, Prozessaufrufe, Experimente und Aufträge jedes Dialekts stehen hier und bleiben erhalten.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>Nicht nach %1 exportiert: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>Von dieser Seite nehmen, für alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln Ausführung ist fehlgeschlagen</numerusform>
            <numerusform>%Ln Ausführungen sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1 (einmal)</numerusform>
            <numerusform>%1 (%Ln-mal)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>In allen Protokollen und Ausgaben suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>Gefundene Zeilen</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>Die Suche läuft</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>Durchsucht, was Komponenten protokollieren und Ausführungen ausgeben, so weit zurück, wie der Server es aufbewahrt. Eingabetaste oder Doppelklick führt zu einer Zeile in ihrem Protokoll.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>Mehr als %Ln gefunden: Die Suche ist beendet</numerusform>
            <numerusform>Mehr als %Ln gefunden: Die Suche ist beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>%Ln Zeile gefunden</numerusform>
            <numerusform>%Ln Zeilen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>aufgeführt sind die neuesten jedes Protokolls: %Ln</numerusform>
            <numerusform>aufgeführt sind die neuesten jedes Protokolls: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>in %Ln Protokoll</numerusform>
            <numerusform>in %Ln Protokollen</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>%L1 Zeilen in %2 s durchsucht</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>Eines erzeugen</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>Konfiguration schreiben</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>Jetzt läuft das eingebaute Beispiel. Sein Text mit erklärenden Kommentaren wird nach
%1
geschrieben, wo Sie ihn ändern können. Sein Benutzer %2 bekommt dieses Passwort:</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>Ein Passwort aus sechzehn Zeichen, das niemand errät</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Kein Programm öffnet die Datei. Öffnen Sie sie selbst mit einem Editor: %1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 gibt es schon; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>Das versucht jeder zuerst. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>%1 ist geschrieben. Signalbox liest die Datei ab dem nächsten Start: Ändern Sie, was Sie möchten, beenden Sie dann und starten Sie neu.</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>Notieren Sie das Passwort: Es wird nur dieses eine Mal gezeigt, und die Datei enthält nur seinen Hash.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FoundModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>execution, node</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, errors</source>
        <comment>whose standard error</comment>
        <translation>%1, Fehler</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>Im Protokoll von</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message>
        <source>Run a graph from a file</source>
        <translation>Einen Graphen aus einer Datei ausführen</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>Eine Datei mit einem Graphen (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>Die Datei mit dem Graphen auswählen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>So wird eine solche Datei geschrieben</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>JSON mit einer Liste von Knoten und einer Liste von Kanten.</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>Ein Knoten hat eine eigene „id“, ein „kind“, das ein [[kind]] der Konfiguration mit dem Befehl ist, und „params“ dafür.</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>Eine Kante macht die Ausgabe ihrer „source“ zu einer Eingabe ihres „target“, in der Reihenfolge der Kanten.</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>Die Ausgaben der Knoten, auf die nichts folgt, sind das Ergebnis.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>„kinds“ dieses Servers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>%Ln Eingabe</numerusform>
            <numerusform>%Ln Eingaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>%Ln Eingabe oder mehr</numerusform>
            <numerusform>%Ln Eingaben oder mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>%1 bis %2 Eingaben</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>Parameter: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>Keine: Ergänzen Sie ein [[kind]] in der Konfigurationsdatei und laden Sie sie neu.</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>Graphen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>%Ln Knoten</numerusform>
            <numerusform>%Ln Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln Kante</numerusform>
            <numerusform>%Ln Kanten</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>Graph der Knoten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>Noch keine Knoten.</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Kleiner (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Größer (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Ganz zeigen (0)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>Diagramm. Plus und Minus vergrößern und verkleinern, die Pfeiltasten verschieben, Pos1 zeigt das Neueste.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>component, value</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPanel</name>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>Noch keine Ausgabe. Zeilen erscheinen hier, sobald die Komponente sie ausgibt.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Niedrigste gezeigte Stufe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>Wie viele Zeilen behalten werden</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>Ganzes Protokoll speichern…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>Protokolldateien (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>%Ln Zeile kam zu schnell, um sie zu zeigen; sie steht im gespeicherten Protokoll.</numerusform>
            <numerusform>%Ln Zeilen kamen zu schnell, um sie zu zeigen; sie stehen im gespeicherten Protokoll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>Frühere Zeilen sind nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln neue Zeile</numerusform>
            <numerusform>%Ln neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>Kein Treffer in den gezeigten Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln Zeile passt</numerusform>
            <numerusform>%Ln Zeilen passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>Treffer %L1 von %L2</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>Niedrigste gezeigte Stufe. Zeilen der Standardfehlerausgabe ohne Stufe werden immer gezeigt: Sie können Fehler sein.</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>Wie Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>Noch nichts ausgegeben. Zeilen erscheinen hier, sobald sie ausgegeben werden.</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>Ausgaben haben keine Zeiten: Was vorher ausgegeben wurde, steht dort, wo sein Knoten begann.</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>Diese Zeile steht nicht mehr im Protokoll.</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>Ältere Zeilen, rund um die ausgewählte. Das Ende führt zu den neuesten zurück.</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>Angezeigte Zeilen speichern…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>Protokolle filtern</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>Knoten von Ausführungen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>Protokolle, die zusammen gezeigt werden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>call, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>node, execution, time</comment>
        <translation>%1, %2 von %3</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>Folgt der neuesten Zeile. Hochblättern unterbricht das, Ende setzt es fort.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>Die Stufe oder „Nur Treffer“ blendet alle Zeilen aus.</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>Die Stufe oder „Nur Treffer“ blendet alle Zeilen aus. Einige nennen keine Stufe: Sie können alles sein.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>Haken Sie die Protokolle an, die Sie zusammen sehen wollen: Ihre Zeilen erscheinen hier, nach der Zeit gemischt. Eingabetaste oder Doppelklick führt zu einer Zeile in ihrem eigenen Protokoll.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MainWindow</name>
    <message>
        <source>%1 – Signalbox</source>
        <comment>page</comment>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <source>Reset the layout?</source>
        <translation>Anordnung zurücksetzen?</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>Bereiche, Spalten und ihre Sortierung, eingeklappte Gruppen und die Größe des Fensters werden wie beim ersten Start. Filter bleiben.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>Die Diagramme pausieren; gemessen wird weiter</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>Ziehen verschiebt, Strg und Mausrad vergrößern, Doppelklick folgt wieder dem Neuesten.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>Das Neueste in der gewählten Länge zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>Diagramme ausgeben</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Messwerte ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 ausgegeben</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>Komponente über den Diagrammen von Prozessor und Speicher</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>Über Prozessor und Speicher legen:</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Keine Komponente</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Normalbetrieb</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>Ausführungen sperren</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>Alles darf gestartet werden.</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>Neues darf nicht gestartet werden; was läuft, läuft zu Ende. Alger-Clients, die es versuchen, bekommen 399 zur Antwort.</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Betriebsart: %1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>Das beendet nichts mehr.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>Neues darf nicht gestartet werden, und laufende und wartende Pipelines werden sofort beendet. Alger-Clients erfahren es mit 398. Komponenten laufen weiter.</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>Das beendet %Ln Pipeline</numerusform>
            <numerusform>Das beendet %Ln Pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>Zur neuesten Zeile springen und ihr folgen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Notifier</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>component</comment>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>execution, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions ended</source>
        <translation>
            <numerusform>%Ln Ausführung ist zu Ende</numerusform>
            <numerusform>%Ln Ausführungen sind zu Ende</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 ist beeinträchtigt</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>Ausgabe speichern…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>Diese ganze Ausgabe in einer Datei speichern</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>Wessen Ausgabe gezeigt wird</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>Ausgabe speichern</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>Ergebnis: Ausgabe der letzten Knoten</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>Die Ausgabe erscheint hier, sobald sie geschrieben wird.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Nichts wurde ausgegeben.</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>Es gibt keine Ausgabe: Nichts wurde geschrieben, oder der Start blieb aus.</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>Noch keine Ausgabe.</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>%1, davon hier %2 weggelassen; speichern Sie, um alles zu sehen.</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>Was davon gezeigt wird</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>Ausgabe und Fehler, wie sie kamen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>Live: Ausgabe ohne Fehler</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>Folgt der neuesten Zeile. Hochblättern unterbricht das, Strg+Ende setzt es fort.</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[hier fehlen %1]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>Keine Komponente ist konfiguriert. Ergänzen Sie eine [[component]] mit ihrem Befehl in der Konfigurationsdatei und laden Sie sie neu: Der Server hält sie dann am Laufen.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>Keine Komponente ist konfiguriert. Ergänzen Sie eine [[component]] mit ihrem Befehl in %1 und laden Sie die Datei neu: Der Server hält sie dann am Laufen.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>angehängt</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>im Befehl</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>Braucht Rolle</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>Prozesse filtern</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>Kein Aufruf ist geöffnet. Rufen Sie einen Prozess auf, oder sehen Sie dem Aufruf eines Clients zu: Seine Ausgabe erscheint hier, und Sie können ihm schreiben.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>Durch Leerzeichen getrennt; was welche enthält, in &quot;Anführungszeichen&quot;.</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>Laufende Aufrufe</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>Kein Aufruf läuft. Aufrufe dieses Fensters und jedes Clients stehen hier, solange sie laufen.</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>Wählen Sie einen Prozess</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parameter von %1</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>Parameter (sein Befehl nutzt keine)</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>Den gewählten Prozess aufrufen</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>Dem gewählten Aufruf zusehen</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>Diesen Reiter schließen; der Aufruf läuft weiter</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>Kein Prozess ist konfiguriert. Prozesse sind, was Clients über pow-1 aufrufen dürfen: [[process]] in der Konfigurationsdatei.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>Nichts läuft. Pipelines, Prozesse, Experimente und Aufträge erscheinen hier mit ihrem Fortschritt, sobald ein Client sie startet.</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Laufende Ausführungen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>%1, %2 über %3</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>Alle Ausführungen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>Nicht gespeichert: Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>Speichern: %1 bisher</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>%1 in %2 gespeichert</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>Nicht in %1 gespeichert: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>Zeitpläne filtern</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>Kein Zeitplan ist konfiguriert. Zeitpläne starten Pipelines, Prozesse und Komponenten nach der Uhr: [[schedule]] in der Konfigurationsdatei.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerHealth</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server stopped reporting</source>
        <translation>Der Server meldet sich nicht mehr</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>Keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>Konfiguration neu laden</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>Die Konfigurationsdatei neu lesen; Clients bleiben verbunden, und eine fehlerhafte Datei ändert nichts</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>Der Server lauscht nirgends. Ergänzen Sie einen [[listener]] in seiner Konfiguration.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>Kein Benutzer ist konfiguriert: Alle sind anonym. Ergänzen Sie einen [[user]] mit Passwort und Rollen in der Konfigurationsdatei.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>Der Server hat seine Grenzen nicht mitgeteilt.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>Neu geladen um %1.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>Übernommen: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>Beim nächsten Start: %1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>Nichts war geändert.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>Pfad kopieren: %1</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>die Konfigurationsdatei</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>das Datenverzeichnis</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>%Ln Arbeitsplatz</numerusform>
            <numerusform>%Ln Arbeitsplätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipelines at once</source>
        <translation>
            <numerusform>%Ln Pipeline zugleich</numerusform>
            <numerusform>%Ln Pipelines zugleich</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>Das eingebaute Beispiel</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Token ausstellen…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>Ein Programm eine Zeit lang als einer dieser Benutzer hereinlassen</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, what it has</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StartDialog</name>
    <message>
        <source>Start a pipeline</source>
        <translation>Eine Pipeline starten</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>Keine Pipeline ist konfiguriert. Ergänzen Sie eine [[pipeline]] in der Konfigurationsdatei und laden Sie sie neu.</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>Knoten: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>Name von Parameter %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>sonst %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>Wert von Parameter %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● Nicht verbunden</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● Veraltet</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>Kein Listener</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>Letzter Takt vor %1</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>Noch kein Takt</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>Zeigen, worum es geht</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>Die Clients zeigen</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>Die Ausführungen zeigen</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Das Token kopieren</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>Ein Token ausstellen</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>Ein Programm, das das Token hat, kommt als dieser Benutzer herein, mit dessen Rechten, bis es abläuft: als ?token=… in der Adresse oder im Kopf Authorization: Bearer …. Ein Token kann nicht zurückgenommen werden; wer aus der Konfiguration entfernt wird, wird trotzdem abgewiesen.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Ausstellen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Wie lange das Token gilt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>Für %1, gültig für %2. Jetzt kopieren: Es wird nirgends aufbewahrt und nicht noch einmal gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>Minute</numerusform>
            <numerusform>Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>Stunde</numerusform>
            <numerusform>Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>Das Fenster verbergen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modus: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>Diese Zeile an die Komponente senden</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>Eine Zeile für die Komponente</translation>
    </message>
</context>
</TS>
