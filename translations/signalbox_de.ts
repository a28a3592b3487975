<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
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
        <translation>Angehalten</translation>
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
        <translation>Hält an</translation>
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
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>No client is connected, or none matches the filter. Clients connect to the addresses in the status bar below.</source>
        <translation>Kein Client ist verbunden, oder keiner passt zum Filter. Clients verbinden sich mit den Adressen in der Statusleiste unten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln Client verbunden</numerusform>
            <numerusform>%Ln Clients verbunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
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
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1: %2</translation>
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
        <source>Memory, MiB</source>
        <translation>Speicher, MiB</translation>
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
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>Komponenten filtern</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>No component matches. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>Keine Komponente passt. Komponenten sind die Programme, die der Server am Laufen hält: [[component]] in seiner Konfigurationsdatei.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1: %2</translation>
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
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>%1 stopped</source>
        <translation>%1 hat angehalten</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 startet</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 hält an</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 created %2 over %3</source>
        <translation>%1 hat %2 über %3 angelegt</translation>
    </message>
    <message>
        <source>%1 waits for a worker</source>
        <translation>%1 wartet auf einen freien Platz</translation>
    </message>
    <message>
        <source>%1 runs, started by %2 over %3</source>
        <translation>%1 läuft, gestartet von %2 über %3</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 ist gelungen</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>%1 wurde unterbrochen, weil der Server endete</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>user, address</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 wurde aus der Konfiguration entfernt</translation>
    </message>
    <message>
        <source>%1, node %2: %3</source>
        <comment>execution, node, state</comment>
        <translation>%1, Knoten %2: %3</translation>
    </message>
    <message>
        <source>Agent %1 reported in</source>
        <translation>Agent %1 hat sich gemeldet</translation>
    </message>
    <message>
        <source>Agent %1 left</source>
        <translation>Agent %1 hat sich abgemeldet</translation>
    </message>
    <message>
        <source>Instance %1 is now: %2</source>
        <translation>Instanz %1 ist jetzt: %2</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>Instanz %1 wurde entfernt</translation>
    </message>
    <message>
        <source>%1 connected over %2</source>
        <translation>%1 hat sich über %2 verbunden</translation>
    </message>
    <message>
        <source>%1 was answered with an error: %2</source>
        <translation>%1 bekam einen Fehler als Antwort: %2</translation>
    </message>
    <message>
        <source>%1 disconnected</source>
        <translation>%1 hat sich getrennt</translation>
    </message>
    <message>
        <source>The catalogue of pipelines and processes was loaded</source>
        <translation>Das Verzeichnis der Pipelines und Prozesse wurde geladen</translation>
    </message>
    <message>
        <source>%1 switched the server: %2</source>
        <translation>%1 hat den Server umgeschaltet: %2</translation>
    </message>
    <message>
        <source>A request of %1 failed: %2</source>
        <translation>Ein Auftrag von %1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>problem, where</comment>
        <translation>%1 (%2)</translation>
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
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Störung</translation>
    </message>
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
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the list still; nothing is lost</source>
        <translation>Die Liste anhalten; nichts geht verloren</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Nothing happened yet, or nothing matches the filter. Components that start and stop, clients that come and go, executions and problems are told here as they happen.</source>
        <translation>Noch ist nichts geschehen, oder nichts passt zum Filter. Hier steht, sobald es geschieht: Komponenten starten und halten an, Clients kommen und gehen, Ausführungen und Störungen.</translation>
    </message>
    <message>
        <source>Kind of events shown</source>
        <translation>Art der gezeigten Ereignisse</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
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
        <source>Paused, %Ln new events</source>
        <translation>
            <numerusform>Angehalten, %Ln neues Ereignis</numerusform>
            <numerusform>Angehalten, %Ln neue Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln events are kept.</source>
        <translation>
            <numerusform>Das neueste %Ln Ereignis wird behalten.</numerusform>
            <numerusform>Die neuesten %Ln Ereignisse werden behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln Ereignis nach %1 ausgegeben</numerusform>
            <numerusform>%Ln Ereignisse nach %1 ausgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>Nicht nach %1 ausgegeben: %2</translation>
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
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>Zur neuesten Zeile springen und ihr folgen</translation>
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
        <source>“%1” is not in the lines shown</source>
        <translation>„%1“ kommt in den gezeigten Zeilen nicht vor</translation>
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
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>The log was not saved: %1</source>
        <translation>Das Protokoll wurde nicht gespeichert: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines saved to %1</source>
        <translation>
            <numerusform>%Ln Zeile in %1 gespeichert</numerusform>
            <numerusform>%Ln Zeilen in %1 gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>The log was not saved to %1: %2</source>
        <translation>Das Protokoll wurde nicht in %1 gespeichert: %2</translation>
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
        <translation>Folgt der neuesten Zeile. Hochblättern hält das an, Ende setzt es fort.</translation>
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
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>Die Diagramme anhalten; gemessen wird weiter</translation>
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
        <source>Not exported to %1: %2</source>
        <translation>Nicht nach %1 ausgegeben: %2</translation>
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
        <source>Start all</source>
        <translation>Alle starten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Alle neu starten</translation>
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
        <source>%1 (Ctrl+%2)</source>
        <comment>page, number</comment>
        <translation>%1 (Strg+%2)</translation>
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
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln Ausführung läuft</numerusform>
            <numerusform>%Ln Ausführungen laufen</numerusform>
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
</context>
</TS>
