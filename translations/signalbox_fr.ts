<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>Ces raccourcis</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>Tout faire…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>Tout faire&#xa0;: pages, composants, pipelines, processus</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Les pages</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>Quitter&#xa0;: arrêter le serveur</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>Arrêter le serveur et fermer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>Rechercher ou filtrer dans la page affichée</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>Enregistrer ce qui est affiché : journal, sortie, messages, événements, valeurs</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>Zone suivante&#xa0;; les flèches pour s&apos;y déplacer</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>Ouvrir la sélection&#xa0;: son journal, sa sortie, sa page</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>Trier par…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>Trier par une autre colonne</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>Arrêter la sélection</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>Redémarrer la sélection</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Tout démarrer</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Tout redémarrer</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>Copier sa commande</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>Démarrer un pipeline…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>Démarrer un pipeline</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>Exécuter un graphe…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>Exécuter un graphe à partir d&apos;un fichier</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Relancer la sélection</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>Réessayer les nœuds en échec</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>Réessayer à partir des nœuds en échec</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copier l&apos;ID</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>Copier son ID</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>Exécuter le processus sélectionné&#xa0;; envoyer la ligne saisie à un appel</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>Fermer l&apos;entrée</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>Fermer l&apos;entrée de l&apos;appel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>Annuler l&apos;appel</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>Fermer l&apos;onglet de l&apos;appel</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>Déconnecter les clients sélectionnés</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>Aller à la ligne la plus récente et suivre la suite</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>Ligne par ligne&#x202f;; avec Maj, en sélectionner plusieurs</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>Copier les lignes sélectionnées</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>Se déplacer dans le temps</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>Aller au plus récent et suivre la suite</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>Tuer maintenant</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>Tuer tous les processus de la sélection</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>Instances…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>Combien d&apos;instances s&apos;exécutent</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>Envoyer la ligne saisie au composant</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Planifications</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Exécuter maintenant</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>Graphes</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>Rechercher partout…</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>Rechercher un texte dans tous les journaux et toutes les sorties</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>Journaux ensemble</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>Afficher les journaux de la sélection dans une seule vue</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer les lignes longues</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>Renvoyer ou non les lignes longues</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>À propos de Signalbox</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>Réinitialiser la disposition…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>Afficher les exécutions</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>Afficher les exécutions que la planification a lancées</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>Mettre en attente</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>Attendre, et démarrer dès qu&apos;il y a de la place</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>Fermer Signalbox</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>Laisser le serveur tourner sans la fenêtre&#xa0;?</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>Les composants, les exécutions et les clients continuent&#xa0;; l&apos;icône de la zone de notification ramène la fenêtre. Arrêter met fin à tout.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Arrêter le serveur&#xa0;?</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>Ce qui tourne est arrêté et les clients sont déconnectés.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>%Ln exécution n’est pas terminée.</numerusform>
            <numerusform>%Ln exécutions ne sont pas terminées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>Démarrer %1</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>Démarrer tous les composants</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>Arrêter %Ln composant&#x202f;?</numerusform>
            <numerusform>Arrêter %Ln composants&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>Arrêter tous les composants</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>Redémarrer %Ln composant&#x202f;?</numerusform>
            <numerusform>Redémarrer %Ln composants&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>Redémarrer tous les composants</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>Arrêter tous les composants ?</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>Redémarrer tous les composants ?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln composant est en marche.</numerusform>
            <numerusform>%Ln composants sont en marche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Tout redémarrer</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>Signalbox n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>Le serveur démarre…</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>Après un arrêt forcé, il attend la fin de ce qu’il avait lancé, pour que rien ne tourne deux fois.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 démarre</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 s&apos;arrête</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 est actif</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 est arrêté</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>%1 a fait son travail</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 est en erreur</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>%1 a échoué et n’est plus réessayé</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 est dégradé</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 va de nouveau bien</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>%1 a été tué</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>%1 a un autre nombre d’instances</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>Quelque chose a été saisi pour %1</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 a été retiré de la configuration</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 a été démarré</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>%1 a été redémarré</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>Exécution de %1 interrompue par l&apos;arrêt du serveur</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>Exécution de %1 annulée</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 a été supprimé</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>%1 n’a pas été démarré</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>La planification %1 s’est exécutée</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>La planification %1 s’est exécutée et a échoué</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>La planification %1 s’est exécutée et a été annulée</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>La planification %1 a été interrompue</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>La planification %1 n’a pas pu s’exécuter</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>La planification %1 a été sautée</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>La planification %1 a été manquée</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>La planification %1 a été exécutée immédiatement</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>La planification %1 a été mise en pause</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>La planification %1 a été activée</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>L&apos;agent %1 s&apos;est inscrit</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>L&apos;agent %1 est de nouveau en ligne</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>L&apos;agent %1 est dégradé</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>L&apos;agent %1 est hors ligne</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>L&apos;instance %1 a été retirée</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>La connexion de %1 a été fermée</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>Une connexion depuis %1 a été refusée</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>Une demande de %1 a été refusée, que son rôle ne permet pas</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>Le serveur a démarré</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>Le serveur s’est arrêté</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>Le serveur s’était terminé sans être arrêté</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>Le mode a été réglé sur %1</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>La configuration a été rechargée</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>La configuration n’a pas été rechargée</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>Un jeton a été émis pour %1</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>Le disque manque de place</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>Il y a de nouveau de la place sur le disque</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>L’horloge a été réglée</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>Une demande a échoué</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>Le projet %1 a été supprimé</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planification</translation>
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
        <translation>Serveur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, reason</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times until %2)</source>
        <comment>event, time</comment>
        <translation>
            <numerusform>%1 (%Ln fois jusqu’à %2)</numerusform>
            <numerusform>%1 (%Ln fois jusqu’à %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>une planification</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>cette fenêtre</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>Une boîte noire de %1 a été prise</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>L’échec de %1 a été vu</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>Les échecs ont été vus</translation>
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
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 o</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>component</comment>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>Réussie</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>Interrompue</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Fonctionnement normal</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>Exécutions bloquées</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>Erreur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>%Ln composant a échoué</numerusform>
            <numerusform>%Ln composants ont échoué</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln exécution en cours</numerusform>
            <numerusform>%Ln exécutions en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>Au plus cette valeur : ce que les processus partagent compte pour chacun d’eux, car Signalbox n’a pas le droit de lire ce qu’ils partagent.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>Dégradé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln composant est dégradé</numerusform>
            <numerusform>%Ln composants sont dégradés</numerusform>
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
            <numerusform>%1 et %Ln autre</numerusform>
            <numerusform>%1 et %Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln en attente</numerusform>
            <numerusform>%Ln en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>La ligne %1 n&apos;est pas du JSON&#xa0;: %2.</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>Ce n&apos;est pas un graphe&#xa0;: il n&apos;a pas de liste «&#xa0;nodes&#xa0;».</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>Le nœud %1 de la liste n&apos;a pas d&apos;«&#xa0;id&#xa0;».</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>Une arête renvoie à un nœud absent&#xa0;: %1 → %2</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>Il manque à une arête sa « source » ou sa « target ».</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>%1 du nœud %2</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>Le nœud %1 a « after », comme dans un [[pipeline]]. Un fichier de graphe a plutôt une liste « edges » : {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>Le nœud %1 a une « command ». Un fichier de graphe n&apos;en a pas : donnez-lui un « kind » de la configuration, dont il exécute la commande.</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>Le nœud %1 n&apos;a pas de « kind ».</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>%1 de l&apos;arête %2</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>paramètre %1 du nœud %2 (son « kind » %3 ne l&apos;utilise pas)</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>Français</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … %Ln caractère de plus dans le journal enregistré</numerusform>
            <numerusform> … %Ln caractères de plus dans le journal enregistré</numerusform>
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
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Exécutions en cours</translation>
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
        <translation>Cette machine</translation>
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
        <translation>Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Planifications</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>Démarrer le pipeline %1…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>Exécuter le processus %1…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Émettre un jeton…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>pas encore démarré</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>démarré avec le serveur</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>démarré parce que la configuration a changé</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>redémarré après&#xa0;: %1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>redémarré parce que sa configuration a changé</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>arrêté avec le serveur</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>retiré de la configuration</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1&#xa0;; attend %2</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1&#xa0;; requis par %2</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1&#xa0;; after_stop s’exécute</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1&#xa0;; a dû être tué au bout de %2 (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>terminé (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>terminé de lui-même (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>terminé avant d’être prêt (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1&#xa0;; %2 échecs de suite dans les %3 s suivant le démarrage, il n’est donc plus relancé&#xa0;: cherchez la cause dans son journal, puis démarrez-le</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>démarré avec le serveur, comme %1 le voulait</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>démarré par %1</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>redémarré par %1</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>porté à %1 par %2</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>arrêté par %1, avant le démarrage du serveur</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>arrêté par %1</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>pas prêt en %1 (ready_timeout)&#xa0;: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>«&#xa0;%1&#xa0;», dont il dépend, a été arrêté</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>«&#xa0;%1&#xa0;», dont il dépend, est en erreur&#xa0;: %2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>tué&#xa0;: limite de mémoire de %1, dont il utilisait %2 Mio</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>tué&#xa0;: limite de mémoire de %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>code de sortie %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>tué par le signal %1 (%2)</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>tué par le signal %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>tué par %1</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>signal&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1 (le disque de «&#xa0;%2&#xa0;» est plein)</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>tué parce qu’il a pris plus de %1</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: %2 (le fichier existe, mais pas l’interpréteur ou le chargeur qu’il nomme)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: %2 (un script commence par une ligne comme #!/bin/sh)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: ses arguments et son environnement sont trop grands ensemble</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: aucun programme de ce nom dans PATH (%2)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>le répertoire de travail «&#xa0;%1&#xa0;» n’existe pas</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>le répertoire de travail «&#xa0;%1&#xa0;» n’est pas un répertoire</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>impossible d’entrer dans le répertoire de travail «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>il signale lui-même son échec (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>aucune ligne contenant «&#xa0;%1&#xa0;» en %2</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>aucune ligne contenant «&#xa0;%1&#xa0;» n’a été affichée</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>il n’a pas signalé READY=1</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>pas encore essayé</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>il n’a pas signalé WATCHDOG=1 depuis %1, depuis %2</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>il n’a rien affiché depuis %1, depuis %2&#xa0;; %3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>il n’a encore rien affiché</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>sa dernière ligne&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1 (%2 fois de suite, depuis %3)</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1 (une fois, depuis %2)</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>rien ne répond sur le port %1</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>le port %1 est tenu par %2, qui n’en fait pas partie</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>le port %1 est tenu par %2</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>le port %1 n’a pas répondu en %2</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>%1 n’a pas répondu en %2</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>%1 répond %2, mais sans «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 répond %2</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>le processus %1 (%2) du composant «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>le processus %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>un processus d’un autre utilisateur</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>interrompu par un redémarrage du serveur</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>annulé par %1</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>Le nœud «&#xa0;%1&#xa0;» a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>%1 tâches sur %2 ont échoué</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>%1 tâches sur %2 ont échoué. %3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>délai de %1 s dépassé</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>a affiché plus de %1 octets, la limite de la sortie d’un nœud</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>l’agent %1 est passé hors ligne&#xa0;; abandonné après %2 nouvelles tentatives</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>cela demande le rôle «&#xa0;%1&#xa0;»&#xa0;; %2 a «&#xa0;%3&#xa0;»</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>Les pipelines sont indisponibles pendant la maintenance.</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>le mode maintenance est actif</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>Les exécutions de pipelines sont bloquées.</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>les exécutions sont bloquées</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>le disque de «&#xa0;%1&#xa0;» n’a plus que %2 Mio et rien de nouveau ne démarre en dessous de %3 (faites-y de la place, ou réglez [limits] free_disk_bytes)</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>Trop de pipelines à la fois. %1 ne sont pas terminés, et [server] capacity en permet %2.</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>%1 processus sont en cours, autant que [limits.pow] connections le permet</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>Composant inconnu</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>Le composant est déjà en marche</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>Le composant est déjà arrêté</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>aucun processus du composant n’est en cours</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>%1 instances&#xa0;: impossible (de 1 à 1000)</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>aucun composant à instances n’a cet identifiant</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>son entrée est fermée&#xa0;; il faut stdin = &quot;open&quot; ou tty = true</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>«&#xa0;%1&#xa0;» n’accepte plus d’entrée</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>«&#xa0;%1&#xa0;» ne lit pas son entrée&#xa0;; %2 octets attendent</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>«&#xa0;%1&#xa0;» a été arrêté avant d’être prêt</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>exécution introuvable</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>pipeline introuvable</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>processus inconnu</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>planification inconnue</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>l’exécution est terminée&#xa0;; l’historique n’est pas réécrit</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>l’exécution est encore en cours&#xa0;; annulez-la d’abord</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>l’exécution est encore en cours</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>le processus est terminé</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>une exécution de cette planification est encore en cours</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>ce client n’est plus connecté</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>aucune boîte noire n’est conservée ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>une boîte noire de ce composant est justement en cours de prise</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>cette boîte noire n’existe pas</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>un job est répété par son agent, pas ici</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>le paramètre %1 manque</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>le paramètre «&#xa0;%1&#xa0;» manque</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>Le graphe est vide.</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>Chaque nœud doit avoir un texte «&#xa0;id&#xa0;» non vide.</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>L’identifiant de nœud «&#xa0;%1&#xa0;» est en double.</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>Le nœud «&#xa0;%1&#xa0;» est d’un type inconnu, «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>Un pipeline ne doit pas avoir de cycle. Trouvé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>Une arête nomme un nœud qui n’existe pas&#xa0;: %1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>Le nœud «&#xa0;%1&#xa0;» (kind=«&#xa0;%2&#xa0;») attend %3 entrée(s)&#xa0;; il en a %4.</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>Les nœuds «&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» auraient la même variable %3.</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>le serveur est en cours d’arrêt</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>le serveur est en cours d’arrêt</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>le serveur n’a pas encore démarré (réessayez)</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>la configuration n’a pas été rechargée, l’ancienne reste&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>Nœud «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1&#xa0;; %2</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH</source>
        <translation>impossible de démarrer «&#xa0;%1&#xa0;»&#xa0;: aucun programme de ce nom dans PATH</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>il y a %1 tâches non terminées, autant que [limits] tasks le permet</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>%1 tâches de plus sont trop&#xa0;: %2 ne sont pas terminées, et [limits] tasks en permet %3</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>il y a %1 expériences non terminées, autant que [limits] experiments le permet</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>il y a %1 jobs non terminés, autant que [limits] jobs le permet</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>il y a %1 agents, autant que [limits] agents le permet</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>il y a %1 instances, autant que [limits] instances le permet</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>il y a %1 projets, autant que [limits] projects le permet</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>trop de questions attendent une réponse ; réessayez dans un instant</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>%1 octets en une fois sont trop (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>la commande est vide</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>l’argument %1 contient un caractère NUL</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>l’argument %1 fait %2 octets&#xa0;; %3 au plus sont possibles</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>projet introuvable</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>le nom est obligatoire</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>le projet par défaut ne peut pas être supprimé</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>l’exécution %1 de ce projet n’est pas terminée&#xa0;; annulez-la d’abord</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>Agent introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>l’agent %1 appartient à l’utilisateur %2 qui l’a enregistré&#xa0;; %3 ne peut pas parler pour lui</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>l’agent %1 est ce serveur lui-même</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>l’agent %1 est ce serveur lui-même&#xa0;; enregistrez-vous sous un autre agentId</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>Aucun agent disponible à qui confier le job</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>Instance introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>l’instance %1 est dans le fichier de configuration du serveur&#xa0;; modifiez-la là</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>l’instance %1 ne peut pas être supprimée tant que son job %2 n’est pas terminé&#xa0;; annulez-le d’abord</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>Job introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>Passage du job introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>le job %1 est déjà terminé&#xa0;: %2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>cette exécution n’est pas un job</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>attend une place&#xa0;: [server] capacity vaut %1</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>Job en file d’attente</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>l’agent %1 est hors ligne&#xa0;; remis en file d’attente (essai %2 sur %3)</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>terminée par le blocage des exécutions</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>rattrapée&#xa0;: rien ne pouvait démarrer à son heure</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>le serveur était arrêté à son heure, ou l’horloge a été avancée au-delà</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>une exécution précédente est encore en cours, et une autre attend déjà</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>une exécution précédente est encore en cours</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>a attendu l’exécution précédente</translation>
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
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tell me</source>
        <translation>Me prévenir</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>Quand un composant échoue</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>Quand une exécution se termine</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>À la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Demander quoi faire</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>Laisser le serveur tourner</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Zone de notification</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Afficher une icône dans la zone de notification</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>Au prochain démarrage, la fenêtre sera dans la langue du système.</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>Au prochain démarrage, la fenêtre sera dans cette langue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>repris</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1, d’habitude %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>encore environ %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>plus long que d’habitude</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>bientôt terminé</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>d’habitude %1, neuf sur dix en %2</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>pas prêt</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>pas démarré</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>Rien n&apos;a encore été démarré.</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>Démarré %1, prêt après %2</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1 ; la plus longue chaîne : %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>À propos de Signalbox</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copier pour un rapport de bogue</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>L’exemple intégré</translation>
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
        <translation>Système</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>Réglages de la fenêtre</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>Maintient des programmes en marche, exécute des pipelines et montre les deux.</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>Copié, en anglais. Le texte contient des chemins de cette machine&#xa0;: relisez-le avant de l’envoyer.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>Aucun agent connu. Les agents d&apos;autres machines s&apos;inscrivent par l&apos;interface REST d&apos;ARK&#xa0;: POST /agents/register.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>Dégradé</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1 (ce serveur)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Disque libre</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu pour la dernière fois</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
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
        <translation>Connexion au serveur…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>Connexion perdue, les données sont périmées.</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>Le serveur n&apos;envoie plus de signal, les données sont périmées.</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>Dernière mise à jour&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>Ce qui est demandé maintenant sera fait dès qu’il répondra à nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>Arrêt de %Ln composant…</numerusform>
            <numerusform>Arrêt de %Ln composants…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>Arrêt du serveur…</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>En prendre une maintenant</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>Noter ce qu’on en voit maintenant</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>Enregistrer cette page dans un fichier</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>Enregistrer la boîte noire</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Fichiers texte (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>Quelle boîte noire est affichée</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>Boîte noire</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>Aucune encore. Quand le composant échoue, ce qu’on en voyait est noté ici : ses processus et ses valeurs, les dernières lignes de son journal et ce que dit le noyau.</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>la dernière saine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>Une ligne pour le processus</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>La sortie apparaît ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>%1 via %2</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Résultat&#xa0;: %1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>L&apos;entrée est fermée&#xa0;; en attente de la fin du processus.</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>Le processus est en cours</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>Envoyer cette ligne au processus</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>Indiquer au processus que plus rien ne viendra</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>Mettre fin au processus immédiatement</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← reçu</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ envoyé</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binaire</translation>
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
        <translation>fermeture</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>Rechercher dans les messages</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>Contenu du message</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>Sélectionnez un message pour le lire en entier.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>Oublier les messages vus jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Exporter les messages</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>Sélectionnez un client pour observer ses échanges</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>Messages de %1</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>Ce client est parti&#xa0;; ses échanges restent ici.</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>En pause, %Ln nouveau message</numerusform>
            <numerusform>En pause, %Ln nouveaux messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>%Ln message arrivé trop vite pour être affiché</numerusform>
            <numerusform>%Ln messages arrivés trop vite pour être affichés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>%Ln message est conservé, le plus récent.</numerusform>
            <numerusform>Les %Ln messages les plus récents sont conservés.</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… tronqué&#xa0;: le message fait %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>%Ln message exporté vers %1</numerusform>
            <numerusform>%Ln messages exportés vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>Rien depuis le début de l’observation. Les messages apparaissent ici dès qu’ils sont envoyés ou reçus ; les champs contenant un mot de passe ou un jeton sont masqués.</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>Figer la liste</translation>
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
        <translation>Dialecte</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>Entrants</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>Sortants</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>File d&apos;envoi</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>Filtrer les clients</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>Afficher les échanges entre le client sélectionné et le serveur</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>%Ln client connecté</numerusform>
            <numerusform>%Ln clients connectés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>Déconnecter %Ln client&#x202f;?</numerusform>
            <numerusform>Déconnecter %Ln clients&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>Aucun client n&apos;est connecté. Les clients se connectent aux adresses de la barre d&apos;état ci-dessous.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Réinitialiser les colonnes</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>Que voulez-vous faire&#xa0;? Tapez-en quelques lettres.</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Commandes correspondantes</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Tous les autres</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>Afficher ou masquer ce qui se trouve dessous</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>Afficher le journal, à la ligne qui explique cet état</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Nouvel essai dans %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>Actif depuis %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis %1</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Jamais démarré</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>Plus de nouvel essai, depuis %1</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>Tué dans %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU et mémoire</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU, pourcentage d&apos;un cœur</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Jamais démarré</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nouvel essai dans %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>Nécessite %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Nécessaire à %1</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>Sélectionnez un composant pour voir son journal, ses valeurs et la raison de son état.</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>Tuer maintenant tous ses processus au lieu d&apos;attendre</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Dépendances</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>Dernier démarrage</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>Graphe des composants</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>Aucun composant ne dépend d&apos;un autre : depends_on dans la configuration.</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>tué dans %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>Ouvrir dans un navigateur là où il écoute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln processus</numerusform>
            <numerusform>%Ln processus</numerusform>
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
            <numerusform>%Ln fichier ouvert</numerusform>
            <numerusform>%Ln fichiers ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>%1 lus, %2 écrits</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>écoute sur %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>Boîtes noires</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>Le dernier démarrage</translation>
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
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Actif depuis</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Redémarrages</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>Filtrer les composants</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>Démarrer, arrêter ou redémarrer tous les composants</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>N&apos;afficher que ceux-ci</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Arrêter %1 ?</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>Nécessaire à %1</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>Arrêter d&apos;abord ceux-ci</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>L&apos;arrêter seul</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>Tuer %Ln composant ?</numerusform>
            <numerusform>Tuer %Ln composants ?</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>Combien d&apos;instances de %1 s&apos;exécutent, jusqu&apos;à l&apos;arrêt du serveur :</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>Aucun composant n&apos;est configuré. Les composants sont les programmes que le serveur maintient en marche&#xa0;: [[component]] dans son fichier de configuration.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>N’afficher que ceux-ci, ou de nouveau tous</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Rien ne correspond au filtre.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>Le serveur n&apos;écoute nulle part. Ajoutez un [[listener]] à sa configuration.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>Clients par dialecte</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>Filtrer les événements</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>Seulement ce qui a mal tourné</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>À propos de tout</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Entre…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>Par quiconque</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>Par la fenêtre</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>Par une planification</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>De lui-même</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Concerne</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Via</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>Exporter les événements</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>%Ln événement exporté vers %1</numerusform>
            <numerusform>%Ln événements exportés vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>Plus anciens</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>Montrer ce qui s’est passé avant la première ligne</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>Les événements plus anciens sont illisibles : %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>il y en a de plus anciens</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>Rien ne s’est encore passé. Le serveur note ce qui commence, échoue et se termine, et qui a fait quoi, par quel protocole et d’où.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>Écrire une configuration…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>Écrire l&apos;exemple avec ses commentaires dans un fichier, que vous pourrez modifier</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>Ouvrir le fichier de configuration</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Ne plus montrer ceci</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Aucun programme ne l&apos;ouvre. Ouvrez-le avec votre éditeur : %1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>Votre configuration est dans %1. L&apos;exemple intégré continue jusqu&apos;au prochain démarrage.</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>Ceci est l&apos;exemple intégré : des programmes de cette machine qui font un petit travail réel.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>Indisponible&#xa0;: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>Aucune tâche pour l&apos;instant. Une ligne par nœud ou jeu de paramètres apparaît dès que l&apos;exécution est planifiée.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>Sélectionnez une exécution pour voir ses nœuds, leur sortie et la raison de sa fin.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progression de %1</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>%1 de %2 via %3</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>début %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>attente %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>création %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>tâches terminées&#xa0;: %1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln en échec</numerusform>
            <numerusform>%Ln en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:
%2</source>
        <comment>name, value</comment>
        <translation>%1&#xa0;:
%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Catalogue entry</source>
        <translation>Entrée du catalogue</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Autres détails</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>Montrer ce qu’il a affiché</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln annulée</numerusform>
            <numerusform>%Ln annulées</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>Nom ou ID d&apos;exécution</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Tous les types</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>Tous les propriétaires</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>Toutes les sources</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Dernière heure</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
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
        <translation>Exécutions</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>%Ln exécution au total</numerusform>
            <numerusform>%Ln exécutions au total</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>chargement…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>les plus anciennes sont indisponibles&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln en cours</numerusform>
            <numerusform>%Ln en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln exécution correspond</numerusform>
            <numerusform>%Ln exécutions correspondent</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>Aucune exécution pour l&apos;instant. Démarrez un pipeline ci-dessus, ou laissez un client en démarrer un&#xa0;: les pipelines, appels de processus, expériences et jobs de tous les dialectes sont listés ici et conservés.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>Échec de l&apos;export vers %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>Vus</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>Les retirer de cette page, pour tout le monde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln exécution a échoué</numerusform>
            <numerusform>%Ln exécutions ont échoué</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1 (%Ln fois)</numerusform>
            <numerusform>%1 (%Ln fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>Rechercher dans tous les journaux et toutes les sorties</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>Lignes trouvées</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>La recherche continue</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Rien trouvé.</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>Parcourt les journaux des composants et ce que les exécutions affichent, aussi loin que le serveur les conserve. Entrée ou un double-clic mène à une ligne dans son journal.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>Plus de %Ln trouvée&#xa0;: la recherche est terminée</numerusform>
            <numerusform>Plus de %Ln trouvées&#xa0;: la recherche est terminée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>%Ln ligne trouvée</numerusform>
            <numerusform>%Ln lignes trouvées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>les plus récentes de chaque journal sont listées&#xa0;: %Ln</numerusform>
            <numerusform>les plus récentes de chaque journal sont listées&#xa0;: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>dans %Ln journal</numerusform>
            <numerusform>dans %Ln journaux</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>%L1 lignes parcourues en %2 s</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>En créer un</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>Écrire une configuration</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>Ce qui tourne est l&apos;exemple intégré. Son texte, avec des commentaires qui l&apos;expliquent, est écrit dans
%1
pour que vous le modifiiez. Son utilisateur %2 reçoit ce mot de passe :</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>Un mot de passe de seize caractères que personne ne devine</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Le même encore</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L&apos;ouvrir</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>Aucun programme ne l&apos;ouvre. Ouvrez-le avec votre éditeur : %1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 existe déjà et reste tel quel.</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>Tout le monde essaie celui-là en premier. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>%1 est écrit. Signalbox le lit à partir de son prochain démarrage : modifiez ce que vous voulez, puis quittez et redémarrez.</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>Notez le mot de passe : il n&apos;est montré que cette fois, et le fichier ne contient que son empreinte.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
        <translation>%1, erreurs</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>après %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>Dans le journal de</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message>
        <source>Run a graph from a file</source>
        <translation>Exécuter un graphe d&apos;un fichier</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>Un fichier avec un graphe (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>Choisir le fichier du graphe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>Comment s&apos;écrit un tel fichier</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>Du JSON avec une liste de nœuds et une liste d&apos;arêtes.</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>Un nœud a un « id » à lui, un « kind », qui est un [[kind]] de la configuration et a la commande, et des « params » pour elle.</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>Une arête fait de la sortie de sa « source » une entrée de sa « target », dans l&apos;ordre des arêtes.</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>Les sorties des nœuds que rien ne suit sont le résultat.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>« kinds » de ce serveur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>%Ln entrée</numerusform>
            <numerusform>%Ln entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>%Ln entrée ou plus</numerusform>
            <numerusform>%Ln entrées ou plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>%1 à %2 entrées</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>paramètres : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>Aucun : ajoutez un [[kind]] au fichier de configuration et rechargez-le.</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>Graphes (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu : %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>%Ln nœud</numerusform>
            <numerusform>%Ln nœuds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln arête</numerusform>
            <numerusform>%Ln arêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Non lu : %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>Graphe des nœuds</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>Aucun nœud pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Plus petit (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Plus grand (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Tout montrer (0)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>Graphique. Plus et moins règlent le zoom, les flèches déplacent, Début affiche le plus récent.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>%1 à %2</translation>
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
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>Occurrences seules</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>Aucune sortie pour l&apos;instant. Les lignes apparaissent ici dès que le composant les écrit.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 et au-delà</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Niveau minimal affiché</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln ligne</numerusform>
            <numerusform>%Ln lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>Nombre de lignes conservées</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horodatage</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>Enregistrer tout le journal…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>Fichiers journaux (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>%Ln ligne est arrivée trop vite pour être affichée&#xa0;; elle figure dans le journal enregistré.</numerusform>
            <numerusform>%Ln lignes sont arrivées trop vite pour être affichées&#xa0;; elles figurent dans le journal enregistré.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>Les lignes antérieures sont indisponibles&#xa0;: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln nouvelle ligne</numerusform>
            <numerusform>%Ln nouvelles lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>Aucun résultat dans les lignes affichées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln ligne correspond</numerusform>
            <numerusform>%Ln lignes correspondent</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>Résultat %L1 sur %L2</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>Niveau minimal affiché. Les lignes de l’erreur standard sans niveau sont toujours affichées : ce peuvent être des erreurs.</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>Affichage des lignes</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>Rien n’a encore été affiché. Les lignes apparaissent ici dès qu’elles sont produites.</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>Les sorties n’ont pas d’heures&#xa0;: ce qui a été affiché avant figure au début de son nœud.</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>Cette ligne n’est plus dans le journal.</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>Lignes plus anciennes, autour de celle sélectionnée. La fin ramène aux plus récentes.</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>Enregistrer les lignes affichées…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Erreurs seulement</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>Filtrer les journaux</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>Nœuds d’exécutions</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>Journaux à afficher ensemble</translation>
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
        <translation>Journal</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>Suit la ligne la plus récente. Défiler vers le haut interrompt le suivi, Fin le reprend.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>Le niveau ou « Occurrences seules » masque toutes les lignes.</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>Le niveau ou « Occurrences seules » masque toutes les lignes. Certaines n’indiquent aucun niveau : elles peuvent être n’importe quoi.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>Cochez les journaux que vous voulez voir ensemble&#xa0;: leurs lignes apparaissent ici, fusionnées selon l’heure. Entrée ou un double-clic mène à une ligne dans son propre journal.</translation>
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
        <translation>Réinitialiser la disposition&#xa0;?</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>Les volets, les colonnes et leur tri, les groupes repliés et la taille de la fenêtre redeviennent ce qu’ils étaient au premier démarrage. Les filtres restent.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>Figer les graphiques&#xa0;; les mesures continuent</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>Faites glisser pour déplacer, Ctrl et la molette pour zoomer, double-clic pour suivre à nouveau le plus récent.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
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
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>Afficher le plus récent sur la durée choisie</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Image (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>Exporter les graphiques</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Images (*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tableau (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Exporter les valeurs</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exporté vers %1</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>Composant sur les graphiques du processeur et de la mémoire</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>Superposer au processeur et à la mémoire :</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Aucun composant</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>Bloquer maintenant</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>Fonctionnement normal</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>Bloquer les exécutions</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>Tout peut être démarré.</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>Rien de nouveau ne peut être démarré&#xa0;; ce qui est en cours va à son terme. Les clients Alger qui essaient reçoivent la réponse 399.</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>Les laisser continuer</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Mode&#xa0;: %1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>Cela ne met plus fin à rien.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>Rien de nouveau ne peut être démarré, et les pipelines en cours ou en attente sont arrêtés immédiatement. Les clients Alger en sont avertis par le code 398. Les composants continuent.</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>Cela met fin à %Ln pipeline</numerusform>
            <numerusform>Cela met fin à %Ln pipelines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>Aller à la ligne la plus récente et suivre la suite</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Notifier</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>component</comment>
        <translation>%1 a échoué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>execution, state</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how many</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions ended</source>
        <translation>
            <numerusform>%Ln exécution terminée</numerusform>
            <numerusform>%Ln exécutions terminées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 est dégradé</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>Enregistrer la sortie…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>Enregistrer toute cette sortie dans un fichier</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>Origine de la sortie affichée</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>Enregistrer la sortie</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>Nœud %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>Résultat&#xa0;: sortie des derniers nœuds</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>La sortie apparaît ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>Aucune sortie&#xa0;: rien n&apos;a été écrit, ou le démarrage n&apos;a jamais eu lieu.</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>Aucune sortie pour l&apos;instant.</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>%1, dont %2 omis&#xa0;; enregistrez pour tout voir.</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>Ce qui en est affiché</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>Sortie et erreurs, dans l’ordre d’arrivée</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>En direct&#xa0;: sortie sans erreurs</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>Suit la ligne la plus récente. Défiler vers le haut interrompt le suivi, Ctrl+Fin le reprend.</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[%1 omis ici]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>Aucun composant n&apos;est configuré. Ajoutez un [[component]] avec sa commande au fichier de configuration et rechargez-le&#xa0;: le serveur le maintient alors en marche.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d&apos;ensemble</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>Aucun composant n&apos;est configuré. Ajoutez un [[component]] avec sa commande à %1 et rechargez ce fichier&#xa0;: le serveur le maintient alors en marche.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>non utilisés</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>ajoutés à la fin</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>dans la commande</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>Rôle requis</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>Filtrer les processus</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>Aucun appel n&apos;est ouvert. Exécutez un processus, ou observez l&apos;appel d&apos;un client&#xa0;: sa sortie apparaît ici, et vous pouvez lui écrire.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>Séparés par des espaces&#xa0;; mettez entre &quot;guillemets&quot; ce qui en contient.</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>Appels en cours</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>Aucun appel n&apos;est en cours. Les appels de cette fenêtre et de tous les clients apparaissent ici tant qu&apos;ils durent.</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>Sélectionnez un processus</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>Paramètres de %1</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>Paramètres (sa commande n&apos;en utilise pas)</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>Appeler le processus sélectionné</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>Observer l&apos;appel sélectionné</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>Fermer l&apos;onglet de cet appel&#xa0;; l&apos;appel continue</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>Aucun processus n&apos;est configuré. Les processus sont ce que les clients peuvent appeler via pow-1&#xa0;: [[process]] dans le fichier de configuration.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>Rien n&apos;est en cours. Les pipelines, processus, expériences et jobs apparaissent ici avec leur progression dès qu&apos;un client en démarre un.</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>Toutes les exécutions</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>Exécutions en cours</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>%1, %2 via %3</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Progression de %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>Non enregistré&#xa0;: la connexion a été perdue.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Non enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>Enregistrement : %1 jusqu’ici</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>Enregistré dans %2 : %1</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>Non enregistré dans %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>Sauté</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Démarrer %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Processus %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Lance</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochaine exécution</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière exécution</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>Filtrer les planifications</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Planifications</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>Aucune planification n&apos;est configurée. Les planifications lancent pipelines, processus et composants à l&apos;heure dite&#xa0;: [[schedule]] dans le fichier de configuration.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerHealth</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The server stopped reporting</source>
        <translation>Le serveur ne donne plus de nouvelles</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>Pas de connexion au serveur</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>Recharger la configuration</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>Relire le fichier de configuration&#xa0;; les clients restent connectés, et un fichier erroné ne change rien</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>Points d&apos;écoute</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>Le serveur n&apos;écoute nulle part. Ajoutez un [[listener]] à sa configuration.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>Aucun utilisateur n&apos;est configuré&#xa0;: tout le monde est anonyme. Ajoutez un [[user]] avec un mot de passe et des rôles au fichier de configuration.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>Le serveur n&apos;a pas communiqué ses limites.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>Rechargée à %1.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>Appliqué : %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>Au prochain démarrage : %1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>Rien n’avait changé.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>Copier le chemin&#xa0;: %1</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Ce serveur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>le fichier de configuration</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>le dossier de données</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>%1 sur %2</translation>
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
            <numerusform>%Ln pipeline à la fois</numerusform>
            <numerusform>%Ln pipelines à la fois</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>L&apos;exemple intégré</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>chiffré (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1, depuis %2</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>Émettre un jeton…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>Laisser un programme entrer comme l&apos;un de ces utilisateurs, pour un temps</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>non chiffré</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>à l&apos;écoute</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
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
        <translation>Démarrer un pipeline</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>Aucun pipeline n&apos;est configuré. Ajoutez un [[pipeline]] au fichier de configuration et rechargez-le.</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>Nœuds&#xa0;: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>Nom du paramètre %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>par défaut&#xa0;: %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>Valeur du paramètre %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valeur de %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● Non connecté</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● Périmé</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>Aucun point d&apos;écoute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>Dernier signal il y a %1</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>Aucun signal reçu</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>Montrer de quoi il s’agit</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>Afficher les clients</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>Afficher les exécutions</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nœud</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Code de sortie</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Copier le jeton</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>Émettre un jeton</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>Un programme qui détient le jeton entre comme cet utilisateur, avec ses droits, jusqu&apos;à expiration&#xa0;: par&#xa0;?token=… dans l&apos;adresse ou par l&apos;en-tête Authorization: Bearer …. Un jeton ne peut pas être repris&#xa0;; mais qui est retiré de la configuration est refusé quand même.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Émettre</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Durée de validité du jeton</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>Pour %1, valable %2. Copiez-le maintenant&#xa0;: il n&apos;est conservé nulle part et ne sera plus affiché.</translation>
    </message>
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
            <numerusform>heure</numerusform>
            <numerusform>heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>jour</numerusform>
            <numerusform>jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>Masquer la fenêtre</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Afficher la fenêtre</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Mode&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>Envoyer cette ligne au composant</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>Une ligne pour le composant</translation>
    </message>
</context>
</TS>
