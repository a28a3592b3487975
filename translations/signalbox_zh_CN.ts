<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>键盘快捷键一览</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>显示此快捷键一览</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>执行任意操作…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>任意操作：页面、组件、流水线、进程</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>各页面</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>退出：停止服务器</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>停止服务器并关闭</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>在当前页面中搜索或筛选</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>保存所显示的内容：日志、输出、消息、事件、数值</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>转到下一区域；方向键在区域内移动</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>打开所选项：其日志、输出或页面</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>排序方式…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>按其他列排序</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>停止所选项</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>重启所选项</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>全部启动</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>全部重启</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>复制其命令</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>启动流水线…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>启动流水线</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>运行节点图文件…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>运行文件中的节点图</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>重试失败节点</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>从失败节点开始重试</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>复制其 ID</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>运行所选进程；将输入的行发送给调用</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>关闭输入</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>关闭调用的输入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>取消调用</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>关闭调用的标签页</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>断开所选客户端</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>转到最新一行并跟随</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>逐行移动；按住 Shift 可选择多行</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制所选的行</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>转到下一个匹配项</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>转到上一个匹配项</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>沿时间轴移动</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>转到最新数据并跟随</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>立即终止</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>终止所选项的所有进程</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>实例…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>运行多少个实例</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>将输入的行发送给组件</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>立即运行</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>节点图</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>全局查找…</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>在所有日志和输出中查找文本</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>合并日志</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>在一个视图中显示所选项的日志</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>长行换行或不换行</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示全图</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>重置布局…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>显示该计划启动的执行</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>等待，一有空位就启动</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>关闭 Signalbox</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>关闭窗口后让服务器继续运行吗？</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>组件、执行和客户端会继续运行；点击托盘图标可重新打开窗口。停止则会结束这一切。</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>停止服务器吗？</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>正在运行的都会被结束，客户端会断开连接。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>有 %Ln 个执行尚未结束。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>启动所有组件</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>停止 %Ln 个组件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>停止所有组件</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>重启 %Ln 个组件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>重启所有组件</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>停止所有组件？</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>重启所有组件？</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>%Ln 个组件正在运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>全部重启</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>Signalbox 无法启动</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>服务器正在启动…</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>被强制结束后，它会等待之前启动的程序全部结束，以免任何程序重复运行。</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>%1 正在启动</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 正在停止</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>%1 正在运行</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 已停止</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>%1 已完成工作</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 出错</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>%1 失败且不再重试</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 已降级</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>%1 已恢复正常</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>%1 已被强制终止</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>%1 的实例数已更改</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>已向 %1 输入内容</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>%1 已从配置中移除</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>%1 已启动</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>%1 已再次启动</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>%1 因服务器退出而中断</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 已取消</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 已删除</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>%1 未启动</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>计划 %1 已运行</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>计划 %1 运行失败</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>计划 %1 运行后被取消</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>计划 %1 被中断</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>计划 %1 无法运行</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>计划 %1 已跳过</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>计划 %1 已错过</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>计划 %1 已立即运行</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>计划 %1 已暂停</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>计划 %1 已启用</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>代理程序 %1 已注册</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>代理程序 %1 重新上线</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>代理程序 %1 已降级</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>代理程序 %1 已离线</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>实例 %1 已移除</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>%1 的连接已关闭</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>来自 %1 的登录被拒绝</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>%1 的请求被拒绝，其角色不允许</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>服务器已启动</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>服务器曾未经停止而结束</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>模式已设为 %1</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>配置已重新加载</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>配置未重新加载</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>已为 %1 签发令牌</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>磁盘空间已恢复</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>时钟已调整</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>请求失败</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>项目 %1 已删除</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理程序</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times until %2)</source>
        <comment>event, time</comment>
        <translation>
            <numerusform>%1（至 %2 共 %Ln 次）</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>计划任务</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>已记录 %1 的黑匣子</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>已查看 %1 的失败</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>失败已被查看</translation>
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
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
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
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>错误</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>正常运行</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>执行已叫停</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>错误</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>%Ln 个组件出现故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>%Ln 个执行正在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>最多为此值：Signalbox 无权读取各进程共享的内存，因此共享部分在每个进程中都被计入。</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>异常运行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>%Ln 个组件已降级</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 等，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>第 %1 行不是 JSON：%2。</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>这不是节点图：缺少“nodes”列表。</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>列表中的节点 %1 缺少“id”。</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>有一条边指向不存在的节点：%1 → %2</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>有一条边缺少 &quot;source&quot; 或 &quot;target&quot;。</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>节点 %2 的 %1</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>节点 %1 含有 [[pipeline]] 中的“after”。节点图文件改用“edges”列表：{&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}。</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>节点 %1 含有“command”。节点图文件中没有命令：请指定配置中的一个“kind”，由它的命令来运行。</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>节点 %1 缺少“kind”。</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>边 %2 的 %1</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>节点 %2 的参数 %1（其类型 %3 不使用它）</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>简体中文</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … 保存的日志中还有 %Ln 个字符</numerusform>
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
        <translation>内存</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>每秒查询数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>运行中的执行</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
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
        <translation>概览</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>启动流水线 %1…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>运行进程 %1…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>签发令牌…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>尚未启动</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>随服务器启动</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>因配置更改而启动</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>在此之后再次启动：%1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>因其配置更改而重启</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>随服务器停止</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>已从配置中移除</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1；正在等待 %2</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1；%2 需要它</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1；正在运行 after_stop</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1；%2后不得不强制终止 (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>已完成 (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>自行退出 (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>在就绪之前退出 (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1；启动后 %3 秒内连续失败 %2 次，因此不再重试：请在其日志中查明原因，然后再启动</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>按 %1 的要求随服务器启动</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>由 %1 启动</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>由 %1 重启</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>由 %2 调整为 %1 个实例</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>在服务器启动之前由 %1 停止</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>由 %1 停止</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>未能在 %1 内就绪 (ready_timeout)：%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>它所依赖的“%1”已停止</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>它所依赖的“%1”出错：%2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>已终止：内存上限 %1，已使用 %2 MiB</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>已终止：内存上限 %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>退出状态 %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>被信号 %1 (%2) 终止</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>被信号 %1 终止</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>由 %1 强制终止</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>信号：%1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1（“%2”所在的磁盘已满）</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>因用时超过 %1 而被终止</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>无法启动“%1”：%2（文件存在，但它指定的解释器或加载器不存在）</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>无法启动“%1”：%2（脚本的首行需要类似 #!/bin/sh）</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>无法启动“%1”：参数和环境变量合计过大</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>无法启动“%1”：PATH (%2) 中没有此程序</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>无法启动“%1”：%2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>工作目录“%1”不存在</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>工作目录“%1”不是目录</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>无法进入工作目录“%1”：%2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>它自己报告出错 (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>%2 内没有输出包含“%1”的行</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>没有输出包含“%1”的行</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>它尚未报告 READY=1</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>尚未尝试</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>自 %2 起已有 %1 未报告 WATCHDOG=1</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>自 %2 起已有 %1 没有输出；%3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>尚无任何输出</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>最后一行：%1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1（自 %3 起连续 %2 次）</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1（1 次，自 %2 起）</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>端口 %1 无应答</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>端口 %1 被 %2 占用，而它不属于此组件</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>端口 %1 被 %2 占用</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>端口 %1 未在 %2 内应答</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>%1 未在 %2 内应答</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>%1 返回 %2，但不含“%3”</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>组件“%3”的进程 %1 (%2)</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>进程 %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>另一用户的进程</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>因服务器重启而中断</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>由 %1 取消</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>节点“%1”失败：%2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>%2 个任务中有 %1 个失败</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>%2 个任务中有 %1 个失败。%3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>%1 秒后超时</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>输出超过 %1 字节，即单个节点的输出上限</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>代理 %1 已离线；重试 %2 次后放弃</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>这需要角色“%1”；%2 的角色是“%3”</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>维护期间流水线不可用。</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>维护模式已启用</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>流水线执行已叫停。</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>执行已叫停</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>“%1”所在的磁盘剩余 %2 MiB，低于 %3 时不再启动新任务（请腾出空间，或设置 [limits] free_disk_bytes）</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>同时执行的流水线过多。%1 个尚未结束，而 [server] capacity 允许 %2 个。</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>已有 %1 个进程在运行，达到 [limits.pow] connections 的上限</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>未知组件</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>组件已在运行</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>组件已停止</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>该组件没有正在运行的进程</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>不能有 %1 个实例（1 到 1000）</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>没有具有此标识的多实例组件</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>其输入已关闭；需要 stdin = &quot;open&quot; 或 tty = true</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>“%1”不再接受输入</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>“%1”没有读取输入；%2 字节正在等待</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>“%1”在就绪之前被停止</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>未找到该执行</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>未找到该流水线</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>未知进程</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>未知计划</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>该执行已结束；历史不会被改写</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>该执行仍在运行；请先取消</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>该执行仍在运行</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>进程已结束</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>此计划的一次运行仍在进行</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>此客户端已断开连接</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>不保留黑匣子 ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>正在记录此组件的黑匣子</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>没有这样的黑匣子</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>作业由其代理重复执行，不在此处</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>缺少参数 %1</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>缺少参数“%1”</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>图为空。</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>每个节点都必须有非空字符串“id”。</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>节点标识“%1”重复。</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>节点“%1”的类型“%2”未知。</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>流水线不能有环。发现：%1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>边引用了不存在的节点：%1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>节点“%1”(kind=“%2”) 需要 %3 个输入；实际 %4 个。</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>节点“%1”和“%2”会共用变量 %3。</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>服务器正在停止</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>服务器尚未启动（请重试）</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>配置未重新加载，仍使用旧配置：%1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>节点“%1”：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH</source>
        <translation>无法启动“%1”：PATH 中没有此程序</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>有 %1 个任务尚未结束，达到 [limits] tasks 的上限</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>再加 %1 个任务过多：已有 %2 个尚未结束，而 [limits] tasks 允许 %3 个</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>有 %1 个实验尚未结束，达到 [limits] experiments 的上限</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>有 %1 个作业尚未结束，达到 [limits] jobs 的上限</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>有 %1 个代理程序，达到 [limits] agents 的上限</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>有 %1 个实例，达到 [limits] instances 的上限</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>有 %1 个项目，达到 [limits] projects 的上限</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>等待答复的查询过多；请稍后再试</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>一次 %1 字节过多 (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>命令为空</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>参数 %1 含有 NUL 字符</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>参数 %1 长 %2 字节；最多 %3 字节</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>未找到该项目</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>必须填写名称</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>不能删除默认项目</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>此项目的执行 %1 尚未结束；请先取消</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>未找到代理程序：%1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>代理程序 %1 属于注册它的用户 %2；%3 不能代表它</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>代理程序 %1 就是此服务器本身</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>代理程序 %1 就是此服务器本身；请用另一个 agentId 注册</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>没有可分配作业的代理程序</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>未找到实例：%1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>实例 %1 在服务器的配置文件中设定；请在那里更改</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>实例 %1 的作业 %2 未完成前不能删除；请先取消该作业</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>未找到作业：%1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>未找到作业运行：%1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>作业 %1 已结束：%2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>此执行不是作业</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>正在等待空位：[server] capacity 为 %1</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>作业已排队</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>代理程序 %1 已离线；重新排队（第 %2 次重试，共 %3 次）</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>因叫停执行而结束</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>补运行：到点时无法启动任何内容</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>到点时服务器未运行，或时钟被调过了该时刻</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>前一次运行仍在进行，且已有另一次在等待</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>前一次运行仍在进行</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>等待了前一次运行</translation>
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
        <translation>通知我</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>组件出现故障时</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>执行结束时</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>询问如何处理</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>让服务器继续运行</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>在托盘中显示图标</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>下次启动时窗口将使用系统语言。</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>下次启动时窗口将使用此语言：%1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>已沿用</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1，通常 %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>比平常更久</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>通常 %1，九成在 %2 内</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>尚未启动任何组件。</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>%1 启动，%2 后就绪</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1；最长的链：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>关于 Signalbox</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>复制以报告问题</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>内置示例</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>窗口设置</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>保持程序运行、执行流水线，并显示两者。</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>已复制（英文）。其中含有本机路径：发送前请检查。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>代理程序</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>尚无已知的代理程序。其他机器上的代理程序通过 ARK 的 REST 接口注册：POST /agents/register。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>正在注册</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>在线</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>降级</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1（本服务器）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理程序</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>磁盘可用</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次在线</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>正在连接服务器…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>连接已断开，数据已过时。</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>服务器已停止上报，数据已过时。</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>最近更新：%1。</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>现在请求的操作将在服务器重新响应后执行。</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>正在停止 %Ln 个组件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>正在停止服务器…</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>立即记录</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>记下当前可见的状态</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>将此页保存到文件</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>保存黑匣子</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>显示哪个黑匣子</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>黑匣子</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>暂无。组件失败时，会在此记下当时可见的内容：进程与数值、日志的最后几行以及内核信息。</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>最近一次正常状态</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>要发送给进程的一行</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>输出会实时显示在这里。</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>%1，通过 %2</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>已拒绝：%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>输入已关闭，正在等待进程结束。</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>进程正在运行</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>将此行发送给进程</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>告知进程不会再有输入</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>立即结束进程</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← 接收</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ 发送</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>二进制</translation>
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
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>选择一条消息以查看全文。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>清除到目前为止的消息</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>导出消息</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON 行 (*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>选择一个客户端以监视其消息</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>%1 的消息</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>此客户端已断开；其消息仍保留在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>已暂停，有 %Ln 条新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>有 %Ln 条消息来得太快，未能显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>仅保留最新的 %Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… 已截断：完整消息为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>已将 %Ln 条消息导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>自开始监视以来还没有内容。消息在发送和接收时显示在此处；含有密码或令牌的字段会被遮盖。</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>暂停列表</translation>
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
        <translation>方言</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>连接时刻</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>入站</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>出站</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近错误</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>筛选客户端</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>显示所选客户端与服务器之间的消息</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>已连接 %Ln 个客户端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>断开 %Ln 个客户端？</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>没有已连接的客户端。客户端连接到下方状态栏中的地址。</translation>
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
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>您想做什么？输入几个字即可查找。</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>显示或隐藏下方内容</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>显示日志，并定位到说明此状态的那一行</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>将在 %1后重试</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>从未启动</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>自 %1 起不再重试</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>将在 %1后终止</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU 和内存</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU，单核百分比</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>从未启动</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>将在 %1后重试</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>依赖 %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>被 %1 依赖</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>选择一个组件，以查看其日志、指标和当前状态的原因。</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>不再等待，立即终止其所有进程</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依赖关系</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>上次启动</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>组件图</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>没有组件依赖其他组件：配置中的 depends_on。</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>将在 %1后终止</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>在浏览器中打开其监听的地址</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>%Ln 个进程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>%Ln 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>%Ln 个打开的文件</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>读取 %1，写入 %2</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>监听 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>黑匣子</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>上次启动</translation>
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
        <translation>内存</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>筛选组件</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>启动、停止或重启所有组件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>仅显示这些</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>停止 %1？</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>被 %1 依赖</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>先停止这些</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>仅停止它</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>终止 %Ln 个组件？</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>在服务器停止之前，运行多少个 %1 实例：</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>未配置组件。组件是由服务器保持运行的程序：见配置文件中的 [[component]]。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>仅显示这些，或恢复显示全部</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选条件的项。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>服务器未监听任何地址。请在其配置中添加 [[listener]]。</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>所有客户端</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>按方言统计的客户端</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>筛选事件</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>仅显示出错项</translation>
    </message>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>所有对象</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>介于…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>通过窗口</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>通过计划</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自行</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>途径</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>导出事件</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>已将 %Ln 个事件导出到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>显示第一行之前发生的事</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>无法读取更早的事件：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>还有更早的</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>尚无事件。服务器会记录启动、失败与结束，以及谁通过何种协议从何处做了什么。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>写出配置…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>把示例连同注释写入文件，供您修改</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>打开配置文件</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>没有程序可以打开它。请用您自己的编辑器打开：%1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>您的配置在 %1。下次启动之前继续使用内置示例。</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>这是内置示例：由本机程序做一些真实的小工作。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>尚无任务。执行规划完成后，每个节点或参数组显示为一行。</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>节点图</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>选择一个执行，以查看其节点、节点输出和结束原因。</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>%1，由 %2 通过 %3 启动</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>耗时 %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>等待了 %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>已完成 %1/%2 个任务</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:
%2</source>
        <comment>name, value</comment>
        <translation>%1：
%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Catalogue entry</source>
        <translation>清单条目</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>附加信息</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>显示其输出</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln 个已取消</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>名称或执行 ID</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>任意状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>任意类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>任意所有者</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>任意来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
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
        <translation>执行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>共 %Ln 个执行</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>较早的执行不可用：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>%Ln 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>%Ln 个执行匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>尚无执行。请在上方启动流水线，或由客户端启动：所有方言的流水线、进程调用、实验和作业都会列在这里并保留。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>未能导出到 %1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>我已查看</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>对所有人从此页移除</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>%Ln 个执行失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1（%Ln 次）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>在所有日志和输出中查找</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>找到的行</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>在服务器保留的范围内查找组件日志和执行输出。按回车或双击可跳到该行所在的日志。</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>找到超过 %Ln 行：查找已结束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>找到 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>列出每个日志中最新的行：%Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>位于 %Ln 个日志中</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>在 %2 秒内查看了 %L1 行</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>生成一个</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>写出配置</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>现在运行的是内置示例。它的文本连同说明性注释将写入
%1
供您修改。其用户 %2 使用此密码：</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>由十六个字符组成、无人能猜到的密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>没有程序可以打开它。请用您自己的编辑器打开：%1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 已存在，保持原样。</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>这是所有人最先尝试的密码。请另选一个。</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>%1 已写出。Signalbox 从下次启动起读取它：请修改所需内容，然后退出并重新启动。</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>请记下密码：仅显示这一次，文件中只有它的哈希值。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>%1（错误输出）</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>%1 之后</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>所在日志</translation>
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
        <translation>从文件运行节点图</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>含节点图的文件 (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>选择含节点图的文件</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>此类文件的写法</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>包含节点列表和边列表的 JSON。</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>节点有自己的“id”、一个“kind”（即配置中带有命令的 [[kind]]）以及它的“params”。</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>边把“source”的输出作为“target”的输入，按边的顺序排列。</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>没有后继的节点的输出就是结果。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>此服务器的类型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>%Ln 个输入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>%Ln 个或更多输入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>%1 到 %2 个输入</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>参数：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>没有：请在配置文件中添加 [[kind]]，然后重新加载。</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>节点图 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>%Ln 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>%Ln 条边</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>未读取：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>节点图</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>尚无节点。</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>显示全图（0）</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>图表。加号和减号键缩放，方向键移动，Home 键显示最新数据。</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>%1（%2）</translation>
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
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>仅匹配行</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>尚无输出。组件输出的各行会实时显示在这里。</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1及以上</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>显示的最低级别</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>保留的行数</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>保存完整日志…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>日志文件 (*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>有 %Ln 行来得太快，未能显示；保存的日志中包含这些行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>更早的行不可用：%1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>%Ln 行新日志</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>显示的行中没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>%Ln 行匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>第 %L1 处匹配，共 %L2 处</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>显示的最低级别。未注明级别的标准错误行始终显示：它们可能是错误。</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>行的显示方式</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>尚无输出。一有输出，各行就会显示在这里。</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>输出没有时间：此前的输出显示在其节点开始之处。</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>该行已不在日志中。</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>所选行前后的较早日志。到末尾即可回到最新的行。</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>保存显示的行…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>筛选日志</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>执行的节点</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>要合并显示的日志</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>call, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>node, execution, time</comment>
        <translation>%1，%2（%3）</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>跟随最新一行。向上滚动停止跟随，End 键恢复。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>级别或“仅匹配行”隐藏了所有行。</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>级别或“仅匹配行”隐藏了所有行。其中一些未注明级别：可能是任何内容。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>全局查找</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>勾选想要一起查看的日志：各行会按时间合并显示在这里。按回车或双击可跳到该行所在的日志。</translation>
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
        <translation>重置布局？</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>窗格、列及其排序、折叠的组和窗口大小将恢复为首次启动时的状态。筛选条件保留。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>暂停刷新图表；测量继续进行</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>拖动可移动，Ctrl+滚轮可缩放，双击可重新跟随最新数据。</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>按所选时长显示最新数据</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出指标数据</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>叠加在处理器和内存图表上的组件</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>叠加到处理器和内存：</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>无组件</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>立即叫停</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>正常运行</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>叫停执行</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>一切均可启动。</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>不可启动新的执行；正在运行的会继续到结束。尝试启动的 Alger 客户端会收到 399 应答。</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>让其继续运行</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>已没有可结束的流水线。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>不可启动新的执行，正在运行和等待的流水线会立即结束。Alger 客户端会收到 398 通知。组件继续运行。</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>这将结束 %Ln 条流水线</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>跳到最新一行并跟随</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Notifier</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>component</comment>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>execution, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions ended</source>
        <translation>
            <numerusform>%Ln 个执行已结束</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 已降级</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>保存输出…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>将此输出全部保存到文件</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>显示谁的输出</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>保存输出</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>节点 %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>结果：末端节点的输出</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>输出会实时显示在这里。</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>没有任何输出。</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>没有输出：它未输出任何内容，或从未启动。</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>尚无输出。</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>共 %1，其中省略 %2；保存后可查看全部。</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>显示其中的内容</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>输出与错误（按到达顺序）</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>实时：输出（不含错误）</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>跟随最新一行。向上滚动停止跟随，Ctrl+End 恢复。</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[此处省略 %1]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>未配置组件。请在配置文件中添加 [[component]] 及其命令，然后重新加载：服务器随后会保持其运行。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>未配置组件。请在 %1 中添加 [[component]] 及其命令，然后重新加载：服务器随后会保持其运行。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>附加在末尾</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>在命令中</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>所需角色</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>筛选进程</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>监视</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>没有打开的调用。请运行进程，或监视客户端的调用：其输出会显示在这里，您也可以向其输入内容。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>以空格分隔；含空格的参数请加 &quot;引号&quot;。</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>进行中的调用</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>没有进行中的调用。此窗口和所有客户端的调用在运行期间显示在这里。</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>选择一个进程</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>%1 的参数</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>参数（其命令不使用任何参数）</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>调用所选进程</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>跟随所选调用</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>关闭此调用的标签页；调用继续运行</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>未配置进程。进程是客户端可通过 pow-1 调用的程序：见配置文件中的 [[process]]。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>没有正在运行的执行。任何客户端启动流水线、进程、实验或作业后，它们及其进度会立即显示在这里。</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>所有执行</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>运行中的执行</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>%1，%2，通过 %3</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>未保存：连接已断开。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>正在保存：已写入 %1</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>已将 %1 保存到 %2</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>未能保存到 %1：%2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>已错过</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>流水线 %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>进程 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>%1后</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次运行</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>筛选计划</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>未配置计划。计划按时钟启动流水线、进程和组件：配置文件中的 [[schedule]]。</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerHealth</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The server stopped reporting</source>
        <translation>服务器已停止报告</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>未连接到服务器</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>重新加载配置</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>重新读取配置文件；客户端保持连接，文件有误时不做任何更改</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>监听器</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>服务器未监听任何地址。请在其配置中添加 [[listener]]。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>未配置用户：所有人均为匿名。请在配置文件中添加带有密码和角色的 [[user]]。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>服务器尚未提供其限制。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>已于 %1 重新加载。</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>已应用：%1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>下次启动时生效：%1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开%1</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>复制%1的路径</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>此服务器</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>运行时间</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>%1，主机 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>%Ln 个执行器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipelines at once</source>
        <translation>
            <numerusform>最多同时运行 %Ln 条流水线</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>内置示例</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>已加密 (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>签发令牌…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>让程序在一段时间内以其中一个用户的身份接入</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>正在监听</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, what it has</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StartDialog</name>
    <message>
        <source>Start a pipeline</source>
        <translation>启动流水线</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>流水线</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>未配置流水线。请在配置文件中添加 [[pipeline]]，然后重新加载。</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>参数 %1 的名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>默认为 %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>参数 %1 的值</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● 未连接</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● 已过时</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>无监听器</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>%Ln 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>上次心跳：%1前</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>尚无心跳</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>显示相关内容</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>显示客户端</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>显示执行</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>执行器</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>复制令牌</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>签发令牌</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>持有令牌的程序在令牌过期前以该用户的身份和权限接入：在地址中使用 ?token=…，或使用请求头 Authorization: Bearer …。令牌无法收回；但从配置中移除的用户仍会被拒绝。</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>令牌的有效时长</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>用户 %1，有效期 %2。请立即复制：令牌不会保存在任何地方，也不会再次显示。</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>模式：%1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>将此行发送给组件</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>给组件的一行</translation>
    </message>
</context>
</TS>
