<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>チャート</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>キーボード一覧</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>この一覧</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>何でも実行…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>あらゆる操作: ページ、コンポーネント、パイプライン、プロセス</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>各ページ</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>終了: サーバーを停止</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>サーバーを停止して閉じる</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>表示中のページで検索または絞り込み</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>表示中のものを保存：ログ、出力、メッセージ、イベント、数値</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>次の部分へ移動 (その中は矢印キーで移動)</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>選択項目のログ、出力、ページを開く</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>並べ替え…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>別の列で並べ替え</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起動</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>選択項目を停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>選択項目を再起動</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>すべて起動</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>すべて再起動</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>パイプラインを開始…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>パイプラインを開始</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>グラフファイルを実行…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>ファイルのグラフを実行</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再実行</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>再実行</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>失敗したノードを再試行</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>失敗したノードから再試行</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>選択したプロセスを実行、または入力した行を呼び出しに送信</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>入力を閉じる</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>呼び出しの入力を閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>呼び出しをキャンセル</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>呼び出しのタブを閉じる</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>選択したクライアントを切断</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>最新の行へ移動して追尾</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>1 行ずつ移動。Shift で複数選択</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>選択した行をコピー</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>次の一致へ</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>前の一致へ</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>拡大・縮小</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>時間軸を移動</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>最新へ移動して追尾</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>今すぐ強制終了</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>選択したもののすべてのプロセスを強制終了</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>インスタンス…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>実行するインスタンスの数</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>入力した行をコンポーネントに送信</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>今すぐ実行</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>再開</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>すべてを検索…</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>すべてのログと出力から文字列を検索</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>ログをまとめて表示</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>選択したもののログを一つの表示で見る</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>長い行の折り返しを切り替える</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Signalbox について</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>レイアウトをリセット…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>実行を表示</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>このスケジュールが開始した実行を表示</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>待ち行列に入れる</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>空きができるまで待ってから開始します</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>絞り込みを解除</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>Signalbox を閉じる</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>ウィンドウを閉じてもサーバーを動かし続けますか？</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>コンポーネント、実行、クライアントはそのまま続きます。トレイのアイコンからウィンドウを再び開けます。停止するとすべて終了します。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>動かし続ける</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>サーバーを停止</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>今後は確認しない</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>サーバーを停止しますか？</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>動作中のものは終了し、クライアントは切断されます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>%Ln 件の実行が終了していません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>%1 を起動</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>すべてのコンポーネントを起動</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントを停止しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 を停止</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>すべてのコンポーネントを停止</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントを再起動しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 を再起動</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>すべてのコンポーネントを再起動</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>すべてのコンポーネントを停止しますか?</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>すべてのコンポーネントを再起動しますか?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントが動作中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>すべて再起動</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>Signalbox を起動できませんでした</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>サーバーを起動しています…</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>強制終了された後は、二重に実行されないよう、以前に起動したものが終わるまで待ちます。</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 を起動しています</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 を停止しています</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 が稼働中です</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 が停止しました</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>%1 は仕事を終えました</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 でエラーが発生しました</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>%1 は失敗し、再試行されません</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 が機能低下しています</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 は正常に戻りました</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>%1 は強制終了されました</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>%1 のインスタンス数が変わりました</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>%1 に入力が送られました</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 が設定から削除されました</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 が開始されました</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>%1 が再び開始されました</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>サーバーが終了したため %1 が中断されました</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 がキャンセルされました</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 が削除されました</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>%1 は開始されませんでした</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>スケジュール %1 が実行されました</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>スケジュール %1 が実行され、失敗しました</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>スケジュール %1 が実行され、取り消されました</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>スケジュール %1 が中断されました</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>スケジュール %1 は実行できませんでした</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>スケジュール %1 はスキップされました</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>スケジュール %1 は逃されました</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>スケジュール %1 が直ちに実行されました</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>スケジュール %1 が一時停止されました</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>スケジュール %1 が有効になりました</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>エージェント %1 が登録されました</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>エージェント %1 が再びオンラインになりました</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>エージェント %1 の機能が低下しています</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>エージェント %1 がオフラインになりました</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>インスタンス %1 が削除されました</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>%1 の接続が閉じられました</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>%1 からのログインが拒否されました</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>%1 の要求は役割で許可されていないため拒否されました</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>サーバーが起動しました</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>サーバーが停止しました</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>サーバーは停止処理なしに終了していました</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>モードが %1 に設定されました</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>設定が再読み込みされました</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>設定は再読み込みされませんでした</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>%1 のトークンが発行されました</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>ディスクの空きが不足しています</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>ディスクに空きが戻りました</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>時計が合わせられました</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>要求が失敗しました</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>プロジェクト %1 が削除されました</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
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
            <numerusform>%1（%2 までに %Ln 回）</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>このウィンドウ</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>%1 のブラックボックスが記録されました</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>%1 の失敗が確認されました</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>失敗が確認されました</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 日 %2 時間</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>component</comment>
        <translation>停止済み</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>起動処理中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>中断</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>通常運転</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>メンテナンス</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>実行強制停止</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>エラー</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントに障害が発生しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln 件の実行が進行中</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>最大でもこの値です。プロセス間で共有されるメモリを Signalbox が読み取れないため、プロセスごとに数えています。</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>不調</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントが機能低下しています</numerusform>
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
            <numerusform>%1、ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln 件が待機中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>%1 行目は JSON ではありません: %2。</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>グラフではありません: &quot;nodes&quot; のリストがありません。</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>リストのノード %1 に &quot;id&quot; がありません。</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>存在しないノードを参照するエッジがあります: %1 → %2</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>エッジに &quot;source&quot; または &quot;target&quot; がありません。</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>ノード %2 の %1</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>ノード %1 に [[pipeline]] で使う &quot;after&quot; があります。グラフファイルでは代わりに &quot;edges&quot; のリストを書きます: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>ノード %1 に &quot;command&quot; があります。グラフファイルにコマンドは書けません。設定にある &quot;kind&quot; を指定すると、そのコマンドが実行されます。</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>ノード %1 に &quot;kind&quot; がありません。</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>エッジ %2 の %1</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>ノード %2 のパラメーター %1 (種類 %3 では使われません)</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>日本語</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … 残り %Ln 文字は保存したログにあります</numerusform>
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
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>クエリ/秒</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>レイテンシ</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>進行中の実行</translation>
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
        <translation>このマシン</translation>
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
        <translation>概要</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>パイプライン %1 を開始…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>プロセス %1 を実行…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>トークンを発行…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>まだ起動していません</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>サーバーとともに起動</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>設定が変わったため起動</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>次のため再び起動: %1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>設定が変わったため再起動</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>サーバーとともに停止</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>設定から削除</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1。%2 を待っています</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1。%2 が必要としています</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1。after_stop を実行中</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1。%2 後に強制終了が必要でした (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>完了 (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>自ら終了 (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>準備完了前に終了 (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1。起動後 %3 秒以内に %2 回続けて失敗したため、再試行しません。ログで原因を調べてから起動してください</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>%1 の希望によりサーバーとともに起動</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>%1 が起動</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>%1 が再起動</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>%2 がインスタンス数を %1 に変更</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>サーバーの起動前に %1 が停止</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>%1 が停止</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>%1 以内に準備が完了しませんでした (ready_timeout): %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>依存先の「%1」が停止されました</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>依存先の「%1」でエラーが発生しました: %2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>強制終了: メモリー上限 %1 に対し %2 MiB を使用</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>強制終了: メモリー上限 %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>終了ステータス %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>シグナル %1 (%2) により終了</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>シグナル %1 により終了</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>%1 が強制終了</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>シグナル: %1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1 (「%2」のディスクがいっぱいです)</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>%1 を超えたため強制終了</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>「%1」を起動できません: %2 (ファイルはありますが、そこに書かれたインタープリターまたはローダーがありません)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>「%1」を起動できません: %2 (スクリプトの先頭行には #!/bin/sh のような記述が必要です)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>「%1」を起動できません: 引数と環境の合計が大きすぎます</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>「%1」を起動できません: PATH (%2) にこのプログラムがありません</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>「%1」を起動できません: %2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>作業ディレクトリー「%1」がありません</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>作業ディレクトリー「%1」はディレクトリーではありません</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>作業ディレクトリー「%1」に入れません: %2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>自ら異常を通知しました (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>%2 以内に「%1」を含む行が出力されませんでした</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>「%1」を含む行が出力されていません</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>READY=1 が通知されていません</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>まだ試していません</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>%2 から %1 の間 WATCHDOG=1 が通知されていません</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>%2 から %1 の間何も出力していません。%3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>まだ何も出力していません</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>最後の行: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1 (%3 から %2 回連続)</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1 (1 回、%2 から)</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>ポート %1 で応答がありません</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>ポート %1 は %2 が使用しており、このコンポーネントのものではありません</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>ポート %1 は %2 が使用しています</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>ポート %1 が %2 以内に応答しませんでした</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>%1 が %2 以内に応答しませんでした</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>%1 は %2 を返しましたが「%3」がありません</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 は %2 を返しました</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>コンポーネント「%3」のプロセス %1 (%2)</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>プロセス %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>別のユーザーのプロセス</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>サーバーの再起動により中断</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>%1 がキャンセル</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>ノード「%1」が失敗しました: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>%2 件中 %1 件のタスクが失敗</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>%2 件中 %1 件のタスクが失敗。%3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>%1 秒でタイムアウト</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>1 ノードの出力上限 %1 バイトを超えました</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>エージェント %1 がオフラインになりました。%2 回の再試行後に断念しました</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>これにはロール「%1」が必要です。%2 のロールは「%3」です</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>メンテナンス中はパイプラインを利用できません。</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>メンテナンス中です</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>パイプラインの実行は強制停止中です。</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>実行は強制停止中です</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>「%1」のディスクの残りは %2 MiB で、%3 を下回ると新しいものは開始されません (空きを作るか [limits] free_disk_bytes を設定してください)</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>実行中のパイプラインが多すぎます。%1 件が終了しておらず、[server] capacity の上限は %2 件です。</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>%1 個のプロセスが実行中で、[limits.pow] connections の上限です</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>不明なコンポーネントです</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>コンポーネントはすでに実行中です</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>コンポーネントはすでに停止しています</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>このコンポーネントのプロセスは実行されていません</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>インスタンス数 %1 は指定できません (1～1000)</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>この ID のインスタンスを持つコンポーネントはありません</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>入力は閉じています。stdin = &quot;open&quot; または tty = true が必要です</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>「%1」はこれ以上入力を受け付けません</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>「%1」は入力を読んでいません。%2 バイトが待機中です</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>「%1」は準備完了前に停止されました</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>実行が見つかりません</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>パイプラインが見つかりません</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>不明なプロセスです</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>不明なスケジュールです</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>実行は終了しています。履歴は書き換えられません</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>実行中です。先にキャンセルしてください</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>まだ実行中です</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>プロセスは終了しています</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>このスケジュールの実行がまだ続いています</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>このクライアントはもう接続されていません</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>ブラックボックスは保存されません ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>このコンポーネントのブラックボックスを記録中です</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>そのブラックボックスはありません</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>ジョブはここではなくエージェントが再実行します</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>パラメーター %1 がありません</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>パラメーター「%1」がありません</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>グラフが空です。</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>各ノードには空でない文字列「id」が必要です。</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>ノード ID「%1」が重複しています。</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>ノード「%1」の種類「%2」は不明です。</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>パイプラインに循環があってはなりません。検出: %1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>辺が存在しないノードを参照しています: %1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>ノード「%1」(kind=「%2」) の入力は %3 必要ですが、%4 です。</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>ノード「%1」と「%2」が同じ変数 %3 を使うことになります。</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>サーバーを停止中です</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>サーバーを停止中です</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>サーバーはまだ起動していません (もう一度試してください)</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>設定は再読み込みされず、以前のままです: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 が失敗しました: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>「%1」: %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>ノード「%1」: %2</translation>
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
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH</source>
        <translation>「%1」を起動できません: PATH にこのプログラムがありません</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>終了していないタスクが %1 件あり、[limits] tasks の上限です</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>タスク %1 件は多すぎます: 終了していないものが %2 件あり、[limits] tasks の上限は %3 件です</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>終了していない実験が %1 件あり、[limits] experiments の上限です</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>終了していないジョブが %1 件あり、[limits] jobs の上限です</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>エージェントが %1 個あり、[limits] agents の上限です</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>インスタンスが %1 個あり、[limits] instances の上限です</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>プロジェクトが %1 個あり、[limits] projects の上限です</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>回答待ちの問い合わせが多すぎます。少し待ってからもう一度お試しください</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>一度に %1 バイトは多すぎます (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>コマンドが空です</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>引数 %1 に NUL 文字が含まれています</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>引数 %1 は %2 バイトです。上限は %3 バイトです</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>プロジェクトが見つかりません</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>名前が必要です</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>既定のプロジェクトは削除できません</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>このプロジェクトの実行 %1 が終了していません。先に中止してください</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>エージェントが見つかりません: %1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>エージェント %1 は登録したユーザー %2 のものです。%3 は代行できません</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>エージェント %1 はこのサーバー自身です</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>エージェント %1 はこのサーバー自身です。別の agentId で登録してください</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>ジョブを割り当てられるエージェントがありません</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>インスタンスが見つかりません: %1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>インスタンス %1 はサーバーの設定ファイルで定義されています。そちらで変更してください</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>ジョブ %2 が終わるまでインスタンス %1 は削除できません。先に中止してください</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>ジョブが見つかりません: %1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>ジョブの実行が見つかりません: %1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>ジョブ %1 はすでに終了しています: %2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>この実行はジョブではありません</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>空きを待っています: [server] capacity は %1 です</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>ジョブは待機中です</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>エージェント %1 がオフラインになりました。再び待機中です (再試行 %2/%3)</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>強制停止により終了</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>後から実行: 予定時刻には何も開始できませんでした</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>予定時刻にサーバーが停止していたか、時計がそれより先に進められました</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>前回の実行がまだ続いており、別の実行がすでに待機しています</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>前回の実行がまだ続いています</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>前回の実行を待ちました</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>%1, %2</source>
        <comment>a list and its next</comment>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tell me</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>コンポーネントに障害が発生したとき</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>実行が終了したとき</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>ウィンドウを閉じるとき</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>どうするか確認する</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>サーバーを動かし続ける</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>サーバーを停止する</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>トレイ</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>トレイにアイコンを表示</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>次回の起動からウィンドウはシステムの言語で表示されます。</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>次回の起動からウィンドウは次の言語で表示されます: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1（通常 %2）</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>残り約 %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>通常より長い</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>まもなく完了</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>通常 %1、10 回中 9 回は %2 以内</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>準備未完了</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>まだ何も起動されていません。</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>%1 に開始、%2 後に準備完了</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1、最長の連鎖: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>Signalbox について</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>バグ報告用にコピー</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>組み込みの設定例</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>ウィンドウの設定</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>プログラムを稼働させ続け、パイプラインを実行し、両方を表示します。</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>英語でコピーしました。このマシンのパスが含まれます。送る前に確認してください。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>エージェントはまだありません。他のマシンのエージェントは ARK の REST で登録します: POST /agents/register</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>登録中</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>機能低下</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>オフライン</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1 (このサーバー)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>エージェント</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>ディスクの空き</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>サーバーに接続しています…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>接続が切れました。データは古くなっています。</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>サーバーからの更新が止まりました。データは古くなっています。</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>最終更新: %1</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>いま指示した操作は、サーバーが再び応答したときに実行されます。</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントを停止しています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>サーバーを停止しています…</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>今すぐ記録</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>今見える状態を書き留める</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>このページをファイルに保存</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>ブラックボックスを保存</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>テキストファイル (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>表示するブラックボックス</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>ブラックボックス</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>まだありません。コンポーネントが失敗すると、プロセスと数値、ログの最後の行、カーネルの記録がここに書き留められます。</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>最後の正常時</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1 に保存しました</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>プロセスへ送る行</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>出力されるとここに表示されます。</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>%1、%2 経由</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>拒否されました: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>結果: %1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>入力は閉じられました。プロセスの終了を待っています。</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>プロセスは実行中です</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>この行をプロセスに送信</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>これ以上入力がないことをプロセスに通知</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>プロセスを直ちに終了</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始日時</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← 受信</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ 送信</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>バイナリ</translation>
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
        <translation>クローズ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>メッセージを検索</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>メッセージの内容</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>メッセージを選択すると、全文が表示されます。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>これまでに受け取ったメッセージの表示を消去</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>メッセージをエクスポート</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>クライアントを選択すると、その通信を監視できます</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>%1 のメッセージ</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>このクライアントは切断されました。これまでの通信内容はここに残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>一時停止中、新着メッセージ %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>速すぎて表示できなかったメッセージ: %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>最新のメッセージ %Ln 件を保持します。</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… 以下省略 (メッセージ全体は %1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>メッセージ %Ln 件を %1 にエクスポートしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>監視を始めてからまだ何もありません。メッセージは送受信されるとここに表示されます。パスワードやトークンを含む項目は伏せられます。</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>リストを固定</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsModel</name>
    <message>
        <source>%1/s</source>
        <comment>bytes</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>接続日時</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>購読</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>受信数</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>送信数</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受信量</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>転送速度</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最後のエラー</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>クライアントを絞り込む</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>選択したクライアントとサーバーのやり取りを表示</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>接続中のクライアント %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>%Ln 件のクライアントを切断しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>接続中のクライアントはありません。クライアントは下のステータスバーにあるアドレスに接続します。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>列を元に戻す</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>何をしますか? 名前の一部を入力してください。</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>一致するコマンド</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>その他すべて</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>下の内容を表示または非表示にする</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>この状態の原因を示す行でログを表示</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>再試行まで %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>稼働 %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>未起動</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>再試行しません (%1 から)</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>強制終了まで %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU とメモリ</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>表示期間</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU (1 コアに対する %)</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>未起動</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>再試行まで %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>依存先: %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>依存元: %1</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>コンポーネントを選択すると、ログ、測定値、現在の状態の理由が表示されます。</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>待たずにすべてのプロセスを今すぐ強制終了</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依存関係</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>前回の起動</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>コンポーネントのグラフ</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>他に依存するコンポーネントはありません（設定の depends_on）。</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>強制終了まで %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>待ち受けているアドレスをブラウザーで開く</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln 個のプロセス</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>%Ln 個のスレッド</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>%Ln 個の開いたファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>読み込み %1、書き込み %2</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>%1 で待ち受け</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 日</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>ブラックボックス</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>前回の起動</translation>
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
        <translation>メモリ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>再起動回数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>コンポーネントを絞り込む</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>すべてのコンポーネントを起動、停止、再起動</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>これらだけを表示</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 を停止しますか？</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>依存元: %1</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>先にこれらを停止</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>これだけを停止</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>%Ln 個のコンポーネントを強制終了しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>サーバーが停止するまで実行する %1 のインスタンスの数:</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>コンポーネントが設定されていません。コンポーネントは、サーバーが稼働させ続けるプログラムです。設定ファイルの [[component]] で定義します。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>これらだけを表示、またはすべてに戻す</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>絞り込み条件に一致するものはありません。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>サーバーはどこでも待ち受けていません。設定に [[listener]] を追加してください。</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>すべてのクライアント</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>方言別クライアント</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>イベントを絞り込む</translation>
    </message>
    <message>
        <source>From</source>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>まで</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>問題のみ</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>すべての対象</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>期間を指定…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>誰でも</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>ウィンドウから</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>スケジュールから</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>By</source>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>経由</translation>
    </message>
    <message>
        <source>From</source>
        <translation>接続元</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>イベントをエクスポート</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>イベント %Ln 件を %1 にエクスポートしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>以前のもの</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>最初の行より前の出来事を表示</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>以前のイベントを読み取れません: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln 件のイベント</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>以前のものがあります</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>まだ何も起きていません。サーバーは開始・失敗・終了と、誰がどのプロトコルでどこから何をしたかを記録します。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>設定ファイルを作成…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>設定例をコメント付きでファイルに書き出し、変更できるようにします</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>設定ファイルを開きます</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>今後は表示しない</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>開けるプログラムがありません。お使いのエディターで開いてください: %1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>設定は %1 にあります。次回の起動までは組み込みの設定例で動作します。</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>これは組み込みの設定例です。このマシンのプログラムが小さな実際の作業をしています。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>利用できません: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>タスクはまだありません。実行が計画されると、ノードまたはパラメーターセットごとに 1 行表示されます。</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>実行を選択すると、ノード、その出力、終了の理由が表示されます。</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 の進捗</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>%1、%2、%3 経由</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>開始 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>所要時間 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>経過 %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>待ち時間 %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>作成 %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>タスク %1/%2 完了</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>失敗 %Ln 件</numerusform>
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
        <translation>カタログ項目</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>出力を表示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 件取り消し</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>名前または実行 ID</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>すべての状態</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>すべての所有者</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>すべての接続元</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
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
        <translation>実行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>全 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>これより古い実行は利用できません: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln 件進行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln 件の実行が一致</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>実行はまだありません。上でパイプラインを開始するか、クライアントから開始してください。すべての方言のパイプライン、プロセス呼び出し、実験、ジョブがここに表示され、保存されます。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>%1 にエクスポートできませんでした: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>全員のこのページから外す</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln 件の実行が失敗しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1（%Ln 回）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>すべてのログと出力を検索</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>見つかった行</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>検索しています</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>コンポーネントのログと実行の出力を、サーバーが保持している範囲で検索します。Return キーかダブルクリックで、その行がログで開きます。</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>%Ln 行を超えたため、検索を終えました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>%Ln 行が見つかりました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>各ログの新しいものを表示しています: %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>%Ln 件のログ</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>%L1 行を %2 秒で検索</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>設定ファイルの作成</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>現在動作しているのは組み込みの設定例です。説明のコメントを付けた内容を
%1
に書き出し、変更できるようにします。ユーザー %2 のパスワードを決めてください:</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>推測されない 16 文字のパスワード</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>もう一度同じもの</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>開けるプログラムがありません。お使いのエディターで開いてください: %1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>2 つが一致しません。</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 はすでに存在するため、変更しません。</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>誰もが最初に試すパスワードです。別のものにしてください。</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>%1 を作成しました。Signalbox は次回の起動から読み込みます。必要な箇所を変更し、終了してから起動し直してください。</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>パスワードを控えてください。表示されるのは今だけで、ファイルにはハッシュしかありません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
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
        <translation>%1（エラー出力）</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>%1 以降</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message>
        <source>Run a graph from a file</source>
        <translation>ファイルからグラフを実行</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>グラフのファイル (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>グラフのファイルを選択</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>ファイルの書き方</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>ノードのリストとエッジのリストを持つ JSON です。</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>ノードには固有の &quot;id&quot;、コマンドを持つ設定の [[kind]] を指す &quot;kind&quot;、それに渡す &quot;params&quot; があります。</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>エッジは &quot;source&quot; の出力を &quot;target&quot; の入力にします。順序はエッジの順です。</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>後に続くもののないノードの出力が結果です。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>このサーバーの種類</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>入力 %Ln 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>入力 %Ln 個以上</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>入力 %1〜%2 個</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>パラメーター: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>ありません。設定ファイルに [[kind]] を追加して再読み込みしてください。</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>グラフ (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み取れません: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>ノード %Ln 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>エッジ %Ln 本</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>読み取られないもの: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>ノードのグラフ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>ノードはまだありません。</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>縮小 (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>拡大 (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>全体を表示 (0)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>チャート。プラスとマイナスのキーで拡大・縮小、矢印キーで移動、Home キーで最新を表示します。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>%1 (%2)</translation>
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
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>一致行のみ</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>まだ出力はありません。コンポーネントが出力すると、ここに表示されます。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>すべてのレベル</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>表示する最低レベル</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>保持する行数</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>ログ全体を保存…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>ログファイル (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>%Ln 行は速すぎて表示できませんでした。保存したログには含まれます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>これより前の行は利用できません: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>新しい行 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>表示中の行に一致するものはありません</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln 行が一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>%L2 件中 %L1 件目</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>表示する最低レベル。レベルを示さない標準エラー出力の行は、エラーの可能性があるため常に表示されます。</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>行の表示方法</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>まだ何も出力されていません。出力された行がここに表示されます。</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>出力には時刻がありません。以前に出力されたものは、ノードの開始時刻に表示されます。</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>その行はもうログにありません。</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>選択した行の前後の古い行です。末尾まで進むと最新の行に戻ります。</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>表示中の行を保存…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>エラーのみ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>ログを絞り込む</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>コンポーネント</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>実行のノード</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>まとめて表示するログ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>call, time</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>node, execution, time</comment>
        <translation>%1、%2（%3）</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>最新の行を追尾します。上にスクロールすると追尾を止め、End キーで再開します。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>レベルまたは「一致行のみ」によりすべての行が隠れています。</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>レベルまたは「一致行のみ」によりすべての行が隠れています。レベルを示さない行もあり、その内容は判断できません。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>まとめて</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>すべてを検索</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>まとめて見たいログにチェックを付けると、各行が時刻順に混ぜて表示されます。Return キーかダブルクリックで、その行が元のログで開きます。</translation>
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
        <translation>レイアウトをリセットしますか?</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>ペイン、列とその並び順、折りたたんだグループ、ウィンドウの大きさが初回起動時の状態に戻ります。絞り込みはそのままです。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>チャートの更新を止めます。測定は続きます</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>ドラッグで移動、Ctrl キーとホイールで拡大・縮小、ダブルクリックで最新の追尾に戻ります。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1を表示</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>選択した期間で最新を表示</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>画像 (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>チャートをエクスポート</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表 (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>測定値をエクスポート</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>%1 にエクスポートしました</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 日</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>CPU とメモリのチャートに重ねるコンポーネント</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>CPU とメモリに重ねる:</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>今すぐ強制停止</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>通常運転</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>メンテナンス</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>実行を強制停止</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>すべて開始できます。</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>新しい実行は開始できません。実行中のものは最後まで続きます。開始しようとした Alger クライアントには 399 を返します。</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>モード: %1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>終了するものはもうありません。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>新しい実行は開始できず、実行中および待機中のパイプラインは直ちに終了します。Alger クライアントには 398 で通知します。コンポーネントは稼働を続けます。</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>パイプライン %Ln 件が終了します</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>最新へ</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>最新の行へ移動して追尾</translation>
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
        <translation>%1 に障害が発生しました</translation>
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
            <numerusform>%Ln 件の実行が終了しました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 が機能低下しています</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>出力を保存…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>この出力全体をファイルに保存</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>表示する出力の対象</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>出力を保存</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>ノード %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>結果: 最後のノードの出力</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>出力されるとここに表示されます。</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>何も出力されませんでした。</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>出力はありません。何も出力しなかったか、開始されませんでした。</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>まだ出力はありません。</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>%1、うち %2 を省略。すべて見るには保存してください。</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>表示する内容</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>出力とエラー（届いた順）</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>ライブ: 出力 (エラーなし)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>最新の行を追尾します。上にスクロールすると追尾を止め、Ctrl+End で再開します。</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[ここで %1 省略]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>コンポーネントが設定されていません。設定ファイルに [[component]] とそのコマンドを追加して再読み込みすると、サーバーが稼働させ続けます。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>コンポーネントが設定されていません。%1 に [[component]] とそのコマンドを追加して再読み込みすると、サーバーが稼働させ続けます。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>末尾に追加</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>コマンド内</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>必要なロール</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>プロセスを絞り込む</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>開いている呼び出しはありません。プロセスを実行するか、クライアントの呼び出しを監視すると、その出力がここに表示され、入力もできます。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>スペースで区切り、スペースを含むものは &quot;引用符&quot; で囲みます。</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>進行中の呼び出し</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>進行中の呼び出しはありません。このウィンドウとすべてのクライアントの呼び出しが、実行中の間ここに表示されます。</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>プロセスを選択</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>%1 のパラメーター</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>パラメーター (このコマンドでは使いません)</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>選択したプロセスを呼び出す</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>選択した呼び出しを監視</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>この呼び出しのタブを閉じます。呼び出しは続きます</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>プロセスが設定されていません。プロセスは、クライアントが pow-1 経由で呼び出せるものです。設定ファイルの [[process]] で定義します。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>実行中のものはありません。クライアントがパイプライン、プロセス、実験、ジョブを開始すると、進捗がここに表示されます。</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>すべての実行</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>進行中の実行</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>%1、%2、%3 経由</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 の進捗</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>保存されませんでした: 接続が切れました。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存されませんでした: %1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>保存中: これまでに %1</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>%1 を %2 に保存しました</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>%1 に保存できませんでした: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>中断</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>未実行</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 を起動</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 を再起動</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 を停止</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>パイプライン %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>プロセス %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>%1 後</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時期</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>開始するもの</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>次回</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>前回</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>スケジュールを絞り込む</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>スケジュールが設定されていません。スケジュールはパイプライン、プロセス、コンポーネントを時刻に従って開始します: 設定ファイルの [[schedule]]。</translation>
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
        <translation>サーバーからの報告が途絶えました</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>サーバーに接続していません</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>すべて正常です</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>設定を再読み込み</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>設定ファイルを読み直します。クライアントの接続は保たれ、ファイルに誤りがあれば何も変わりません</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>リスナー</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>サーバーはどこでも待ち受けていません。設定に [[listener]] を追加してください。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>ユーザーが設定されていないため、全員が匿名です。設定ファイルにパスワードとロールを指定した [[user]] を追加してください。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>制限</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>サーバーから制限値が通知されていません。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>%1 に再読み込みしました。</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>適用済み: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>次回の起動時: %1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>変更はありませんでした。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>%1のパスをコピー</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>このサーバー</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>稼働時間</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>処理能力</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>%1 (ホスト %2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>ワーカー %Ln 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipelines at once</source>
        <translation>
            <numerusform>パイプライン同時 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>組み込みの設定例</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>暗号化 (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1 (%2 から)</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>トークンを発行…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>プログラムがこのいずれかのユーザーとして一定期間接続できるようにします</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>暗号化なし</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>待ち受け中</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, what it has</comment>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StartDialog</name>
    <message>
        <source>Start a pipeline</source>
        <translation>パイプラインを開始</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>パイプライン</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>パイプラインが設定されていません。設定ファイルに [[pipeline]] を追加して再読み込みしてください。</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>ノード: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>パラメーター %1 の名前</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>既定値 %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>パラメーター %1 の値</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 の値</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● 未接続</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● データが古い</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>リスナーなし</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>クライアント %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>最後のティック: %1前</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>ティック未受信</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>何のことかを表示する</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>クライアントを表示する</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>実行を表示する</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>終了コード</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>トークンをコピー</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>トークンを発行</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>トークンを持つプログラムは、有効期限までこのユーザーとして、その権限で接続できます。アドレスに ?token=… を付けるか、ヘッダー Authorization: Bearer … を使います。トークンは取り消せませんが、設定から外されたユーザーは拒否されます。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>トークンの有効期間</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>%1 用、有効期間 %2。今すぐコピーしてください。どこにも保存されず、再び表示されることはありません。</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>日</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>ウィンドウを隠す</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>モード: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>この行をコンポーネントに送信</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>コンポーネントへの行</translation>
    </message>
</context>
</TS>
