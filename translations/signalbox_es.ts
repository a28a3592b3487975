<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>Estos atajos</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>Hacer cualquier cosa…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>Hacer cualquier cosa: páginas, componentes, pipelines, procesos</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Las páginas</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>Salir: detener el servidor</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>Detener el servidor y cerrar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>Buscar o filtrar en la página mostrada</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>Guardar lo que se muestra: registro, salida, mensajes, eventos, cifras</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>A la parte siguiente; las flechas navegan dentro</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>Abrir lo seleccionado: su registro, su salida, su página</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Ordenar por…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>Ordenar por otra columna</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>Detener lo seleccionado</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>Reiniciar lo seleccionado</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Iniciar todos</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todos</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Reiniciar todos</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copiar comando</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>Copiar su comando</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>Iniciar pipeline…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>Iniciar un pipeline</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>Ejecutar grafo…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>Ejecutar un grafo desde un archivo</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Ejecutar de nuevo</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>Reintentar nodos fallidos</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>Reintentar desde los nodos fallidos</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar ID</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>Copiar su ID</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>Ejecutar el proceso seleccionado; enviar a una llamada la línea escrita</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Observar</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>Cerrar entrada</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>Cerrar la entrada de la llamada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>Cancelar la llamada</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>Cerrar la pestaña de la llamada</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>Desconectar los seleccionados</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>A la última línea, y seguirla</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>Línea a línea; con Mayús, seleccionar varias</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Copiar las líneas seleccionadas</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>A la coincidencia siguiente</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>A la coincidencia anterior</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>Moverse en el tiempo</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>A lo último, y seguirlo</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>Matar ahora</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>Matar todos los procesos de lo seleccionado</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>Instancias…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>Cuántas instancias se ejecutan</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>Enviar la línea escrita al componente</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Programaciones</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Ejecutar ahora</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Grafos</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>Buscar en todas partes…</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>Buscar un texto en todos los registros y salidas</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>Registros juntos</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>Mostrar los registros de lo seleccionado en una sola vista</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>Ajustar o no las líneas largas</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Mostrarlo entero</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Acerca de Signalbox</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>Restablecer la disposición…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Mostrar ejecuciones</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>Mostrar las ejecuciones que inició la programación</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>Poner en cola</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>Esperar e iniciar en cuanto haya sitio</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Borrar los filtros</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>Cerrar Signalbox</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>¿Dejar el servidor en marcha sin la ventana?</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>Los componentes, las ejecuciones y los clientes siguen; el icono de la bandeja recupera la ventana. Detenerlo termina con todo.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Dejar en marcha</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Detener el servidor</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>No volver a preguntar</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>¿Detener el servidor?</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>Lo que está en marcha se termina y los clientes se desconectan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>%Ln ejecución no ha terminado.</numerusform>
            <numerusform>%Ln ejecuciones no han terminado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>Iniciar todos los componentes</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>¿Detener %Ln componente?</numerusform>
            <numerusform>¿Detener %Ln componentes?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>Detener todos los componentes</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>¿Reiniciar %Ln componente?</numerusform>
            <numerusform>¿Reiniciar %Ln componentes?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>Reiniciar todos los componentes</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>¿Detener todos los componentes?</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>¿Reiniciar todos los componentes?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln componente está en marcha.</numerusform>
            <numerusform>%Ln componentes están en marcha.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todos</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Reiniciar todos</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>Signalbox no pudo iniciarse</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>El servidor se está iniciando…</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>Después de un cierre forzado espera a que termine lo que había iniciado, para que nada se ejecute dos veces.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 se está iniciando</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 se está deteniendo</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 está en marcha</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 se ha detenido</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>%1 ha hecho su trabajo</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 ha fallado</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>%1 falló y no se vuelve a intentar</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 está degradado</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 está bien de nuevo</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>%1 fue eliminado</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>%1 tiene otro número de instancias</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>Se escribió algo a %1</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 se ha quitado de la configuración</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 se inició</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>%1 se inició de nuevo</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>%1 se ha interrumpido porque el servidor se cerró</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 se ha cancelado</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 se eliminó</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>%1 no se inició</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>La programación %1 se ejecutó</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>La programación %1 se ejecutó y falló</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>La programación %1 se ejecutó y se canceló</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>La programación %1 se interrumpió</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>La programación %1 no pudo ejecutarse</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>La programación %1 se omitió</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>La programación %1 se perdió</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>La programación %1 se ejecutó de inmediato</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>La programación %1 se pausó</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>La programación %1 se activó</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>El agente %1 se ha registrado</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>El agente %1 vuelve a estar en línea</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>El agente %1 está degradado</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>El agente %1 se ha desconectado</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>Se ha eliminado la instancia %1</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>Se cerró la conexión de %1</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>Se rechazó un inicio de sesión desde %1</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>Se rechazó una petición de %1 que su rol no permite</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>El servidor se inició</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>El servidor se detuvo</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>El servidor había terminado sin detenerse</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>El modo se cambió a %1</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>La configuración se recargó</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>La configuración no se recargó</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>Se emitió un token para %1</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>Queda poco espacio en el disco</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>Vuelve a haber espacio en el disco</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>Se ajustó el reloj</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>Una petición falló</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>El proyecto %1 se eliminó</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
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
            <numerusform>%1 (%Ln vez hasta %2)</numerusform>
            <numerusform>%1 (%Ln veces hasta %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>una programación</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>esta ventana</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>Se tomó una caja negra de %1</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>El fallo de %1 fue visto</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>Los fallos se marcaron como vistos</translation>
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
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>Error</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Funcionamiento normal</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>Ejecuciones bloqueadas</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Traza</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Depuración</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>Error</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>Ha fallado %Ln componente</numerusform>
            <numerusform>Han fallado %Ln componentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln ejecución en curso</numerusform>
            <numerusform>%Ln ejecuciones en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>Como máximo esto: lo que los procesos comparten cuenta en cada uno de ellos, porque Signalbox no puede leer lo que comparten.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>Degradado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln componente está degradado</numerusform>
            <numerusform>%Ln componentes están degradados</numerusform>
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
            <numerusform>%1 y %Ln más</numerusform>
            <numerusform>%1 y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln en espera</numerusform>
            <numerusform>%Ln en espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>La línea %1 no es JSON: %2.</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>Esto no es un grafo: no tiene la lista &quot;nodes&quot;.</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>El nodo %1 de la lista no tiene &quot;id&quot;.</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>Una arista apunta a un nodo que no existe: %1 → %2</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>A una arista le falta su «source» o su «target».</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>%1 del nodo %2</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>El nodo %1 tiene &quot;after&quot;, como en un [[pipeline]]. Un archivo de grafo tiene en su lugar una lista &quot;edges&quot;: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>El nodo %1 tiene un &quot;command&quot;. Un archivo de grafo no los tiene: dele un &quot;kind&quot; de la configuración, cuyo comando ejecutará.</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>El nodo %1 no tiene &quot;kind&quot;.</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>%1 de la arista %2</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>parámetro %1 del nodo %2 (su &quot;kind&quot; %3 no lo usa)</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … %Ln carácter más en el registro guardado</numerusform>
            <numerusform> … %Ln caracteres más en el registro guardado</numerusform>
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
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>Consultas por segundo</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Ejecuciones en curso</translation>
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
        <translation>Esta máquina</translation>
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
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Programaciones</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>Iniciar el pipeline %1…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>Ejecutar el proceso %1…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Emitir un token…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>aún no iniciado</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>iniciado con el servidor</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>iniciado porque cambió la configuración</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>iniciado de nuevo tras: %1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>reiniciado porque cambió su configuración</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>detenido con el servidor</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>eliminado de la configuración</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1; espera a %2</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1; lo necesita %2</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1; se ejecuta after_stop</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1; hubo que matarlo tras %2 (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>terminado (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>terminó por sí mismo (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>terminó antes de estar listo (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1; falló %2 veces seguidas en los %3 s posteriores al inicio, así que no se intenta más: busque la causa en su registro y luego inícielo</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>iniciado con el servidor, como quería %1</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>iniciado por %1</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>reiniciado por %1</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>ajustado a %1 por %2</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>detenido por %1 antes de iniciarse el servidor</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>detenido por %1</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>no estuvo listo en %1 (ready_timeout): %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>«%1», del que depende, se detuvo</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>«%1», del que depende, ha fallado: %2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>matado: límite de memoria de %1, usaba %2 MiB</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>matado: límite de memoria de %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>código de salida %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>terminado por la señal %1 (%2)</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>terminado por la señal %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>matado por %1</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>señal: %1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1 (el disco de «%2» está lleno)</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>matado porque tardó más de %1</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>no se puede iniciar «%1»: %2 (existe, pero no el intérprete o cargador que nombra)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>no se puede iniciar «%1»: %2 (un script necesita una primera línea como #!/bin/sh)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>no se puede iniciar «%1»: sus argumentos y su entorno juntos son demasiado grandes</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>no se puede iniciar «%1»: no hay tal programa en PATH (%2)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>no se puede iniciar «%1»: %2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>el directorio de trabajo «%1» no existe</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>el directorio de trabajo «%1» no es un directorio</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>no se puede entrar en el directorio de trabajo «%1»: %2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>él mismo dice que ha fallado (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>no se imprimió ninguna línea con «%1» en %2</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>no se imprimió ninguna línea con «%1»</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>no ha dicho READY=1</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>aún no se ha probado</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>no ha dicho WATCHDOG=1 durante %1, desde %2</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>no ha impreso nada durante %1, desde %2; %3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>aún no ha impreso nada</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>su última línea: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1 (%2 veces seguidas, desde %3)</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1 (una vez, desde %2)</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>nada responde en el puerto %1</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>el puerto %1 lo ocupa %2, que no es suyo</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>el puerto %1 lo ocupa %2</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>el puerto %1 no respondió en %2</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>%1 no respondió en %2</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>%1 responde %2, pero sin «%3»</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 responde %2</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>el proceso %1 (%2) del componente «%3»</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>el proceso %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>un proceso de otro usuario</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>interrumpido por un reinicio del servidor</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>cancelado por %1</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>El nodo «%1» ha fallado: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>fallaron %1 de %2 tareas</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>fallaron %1 de %2 tareas. %3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>tiempo agotado tras %1 s</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>imprimió más de %1 bytes, el límite de la salida de un nodo</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>el agente %1 se desconectó; abandonado tras %2 reintentos</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>esto requiere el rol «%1»; %2 tiene «%3»</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>Las pipelines no están disponibles durante el mantenimiento.</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>el modo de mantenimiento está activo</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>Las ejecuciones de pipelines están bloqueadas.</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>las ejecuciones están bloqueadas</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>al disco de «%1» le quedan %2 MiB y por debajo de %3 no se inicia nada nuevo (libere espacio o ajuste [limits] free_disk_bytes)</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>Demasiadas pipelines a la vez. %1 no han terminado y [server] capacity permite %2.</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>hay %1 procesos en marcha, tantos como permite [limits.pow] connections</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>Componente desconocido</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>El componente ya está en marcha</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>El componente ya está detenido</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>no hay ningún proceso del componente en marcha</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>%1 instancias no son posibles (de 1 a 1000)</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>ningún componente con instancias tiene este id</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>su entrada está cerrada; necesita stdin = &quot;open&quot; o tty = true</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>«%1» ya no acepta entrada</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>«%1» no lee su entrada; esperan %2 bytes</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>«%1» se detuvo antes de estar listo</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>ejecución no encontrada</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>pipeline no encontrada</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>proceso desconocido</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>programación desconocida</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>la ejecución ha terminado; el historial no se reescribe</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>la ejecución sigue en marcha; cancélela primero</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>la ejecución sigue en marcha</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>el proceso ha terminado</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>una ejecución de esta programación sigue en curso</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>este cliente ya no está conectado</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>no se guardan cajas negras ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>ahora mismo se está tomando una caja negra de este componente</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>no existe tal caja negra</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>un trabajo lo repite su agente, no aquí</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>falta el parámetro %1</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>falta el parámetro «%1»</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>El grafo está vacío.</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>Cada nodo debe tener un texto «id» no vacío.</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>El id de nodo «%1» está repetido.</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>El nodo «%1» es de un tipo desconocido, «%2».</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>Una pipeline no debe tener ciclos. Encontrado: %1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>Una arista nombra un nodo que no existe: %1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>El nodo «%1» (kind=«%2») espera %3 entrada(s); tiene %4.</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>Los nodos «%1» y «%2» compartirían la variable %3.</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>el servidor se está deteniendo</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>el servidor se está deteniendo</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>el servidor aún no ha arrancado (inténtelo de nuevo)</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>la configuración no se recargó, queda la anterior: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 falló: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>Nodo «%1»: %2</translation>
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
        <translation>no se puede iniciar «%1»: no hay tal programa en PATH</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>hay %1 tareas sin terminar, tantas como permite [limits] tasks</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>%1 tareas más son demasiadas: hay %2 sin terminar y [limits] tasks permite %3</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>hay %1 experimentos sin terminar, tantos como permite [limits] experiments</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>hay %1 trabajos sin terminar, tantos como permite [limits] jobs</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>hay %1 agentes, tantos como permite [limits] agents</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>hay %1 instancias, tantas como permite [limits] instances</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>hay %1 proyectos, tantos como permite [limits] projects</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>demasiadas preguntas esperan respuesta; inténtelo de nuevo en un momento</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>%1 bytes de una vez son demasiados (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>el comando está vacío</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>el argumento %1 contiene un carácter NUL</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>el argumento %1 tiene %2 bytes; como máximo son posibles %3</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>proyecto no encontrado</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>falta el nombre</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>el proyecto predeterminado no se puede eliminar</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>la ejecución %1 de este proyecto no ha terminado; cancélela primero</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>Agente no encontrado: %1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>el agente %1 pertenece al usuario %2, que lo registró; %3 no puede hablar por él</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>el agente %1 es este mismo servidor</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>el agente %1 es este mismo servidor; regístrese con otro agentId</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>No hay ningún agente disponible al que asignar el trabajo</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>Instancia no encontrada: %1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>la instancia %1 está en el archivo de configuración del servidor; cámbiela allí</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>la instancia %1 no se puede eliminar mientras su trabajo %2 no termine; cancélelo primero</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>Trabajo no encontrado: %1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>Ejecución del trabajo no encontrada: %1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>el trabajo %1 ya ha terminado: %2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>esta ejecución no es un trabajo</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>espera un lugar libre: [server] capacity es %1</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>Trabajo en cola</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>el agente %1 se ha desconectado; en cola de nuevo (reintento %2 de %3)</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>terminada al bloquear las ejecuciones</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>recuperada: a su hora no se pudo iniciar nada</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>el servidor estaba parado a su hora, o el reloj se adelantó más allá</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>una ejecución anterior sigue en curso y otra ya espera</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>una ejecución anterior sigue en curso</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>esperó a la ejecución anterior</translation>
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
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tell me</source>
        <translation>Avisarme</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>Cuando falla un componente</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>Cuando termina una ejecución</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Preguntar qué hacer</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>Dejar el servidor en marcha</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>Detener el servidor</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Mostrar un icono en la bandeja</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>En el próximo inicio la ventana estará en el idioma del sistema.</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>En el próximo inicio la ventana estará en este idioma: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>tomado de antes</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1, normalmente %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>quedan unos %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>más que lo normal</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>casi listo</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>normalmente %1, nueve de diez en %2</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>no listo</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>no iniciado</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>Aún no se ha iniciado nada.</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>Iniciado %1, listo tras %2</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1; la cadena más larga: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>Acerca de Signalbox</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copiar para un informe de error</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>El ejemplo integrado</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>Ajustes de la ventana</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>Mantiene programas en marcha, ejecuta pipelines y muestra ambos.</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>Copiado, en inglés. Contiene rutas de esta máquina: revíselo antes de enviarlo.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>No se conoce ningún agente. Los agentes de otras máquinas se registran por el REST de ARK: POST /agents/register.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>Registrándose</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>Degradado</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1 (este servidor)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Disco libre</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>Conectando con el servidor…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>Conexión perdida; datos desactualizados.</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>El servidor ha dejado de informar; datos desactualizados.</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>Última actualización: %1.</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>Lo que se pida ahora se hará cuando vuelva a responder.</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>Deteniendo %Ln componente…</numerusform>
            <numerusform>Deteniendo %Ln componentes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>Deteniendo el servidor…</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>Tomar una ahora</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>Anotar lo que ahora se ve de él</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>Guardar esta página en un archivo</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>Guardar la caja negra</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>Qué caja negra se muestra</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>Caja negra</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>Ninguna todavía. Cuando el componente falla, aquí se anota lo que se veía de él: sus procesos y valores, las últimas líneas de su registro y lo que dice el núcleo.</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>la última sana</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Guardado en %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>Una línea para el proceso</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>La salida aparece aquí a medida que se escribe.</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>%1 vía %2</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Rechazado: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>La entrada está cerrada; esperando a que termine el proceso.</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>El proceso está en marcha</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>Enviar esta línea al proceso</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>Indicar al proceso que no llegará nada más</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>Terminar el proceso de inmediato</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← recibido</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ enviado</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binario</translation>
    </message>
    <message>
        <source>ping</source>
        <translation>ping</translation>
    </message>
    <message>
        <source>pong</source>
        <translation>pong</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cierre</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>Buscar en los mensajes</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>Contenido del mensaje</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>Seleccione un mensaje para leerlo entero.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>Descartar los mensajes vistos hasta ahora</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Exportar los mensajes</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>Seleccione un cliente para observar lo que dice</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>Mensajes de %1</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>Este cliente se ha ido; lo que dijo se queda aquí.</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>En pausa, %Ln mensaje nuevo</numerusform>
            <numerusform>En pausa, %Ln mensajes nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>%Ln mensaje llegó demasiado rápido para mostrarlo</numerusform>
            <numerusform>%Ln mensajes llegaron demasiado rápido para mostrarlos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>Se conserva solo el último mensaje (%Ln).</numerusform>
            <numerusform>Se conservan los últimos %Ln mensajes.</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… recortado: el mensaje ocupa %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>%Ln mensaje exportado a %1</numerusform>
            <numerusform>%Ln mensajes exportados a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>Nada desde que empezó a observar. Los mensajes aparecen aquí cuando se envían y se reciben; los campos con una contraseña o un token están ocultos.</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>Mantener quieta la lista</translation>
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
        <translation>Dialecto</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>Salientes</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Último error</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>Filtrar clientes</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>Mostrar lo que se dicen el cliente seleccionado y el servidor</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln cliente conectado</numerusform>
            <numerusform>%Ln clientes conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>¿Desconectar %Ln cliente?</numerusform>
            <numerusform>¿Desconectar %Ln clientes?</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>No hay ningún cliente conectado. Los clientes se conectan a las direcciones de la barra de estado inferior.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer las columnas</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>¿Qué quiere hacer? Escriba unas letras.</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Acciones coincidentes</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>Mostrar u ocultar lo que hay debajo</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>Mostrar el registro en la línea que explica este estado</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Próximo intento en %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>Activo: %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nunca iniciado</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>Sin más intentos, desde %1</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>Se matará en %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU y memoria</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>Intervalo de tiempo</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU, porcentaje de un núcleo</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nunca iniciado</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>próximo intento en %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>Requiere %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Requerido por %1</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>Seleccione un componente para ver su registro, sus valores y el motivo de su estado.</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>Matar ahora todos sus procesos en lugar de esperar</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Dependencias</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>Último arranque</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>Grafo de componentes</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>Ningún componente depende de otro: depends_on en la configuración.</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>se matará en %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>Abrir en un navegador donde escucha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln proceso</numerusform>
            <numerusform>%Ln procesos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>%Ln hilo</numerusform>
            <numerusform>%Ln hilos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>%Ln archivo abierto</numerusform>
            <numerusform>%Ln archivos abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>%1 leídos, %2 escritos</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>escucha en %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>Cajas negras</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>El último arranque</translation>
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
        <translation>Memoria</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Tiempo activo</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>Filtrar componentes</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>Iniciar, detener o reiniciar todos los componentes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Mostrar solo estos</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>¿Detener %1?</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Requerido por %1</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>Detener estos primero</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>Detener solo este</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>¿Matar %Ln componente?</numerusform>
            <numerusform>¿Matar %Ln componentes?</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>Cuántas instancias de %1 se ejecutan hasta que se detenga el servidor:</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>No hay ningún componente configurado. Los componentes son los programas que el servidor mantiene en marcha: [[component]] en su archivo de configuración.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>Mostrar solo estos, o todos de nuevo</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nada coincide con el filtro.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>El servidor no escucha en ningún sitio. Añada un [[listener]] a su configuración.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>Clientes por dialecto</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>Filtrar eventos</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>Solo lo que salió mal</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>Sobre todo</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier momento</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>Por cualquiera</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>Por la ventana</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>Por una programación</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Por sí mismo</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ha pasado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>Exportar los eventos</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln evento exportado a %1</numerusform>
            <numerusform>%Ln eventos exportados a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>Mostrar lo que pasó antes de la primera línea</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>No se pueden leer eventos anteriores: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln evento</numerusform>
            <numerusform>%Ln eventos</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>hay anteriores</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>Aún no ha pasado nada. El servidor anota lo que empieza, falla y termina, y quién hizo qué, por qué protocolo y desde dónde.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>Escribir una configuración…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>Escribir el ejemplo con sus comentarios en un archivo que usted puede cambiar</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>Abrir el archivo de configuración</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>No volver a mostrar esto</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Ningún programa lo abre. Ábralo usted con un editor: %1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>Su configuración está en %1. Hasta el próximo inicio sigue el ejemplo integrado.</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>Este es el ejemplo integrado: programas de esta máquina que hacen pequeños trabajos reales.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>No disponible: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>Aún no hay tareas. Al planificarse la ejecución aparece una fila por nodo o por conjunto de parámetros.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>Seleccione una ejecución para ver sus nodos, lo que han escrito y por qué terminó así.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progreso de %1</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>%1 de %2 vía %3</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>inicio: %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duración: %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>espera: %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>creación: %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>%1 de %2 tareas terminadas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln fallida</numerusform>
            <numerusform>%Ln fallidas</numerusform>
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
        <translation>ID</translation>
    </message>
    <message>
        <source>Catalogue entry</source>
        <translation>Entrada del catálogo</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creación</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>Mostrar lo que imprimió</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln cancelada</numerusform>
            <numerusform>%Ln canceladas</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>Propiedades</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>Nombre o ID de ejecución</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Cualquier tipo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Cualquier propietario</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Cualquier origen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier momento</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Momento</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creación</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsPage</name>
    <message>
        <source>Executions</source>
        <translation>Ejecuciones</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>%Ln ejecución en total</numerusform>
            <numerusform>%Ln ejecuciones en total</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>cargando…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>las anteriores no están disponibles: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln en curso</numerusform>
            <numerusform>%Ln en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln ejecución coincide</numerusform>
            <numerusform>%Ln ejecuciones coinciden</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>Aún no hay ejecuciones. Inicie un pipeline arriba o deje que lo haga un cliente: aquí se listan y se conservan los pipelines, llamadas a procesos, experimentos y trabajos de todos los dialectos.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>No se ha exportado a %1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>Quitarlos de esta página, para todos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln ejecución falló</numerusform>
            <numerusform>%Ln ejecuciones fallaron</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1 (una vez)</numerusform>
            <numerusform>%1 (%Ln veces)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>Buscar en todos los registros y salidas</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>Líneas encontradas</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>La búsqueda continúa</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>Examina lo que registran los componentes y lo que imprimen las ejecuciones, hasta donde el servidor lo conserva. Intro o un doble clic lleva a una línea en su registro.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>Más de %Ln encontrada: la búsqueda ha terminado</numerusform>
            <numerusform>Más de %Ln encontradas: la búsqueda ha terminado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>%Ln línea encontrada</numerusform>
            <numerusform>%Ln líneas encontradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>se listan las más recientes de cada registro: %Ln</numerusform>
            <numerusform>se listan las más recientes de cada registro: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>en %Ln registro</numerusform>
            <numerusform>en %Ln registros</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>%L1 líneas examinadas en %2 s</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>Crear una</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>Escribir una configuración</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>Lo que se ejecuta ahora es el ejemplo integrado. Su texto, con comentarios que lo explican, se escribe en
%1
para que usted lo cambie. Su usuario %2 recibe esta contraseña:</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>Una contraseña de dieciséis caracteres que nadie adivina</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrirlo</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Ningún programa lo abre. Ábralo usted con un editor: %1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 ya existe y se queda como está.</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>Esa es la primera que todos prueban. Elija otra.</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>%1 está escrito. Signalbox lo lee a partir de su próximo inicio: cambie lo que quiera, salga y vuelva a iniciar.</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>Anote la contraseña: se muestra solo esta vez, y el archivo contiene únicamente su hash.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>%1, errores</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>después de %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>En el registro de</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message>
        <source>Run a graph from a file</source>
        <translation>Ejecutar un grafo de un archivo</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>Un archivo con un grafo (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>Elegir el archivo del grafo</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>Cómo se escribe un archivo así</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>JSON con una lista de nodos y una lista de aristas.</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>Un nodo tiene un &quot;id&quot; propio, un &quot;kind&quot;, que es un [[kind]] de la configuración y tiene el comando, y &quot;params&quot; para él.</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>Una arista convierte la salida de su &quot;source&quot; en una entrada de su &quot;target&quot;, en el orden de las aristas.</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>Las salidas de los nodos a los que no sigue nada son el resultado.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>&quot;kinds&quot; de este servidor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>%Ln entrada</numerusform>
            <numerusform>%Ln entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>%Ln entrada o más</numerusform>
            <numerusform>%Ln entradas o más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>%1 a %2 entradas</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>parámetros: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>Ninguno: añada un [[kind]] al archivo de configuración y recárguelo.</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>Grafos (*.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 no se puede leer: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>%Ln nodo</numerusform>
            <numerusform>%Ln nodos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln arista</numerusform>
            <numerusform>%Ln aristas</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>No se lee: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>Grafo de nodos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>Aún no hay nodos.</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Más pequeño (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Mostrarlo entero (0)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>Gráfico. Más y menos cambian el zoom, las flechas desplazan, Inicio muestra lo último.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>%1 a las %2</translation>
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
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>Solo coincidencias</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>Aún no hay nada escrito. Las líneas aparecen aquí a medida que el componente las escribe.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 y superiores</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Nivel mínimo mostrado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>Cuántas líneas se conservan</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>Guardar todo el registro…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>Archivos de registro (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>%Ln línea llegó demasiado rápido para mostrarla; está en el registro guardado.</numerusform>
            <numerusform>%Ln líneas llegaron demasiado rápido para mostrarlas; están en el registro guardado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>Las líneas anteriores no están disponibles: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln línea nueva</numerusform>
            <numerusform>%Ln líneas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>Sin coincidencias en las líneas mostradas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln línea coincide</numerusform>
            <numerusform>%Ln líneas coinciden</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>Coincidencia %L1 de %L2</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>Nivel mínimo mostrado. Las líneas de la salida de error sin nivel se muestran siempre: pueden ser errores.</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>Cómo se muestran las líneas</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>Aún no se ha impreso nada. Las líneas aparecen aquí a medida que se imprimen.</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>Las salidas no tienen horas: lo impreso antes aparece donde empezó su nodo.</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>Esa línea ya no está en el registro.</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>Líneas antiguas, alrededor de la seleccionada. El final lleva de vuelta a las más recientes.</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>Guardar las líneas mostradas…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Solo errores</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>Filtrar registros</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>Nodos de ejecuciones</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>Registros que se muestran juntos</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>call, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>node, execution, time</comment>
        <translation>%1, %2 de %3</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>Sigue la última línea. Subir lo interrumpe, Fin lo reanuda.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>El nivel o «Solo coincidencias» oculta todas las líneas.</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>El nivel o «Solo coincidencias» oculta todas las líneas. Algunas no indican nivel: pueden ser cualquier cosa.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Juntos</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>Marque los registros que quiere ver juntos: sus líneas aparecen aquí, mezcladas por hora. Intro o un doble clic lleva a una línea en su propio registro.</translation>
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
        <translation>¿Restablecer la disposición?</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>Los paneles, las columnas y su orden, los grupos plegados y el tamaño de la ventana quedan como en el primer inicio. Los filtros se mantienen.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>Congelar los gráficos; la medición continúa</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>Arrastre para desplazar, Ctrl y la rueda para el zoom, doble clic para volver a seguir lo último.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
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
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>Mostrar lo último con la duración elegida</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Imagen (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>Exportar los gráficos</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Imágenes (*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabla (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Exportar los valores</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportado a %1</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>Componente sobre los gráficos de procesador y memoria</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>Superponer a procesador y memoria:</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Ningún componente</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Funcionamiento normal</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Mantenimiento</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>Bloquear ejecuciones</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>Se puede iniciar todo.</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>No se puede iniciar nada nuevo; lo que está en ejecución sigue hasta el final. Los clientes alger que lo intenten reciben un 399.</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>Dejar que sigan</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modo: %1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>Esto ya no termina nada.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>No se puede iniciar nada nuevo y los pipelines en ejecución o en espera se terminan de inmediato. Los clientes alger reciben un aviso 398. Los componentes siguen en marcha.</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>Esto termina %Ln pipeline</numerusform>
            <numerusform>Esto termina %Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>Lo último</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>Ir a la última línea y seguirla</translation>
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
        <translation>%1 ha fallado</translation>
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
            <numerusform>Ha terminado %Ln ejecución</numerusform>
            <numerusform>Han terminado %Ln ejecuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 está degradado</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>Guardar salida…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>Guardar toda esta salida en un archivo</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>Nodo cuya salida se muestra</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>Guardar la salida</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Nodo %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>Resultado: salida de los últimos nodos</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>La salida aparece aquí a medida que se escribe.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>No se ha escrito nada.</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>No hay salida: no se ha escrito nada o no llegó a iniciarse.</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>Aún no hay salida.</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>%1, de los que se omiten %2; guárdela para verla entera.</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>Qué se muestra de ello</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>Salida y errores, como llegaron</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>En vivo: salida sin errores</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>Sigue la última línea. Subir lo interrumpe, Ctrl+Fin lo reanuda.</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[%1 omitidos aquí]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>No hay ningún componente configurado. Añada un [[component]] con su comando al archivo de configuración y recárguelo: el servidor lo mantendrá en marcha.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>No hay ningún componente configurado. Añada un [[component]] con su comando a %1 y recárguelo: el servidor lo mantendrá en marcha.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>sin usar</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>añadidos al final</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>en el comando</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>Rol requerido</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>Filtrar procesos</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Observar</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>No hay ninguna llamada abierta. Ejecute un proceso u observe la llamada de un cliente: lo que escribe aparece aquí y usted puede escribirle.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>Separados por espacios; lo que contenga alguno, entre &quot;comillas&quot;.</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>Llamadas en curso</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>No hay ninguna llamada en curso. Las llamadas de esta ventana y de todos los clientes aparecen aquí mientras se ejecutan.</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>Seleccione un proceso</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Parámetros de %1</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>Parámetros (su comando no usa ninguno)</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>Llamar al proceso seleccionado</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>Seguir la llamada seleccionada</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>Cerrar la pestaña de esta llamada; la llamada continúa</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>No hay ningún proceso configurado. Los procesos son lo que los clientes pueden llamar vía pow-1: [[process]] en el archivo de configuración.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>No hay nada en ejecución. Los pipelines, procesos, experimentos y trabajos aparecen aquí con su progreso en cuanto un cliente inicia uno.</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>Todas las ejecuciones</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Ejecuciones en curso</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>%1, %2 vía %3</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progreso de %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>No se ha guardado: se perdió la conexión.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se ha guardado: %1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>Guardando: %1 hasta ahora</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>Guardado en %2: %1</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>No se ha guardado en %1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Iniciar %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Detener %1</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Proceso %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Inicia</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima ejecución</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última ejecución</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>Filtrar programaciones</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Programaciones</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>No hay ninguna programación configurada. Las programaciones inician pipelines, procesos y componentes según el reloj: [[schedule]] en el archivo de configuración.</translation>
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
        <translation>El servidor ha dejado de informar</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>Sin conexión con el servidor</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo va bien</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>Recargar configuración</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>Volver a leer el archivo de configuración; los clientes siguen conectados y un archivo erróneo no cambia nada</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Puntos de escucha</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>El servidor no escucha en ningún sitio. Añada un [[listener]] a su configuración.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>No hay ningún usuario configurado: todos son anónimos. Añada un [[user]] con contraseña y roles al archivo de configuración.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>El servidor no ha comunicado sus límites.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>Recargada a las %1.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>Aplicado: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>En el próximo inicio: %1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>No había cambios.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>Copiar la ruta: %1</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Este servidor</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Tiempo activo</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>el archivo de configuración</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>la carpeta de datos</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>%1 en %2</translation>
    </message>
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
            <numerusform>%Ln pipeline a la vez</numerusform>
            <numerusform>%Ln pipelines a la vez</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>El ejemplo integrado</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>cifrado (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1, desde %2</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Emitir un token…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>Permitir que un programa entre como uno de estos usuarios, por un tiempo</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>escuchando</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
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
        <translation>Iniciar un pipeline</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>No hay ningún pipeline configurado. Añada un [[pipeline]] al archivo de configuración y recárguelo.</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>Nodos: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>Nombre del parámetro %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>por defecto: %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>Valor del parámetro %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valor de %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● Sin conexión</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● Desactualizado</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>Sin punto de escucha</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln cliente</numerusform>
            <numerusform>%Ln clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>Última señal hace %1</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>Aún sin señal</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>Mostrar de qué se trata</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>Mostrar los clientes</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>Mostrar las ejecuciones</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Código de salida</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Copiar el token</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>Emitir un token</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>Un programa que tiene el token entra como este usuario, con sus derechos, hasta que caduca: como ?token=… en la dirección o en la cabecera Authorization: Bearer …. Un token no se puede retirar; a quien se quita de la configuración se le rechaza igualmente.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Emitir</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Cuánto tiempo vale el token</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Válido durante</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>Para %1, válido durante %2. Cópielo ahora: no se guarda en ninguna parte ni se vuelve a mostrar.</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>minuto</numerusform>
            <numerusform>minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>hora</numerusform>
            <numerusform>horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>día</numerusform>
            <numerusform>días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>Ocultar la ventana</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Mostrar la ventana</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modo: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>Enviar esta línea al componente</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>Una línea para el componente</translation>
    </message>
</context>
</TS>
