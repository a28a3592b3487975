<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Acts</name>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>الجداول</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>التنفيذات</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>الرسوم البيانية</translation>
    </message>
    <message>
        <source>Keyboard overview</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>هذه الاختصارات</translation>
    </message>
    <message>
        <source>Do anything…</source>
        <translation>افعل أي شيء…</translation>
    </message>
    <message>
        <source>Do anything: pages, components, pipelines, processes</source>
        <translation>فعل أي شيء: الصفحات والمكوّنات وخطوط المعالجة والعمليات</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Quit: stop the server</source>
        <translation>خروج: إيقاف الخادم</translation>
    </message>
    <message>
        <source>Stop the server and close</source>
        <translation>إيقاف الخادم والإغلاق</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search or filter on the page shown</source>
        <translation>البحث أو التصفية في الصفحة المعروضة</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Save what is shown: log, output, messages, events, figures</source>
        <translation>حفظ ما هو معروض: السجل أو المخرجات أو الرسائل أو الأحداث أو القيم</translation>
    </message>
    <message>
        <source>To the next part; arrow keys move inside it</source>
        <translation>إلى الجزء التالي؛ ومفاتيح الأسهم للتنقّل داخله</translation>
    </message>
    <message>
        <source>Open what is selected: its log, its output, its page</source>
        <translation>فتح المحدّد: سجله أو مخرجاته أو صفحته</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>الفرز حسب…</translation>
    </message>
    <message>
        <source>Sort by another column</source>
        <translation>الفرز حسب عمود آخر</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop what is selected</source>
        <translation>إيقاف المحدّد</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة تشغيل</translation>
    </message>
    <message>
        <source>Restart what is selected</source>
        <translation>إعادة تشغيل المحدّد</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>بدء الكل</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>إيقاف الكل</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>إعادة تشغيل الكل</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>Copy its command</source>
        <translation>نسخ أمره</translation>
    </message>
    <message>
        <source>Start pipeline…</source>
        <translation>بدء خط معالجة…</translation>
    </message>
    <message>
        <source>Start a pipeline</source>
        <translation>بدء خط معالجة</translation>
    </message>
    <message>
        <source>Run graph file…</source>
        <translation>تشغيل ملف مخطط…</translation>
    </message>
    <message>
        <source>Run a graph from a file</source>
        <translation>تشغيل مخطط من ملف</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>تشغيل مجددًا</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>تشغيله مجددًا</translation>
    </message>
    <message>
        <source>Retry failed nodes</source>
        <translation>إعادة محاولة العُقد الفاشلة</translation>
    </message>
    <message>
        <source>Retry from its failed nodes</source>
        <translation>إعادة المحاولة من عُقده الفاشلة</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>نسخ المعرّف</translation>
    </message>
    <message>
        <source>Copy its id</source>
        <translation>نسخ معرّفه</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Run the selected process; send the line typed to a call</source>
        <translation>تشغيل العملية المحدّدة؛ إرسال السطر المكتوب إلى استدعاء</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>مراقبة</translation>
    </message>
    <message>
        <source>Close input</source>
        <translation>إغلاق الإدخال</translation>
    </message>
    <message>
        <source>Close the input of the call</source>
        <translation>إغلاق إدخال الاستدعاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>إلغاء الاستدعاء</translation>
    </message>
    <message>
        <source>Close the tab of the call</source>
        <translation>إغلاق تبويب الاستدعاء</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>قطع الاتصال</translation>
    </message>
    <message>
        <source>Disconnect who is selected</source>
        <translation>قطع اتصال المحدّدين</translation>
    </message>
    <message>
        <source>To the newest line, and follow it</source>
        <translation>إلى أحدث سطر ومتابعته</translation>
    </message>
    <message>
        <source>Line by line; with Shift, select several</source>
        <translation>سطرًا سطرًا؛ ومع Shift تحديد عدة أسطر</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>نسخ الأسطر المحددة</translation>
    </message>
    <message>
        <source>To the next match</source>
        <translation>إلى المطابقة التالية</translation>
    </message>
    <message>
        <source>To the previous match</source>
        <translation>إلى المطابقة السابقة</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>تكبير وتصغير</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>التنقّل عبر الزمن</translation>
    </message>
    <message>
        <source>To the newest, and follow it</source>
        <translation>إلى الأحدث ومتابعته</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>keys</comment>
        <translation>من ⁦%1⁩ إلى ⁦%2⁩</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action, keys</comment>
        <translation>‏%1 (⁦%2⁩)</translation>
    </message>
    <message>
        <source>Kill now</source>
        <translation>إنهاء فوري</translation>
    </message>
    <message>
        <source>Kill all processes of what is selected</source>
        <translation>إنهاء جميع عمليات المحدد</translation>
    </message>
    <message>
        <source>Instances…</source>
        <translation>النسخ…</translation>
    </message>
    <message>
        <source>How many instances run</source>
        <translation>عدد النسخ التي تعمل</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send the line typed to the component</source>
        <translation>إرسال السطر المكتوب إلى المكوّن</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>تشغيل الآن</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>schedule</comment>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>schedule</comment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Graphs</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>Find everywhere…</source>
        <translation>البحث في كل مكان…</translation>
    </message>
    <message>
        <source>Find a text in all logs and outputs</source>
        <translation>البحث عن نص في كل السجلات والمخرجات</translation>
    </message>
    <message>
        <source>Logs together</source>
        <translation>السجلات معًا</translation>
    </message>
    <message>
        <source>Show the logs of what is selected in one view</source>
        <translation>عرض سجلات المحدَّد في عرض واحد</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>التفاف الأسطر الطويلة</translation>
    </message>
    <message>
        <source>Wrap long lines, or not</source>
        <translation>التفاف الأسطر الطويلة أو إلغاؤه</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>إظهار كامله</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>عن Signalbox</translation>
    </message>
    <message>
        <source>Reset layout…</source>
        <translation>إعادة ضبط التخطيط…</translation>
    </message>
    <message>
        <source>Show runs</source>
        <translation>عرض التشغيلات</translation>
    </message>
    <message>
        <source>Show the executions that the schedule started</source>
        <translation>عرض عمليات التنفيذ التي بدأها الجدول</translation>
    </message>
</context>
<context>
    <name>Buttons</name>
    <message>
        <source>Queue it</source>
        <translation>وضعه في الطابور</translation>
    </message>
    <message>
        <source>Wait, and start as soon as there is room</source>
        <translation>الانتظار، ثم البدء حين يتوفر مكان</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
</context>
<context>
    <name>ClosePolicy</name>
    <message>
        <source>Close Signalbox</source>
        <translation>إغلاق Signalbox</translation>
    </message>
    <message>
        <source>Keep the server running without the window?</source>
        <translation>هل تريد إبقاء الخادم قيد العمل بلا النافذة؟</translation>
    </message>
    <message>
        <source>Components, executions and clients go on; the icon in the tray brings the window back. Stopping ends them all.</source>
        <translation>تستمر المكوّنات والتنفيذات والعملاء؛ وتعيد أيقونة صينية النظام النافذة. أما الإيقاف فيُنهيها كلها.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>إبقاؤه قيد العمل</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>إيقاف الخادم</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>عدم السؤال مجددًا</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>هل تريد إيقاف الخادم؟</translation>
    </message>
    <message>
        <source>What runs is ended, and clients are disconnected.</source>
        <translation>يُنهى كل ما يجري، ويُقطع اتصال العملاء.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions have not ended.</source>
        <translation>
            <numerusform>انتهت كل التنفيذات.</numerusform>
            <numerusform>تنفيذ واحد لم ينتهِ.</numerusform>
            <numerusform>تنفيذان لم ينتهيا.</numerusform>
            <numerusform>%Ln تنفيذات لم تنتهِ.</numerusform>
            <numerusform>%Ln تنفيذًا لم ينتهِ.</numerusform>
            <numerusform>%Ln تنفيذ لم ينتهِ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentActs</name>
    <message>
        <source>Start %1</source>
        <translation>بدء %1</translation>
    </message>
    <message>
        <source>Start all components</source>
        <translation>بدء كل المكوّنات</translation>
    </message>
    <message numerus="yes">
        <source>Stop %Ln components?</source>
        <translation>
            <numerusform>إيقاف المكوّنات؟ (%Ln)</numerusform>
            <numerusform>إيقاف مكوّن واحد؟ (%Ln)</numerusform>
            <numerusform>إيقاف مكوّنين؟ (%Ln)</numerusform>
            <numerusform>إيقاف %Ln مكوّنات؟</numerusform>
            <numerusform>إيقاف %Ln مكوّنًا؟</numerusform>
            <numerusform>إيقاف %Ln مكوّن؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>إيقاف %1</translation>
    </message>
    <message>
        <source>Stop all components</source>
        <translation>إيقاف كل المكوّنات</translation>
    </message>
    <message numerus="yes">
        <source>Restart %Ln components?</source>
        <translation>
            <numerusform>إعادة تشغيل المكوّنات؟ (%Ln)</numerusform>
            <numerusform>إعادة تشغيل مكوّن واحد؟ (%Ln)</numerusform>
            <numerusform>إعادة تشغيل مكوّنين؟ (%Ln)</numerusform>
            <numerusform>إعادة تشغيل %Ln مكوّنات؟</numerusform>
            <numerusform>إعادة تشغيل %Ln مكوّنًا؟</numerusform>
            <numerusform>إعادة تشغيل %Ln مكوّن؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>إعادة تشغيل %1</translation>
    </message>
    <message>
        <source>Restart all components</source>
        <translation>إعادة تشغيل كل المكوّنات</translation>
    </message>
</context>
<context>
    <name>Confirmations</name>
    <message>
        <source>Stop all components?</source>
        <translation>أتريد إيقاف كل المكوّنات؟</translation>
    </message>
    <message>
        <source>Restart all components?</source>
        <translation>أتريد إعادة تشغيل كل المكوّنات؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are running.</source>
        <translation>
            <numerusform>لا مكوّن يعمل.</numerusform>
            <numerusform>مكوّن واحد يعمل.</numerusform>
            <numerusform>مكوّنان يعملان.</numerusform>
            <numerusform>%Ln مكوّنات تعمل.</numerusform>
            <numerusform>%Ln مكوّنًا يعمل.</numerusform>
            <numerusform>%Ln مكوّن يعمل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>إيقاف الكل</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>إعادة تشغيل الكل</translation>
    </message>
    <message>
        <source>Signalbox could not start</source>
        <translation>تعذّر بدء Signalbox</translation>
    </message>
    <message>
        <source>The server is starting…</source>
        <translation>الخادم قيد البدء…</translation>
    </message>
    <message>
        <source>After it was killed it waits until what it had started has ended, so that nothing runs twice.</source>
        <translation>بعد إنهائه قسرًا ينتظر حتى ينتهي ما كان قد بدأه، كي لا يعمل شيء مرتين.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 is starting</source>
        <translation>يجري بدء %1</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>يجري إيقاف %1</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <translation>يعمل %1 الآن</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>توقّف %1</translation>
    </message>
    <message>
        <source>%1 has done its work</source>
        <translation>أنجز %1 عمله</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>تعطّل %1</translation>
    </message>
    <message>
        <source>%1 failed and is not tried again</source>
        <translation>تعطّل %1 ولن يُعاد تشغيله</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 متدهور</translation>
    </message>
    <message>
        <source>%1 is well again</source>
        <translation>عاد %1 سليمًا</translation>
    </message>
    <message>
        <source>%1 was killed</source>
        <translation>أُنهي %1 قسرًا</translation>
    </message>
    <message>
        <source>%1 got another number of instances</source>
        <translation>تغيّر عدد نسخ %1</translation>
    </message>
    <message>
        <source>Something was typed to %1</source>
        <translation>كُتب شيء إلى %1</translation>
    </message>
    <message>
        <source>%1 was removed from the configuration</source>
        <translation>أُزيل %1 من الإعدادات</translation>
    </message>
    <message>
        <source>%1 was started</source>
        <translation>بدأ %1</translation>
    </message>
    <message>
        <source>%1 was started again</source>
        <translation>بدأ %1 من جديد</translation>
    </message>
    <message>
        <source>%1 was interrupted because the server ended</source>
        <translation>انقطع %1 بسبب توقّف الخادم</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>أُلغي %1</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>حُذف %1</translation>
    </message>
    <message>
        <source>%1 was not started</source>
        <translation>لم يبدأ %1</translation>
    </message>
    <message>
        <source>Schedule %1 ran</source>
        <translation>نُفّذ الجدول %1</translation>
    </message>
    <message>
        <source>Schedule %1 ran and failed</source>
        <translation>نُفّذ الجدول %1 وفشل</translation>
    </message>
    <message>
        <source>Schedule %1 ran and was cancelled</source>
        <translation>نُفّذ الجدول %1 وأُلغي</translation>
    </message>
    <message>
        <source>Schedule %1 was interrupted</source>
        <translation>قُطع الجدول %1</translation>
    </message>
    <message>
        <source>Schedule %1 could not run</source>
        <translation>تعذّر تنفيذ الجدول %1</translation>
    </message>
    <message>
        <source>Schedule %1 was skipped</source>
        <translation>تُخطّي الجدول %1</translation>
    </message>
    <message>
        <source>Schedule %1 was missed</source>
        <translation>فات الجدول %1</translation>
    </message>
    <message>
        <source>Schedule %1 was run at once</source>
        <translation>نُفّذ الجدول %1 فورًا</translation>
    </message>
    <message>
        <source>Schedule %1 was paused</source>
        <translation>أُوقف الجدول %1 مؤقتًا</translation>
    </message>
    <message>
        <source>Schedule %1 was enabled</source>
        <translation>فُعّل الجدول %1</translation>
    </message>
    <message>
        <source>Agent %1 registered</source>
        <translation>سُجِّل الوكيل %1</translation>
    </message>
    <message>
        <source>Agent %1 is online again</source>
        <translation>عاد الوكيل %1 إلى الاتصال</translation>
    </message>
    <message>
        <source>Agent %1 is degraded</source>
        <translation>الوكيل %1 متدهور</translation>
    </message>
    <message>
        <source>Agent %1 went offline</source>
        <translation>أصبح الوكيل %1 غير متصل</translation>
    </message>
    <message>
        <source>Instance %1 was removed</source>
        <translation>أُزيل المثيل %1</translation>
    </message>
    <message>
        <source>The connection of %1 was closed</source>
        <translation>أُغلق اتصال %1</translation>
    </message>
    <message>
        <source>A login from %1 was refused</source>
        <translation>رُفض تسجيل دخول من %1</translation>
    </message>
    <message>
        <source>A request of %1 was refused, which its role does not allow</source>
        <translation>رُفض طلب من %1 لا يسمح به دوره</translation>
    </message>
    <message>
        <source>The server started</source>
        <translation>بدأ الخادم</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>توقف الخادم</translation>
    </message>
    <message>
        <source>The server had ended without stopping</source>
        <translation>انتهى الخادم دون إيقاف</translation>
    </message>
    <message>
        <source>The mode was set to %1</source>
        <translation>ضُبط الوضع على %1</translation>
    </message>
    <message>
        <source>The configuration was reloaded</source>
        <translation>أُعيد تحميل الإعدادات</translation>
    </message>
    <message>
        <source>The configuration was not reloaded</source>
        <translation>لم يُعَد تحميل الإعدادات</translation>
    </message>
    <message>
        <source>A token was issued for %1</source>
        <translation>أُصدر رمز لـ %1</translation>
    </message>
    <message>
        <source>The disk is short</source>
        <translation>مساحة القرص قليلة</translation>
    </message>
    <message>
        <source>There is room on the disk again</source>
        <translation>توفّرت مساحة على القرص من جديد</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>ضُبطت الساعة</translation>
    </message>
    <message>
        <source>A request failed</source>
        <translation>فشل طلب</translation>
    </message>
    <message>
        <source>The project %1 was deleted</source>
        <translation>حُذف المشروع %1</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>مكوّن</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>تنفيذ</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>عميل</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>event, reason</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times until %2)</source>
        <comment>event, time</comment>
        <translation>
            <numerusform>%1 (حتى %2)</numerusform>
            <numerusform>%1 (مرة حتى %2)</numerusform>
            <numerusform>%1 (مرتين حتى %2)</numerusform>
            <numerusform>%1 (%Ln مرات حتى %2)</numerusform>
            <numerusform>%1 (%Ln مرة حتى %2)</numerusform>
            <numerusform>%1 (%Ln مرة حتى %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>a schedule</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>هذه النافذة</translation>
    </message>
    <message>
        <source>A black box of %1 was taken</source>
        <translation>أُخذ صندوق أسود لـ %1</translation>
    </message>
    <message>
        <source>The failure of %1 was seen</source>
        <translation>شوهد فشل %1</translation>
    </message>
    <message>
        <source>Failures were seen</source>
        <translation>تم الاطلاع على حالات الفشل</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 ي %2 س</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 بايت</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>component</comment>
        <translation>متوقّف</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>component</comment>
        <translation>قيد البدء</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>component</comment>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>component</comment>
        <translation>قيد الإيقاف</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>component</comment>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>execution</comment>
        <translation>أُنشئ</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>execution</comment>
        <translation>في الطابور</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>execution</comment>
        <translation>جارٍ</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>execution</comment>
        <translation>نجح</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>execution</comment>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>execution</comment>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>execution</comment>
        <translation>انقطع</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>خط معالجة</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>عملية</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>وظيفة</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>تشغيل عادي</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>صيانة</translation>
    </message>
    <message>
        <source>Executions halted</source>
        <translation>التنفيذ محظور</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>تتبّع</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>تنقيح</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Error</source>
        <comment>log level</comment>
        <translation>خطأ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components have failed</source>
        <translation>
            <numerusform>لم يتعطّل أي مكوّن</numerusform>
            <numerusform>تعطّل مكوّن واحد</numerusform>
            <numerusform>تعطّل مكوّنان</numerusform>
            <numerusform>تعطّلت %Ln مكوّنات</numerusform>
            <numerusform>تعطّل %Ln مكوّنًا</numerusform>
            <numerusform>تعطّل %Ln مكوّن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions running</source>
        <translation>
            <numerusform>لا تنفيذ جارٍ</numerusform>
            <numerusform>تنفيذ واحد جارٍ</numerusform>
            <numerusform>تنفيذان جاريان</numerusform>
            <numerusform>%Ln تنفيذات جارية</numerusform>
            <numerusform>%Ln تنفيذًا جاريًا</numerusform>
            <numerusform>%Ln تنفيذ جارٍ</numerusform>
        </translation>
    </message>
    <message>
        <source>At most this: what the processes share counts for each of them, because Signalbox may not read what they share.</source>
        <translation>هذا هو الحد الأقصى: ما تتشاركه العمليات يُحسب لكل واحدة منها، لأن Signalbox لا يُسمح له بقراءة ما تتشاركه.</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>component</comment>
        <translation>تمّ</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>component</comment>
        <translation>متدهور</translation>
    </message>
    <message numerus="yes">
        <source>%Ln components are degraded</source>
        <translation>
            <numerusform>لا مكوّن متدهور</numerusform>
            <numerusform>مكوّن واحد متدهور</numerusform>
            <numerusform>مكوّنان متدهوران</numerusform>
            <numerusform>%Ln مكوّنات متدهورة</numerusform>
            <numerusform>%Ln مكوّنًا متدهورًا</numerusform>
            <numerusform>%Ln مكوّن متدهور</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%Ln أخرى</numerusform>
            <numerusform>%1 و%Ln غيرها</numerusform>
            <numerusform>%1 و%Ln غيرها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>executions</comment>
        <translation>
            <numerusform>لا شيء ينتظر</numerusform>
            <numerusform>واحد ينتظر</numerusform>
            <numerusform>اثنان ينتظران</numerusform>
            <numerusform>%Ln تنتظر</numerusform>
            <numerusform>%Ln ينتظر</numerusform>
            <numerusform>%Ln ينتظر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphFile</name>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>السطر %1 ليس JSON صالحًا: %2.</translation>
    </message>
    <message>
        <source>This is no graph: it has no list of &quot;nodes&quot;.</source>
        <translation>هذا ليس مخططًا: لا يحوي قائمة &quot;nodes&quot;.</translation>
    </message>
    <message>
        <source>Node %1 of the list has no &quot;id&quot;.</source>
        <translation>العقدة %1 في القائمة بلا &quot;id&quot;.</translation>
    </message>
    <message>
        <source>An edge refers to a missing node: %1 → %2</source>
        <translation>وصلة تشير إلى عقدة غير موجودة: ⁦%1 → %2⁩</translation>
    </message>
    <message>
        <source>An edge lacks its &quot;source&quot; or its &quot;target&quot;.</source>
        <translation>ينقص إحدى الحواف &quot;source&quot; أو &quot;target&quot;.</translation>
    </message>
    <message>
        <source>%1 of node %2</source>
        <comment>member, node</comment>
        <translation>%1 في العقدة %2</translation>
    </message>
    <message>
        <source>Node %1 has &quot;after&quot;, as in a [[pipeline]]. A graph file has a list of &quot;edges&quot; instead: {&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}.</source>
        <translation>في العقدة %1 عضو &quot;after&quot; كما في [[pipeline]]. لملف المخطط بدلًا منه قائمة &quot;edges&quot;: ⁦{&quot;source&quot;: &quot;…&quot;, &quot;target&quot;: &quot;%1&quot;}⁩.</translation>
    </message>
    <message>
        <source>Node %1 has a &quot;command&quot;. A graph file has none: give it a &quot;kind&quot; of the configuration, whose command it runs.</source>
        <translation>في العقدة %1 عضو &quot;command&quot;، ولا أوامر في ملف مخطط: أعطها &quot;kind&quot; من الإعدادات، فتُشغِّل أمره.</translation>
    </message>
    <message>
        <source>Node %1 has no &quot;kind&quot;.</source>
        <translation>لا &quot;kind&quot; للعقدة %1.</translation>
    </message>
    <message>
        <source>%1 of the edge %2</source>
        <comment>member, edge</comment>
        <translation>%1 في الوصلة ⁦%2⁩</translation>
    </message>
    <message>
        <source>parameter %1 of node %2 (its kind %3 does not use it)</source>
        <translation>المعامل %1 في العقدة %2 (لا يستخدمه نوعها %3)</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <comment>what this language calls itself</comment>
        <translation>العربية</translation>
    </message>
</context>
<context>
    <name>LogLines</name>
    <message numerus="yes">
        <source> … %Ln more characters in the saved log</source>
        <translation>
            <numerusform> … لا أحرف أخرى في السجل المحفوظ (%Ln)</numerusform>
            <numerusform> … حرف آخر في السجل المحفوظ (%Ln)</numerusform>
            <numerusform> … حرفان آخران في السجل المحفوظ (%Ln)</numerusform>
            <numerusform> … %Ln أحرف أخرى في السجل المحفوظ</numerusform>
            <numerusform> … %Ln حرفًا آخر في السجل المحفوظ</numerusform>
            <numerusform> … %Ln حرف آخر في السجل المحفوظ</numerusform>
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
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Queries per second</source>
        <translation>الطلبات في الثانية</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>زمن الاستجابة</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>التنفيذات الجارية</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>This machine</source>
        <translation>هذا الجهاز</translation>
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
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>المقاييس</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>التنفيذات</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>صفحة</translation>
    </message>
    <message>
        <source>Start pipeline %1…</source>
        <translation>بدء خط المعالجة %1…</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>التنفيذات</translation>
    </message>
    <message>
        <source>Run process %1…</source>
        <translation>تشغيل العملية %1…</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>إصدار رمز مميّز…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>not started yet</source>
        <translation>لم يبدأ بعد</translation>
    </message>
    <message>
        <source>started with the server</source>
        <translation>بدأ مع الخادم</translation>
    </message>
    <message>
        <source>started because the configuration changed</source>
        <translation>بدأ لأن الإعدادات تغيّرت</translation>
    </message>
    <message>
        <source>started again after: %1</source>
        <translation>بدأ من جديد بعد: %1</translation>
    </message>
    <message>
        <source>restarted because its configuration changed</source>
        <translation>أُعيد تشغيله لأن إعداداته تغيّرت</translation>
    </message>
    <message>
        <source>stopped with the server</source>
        <translation>توقّف مع الخادم</translation>
    </message>
    <message>
        <source>removed from the configuration</source>
        <translation>أُزيل من الإعدادات</translation>
    </message>
    <message>
        <source>%1; waiting for %2</source>
        <translation>%1؛ ينتظر %2</translation>
    </message>
    <message>
        <source>%1; needed by %2</source>
        <translation>%1؛ يحتاج إليه %2</translation>
    </message>
    <message>
        <source>%1; after_stop runs</source>
        <translation>%1؛ يعمل after_stop</translation>
    </message>
    <message>
        <source>%1; had to be killed after %2 (stop_timeout)</source>
        <translation>%1؛ لزم إنهاؤه قسرًا بعد %2 (stop_timeout)</translation>
    </message>
    <message>
        <source>done (%1)</source>
        <translation>اكتمل (%1)</translation>
    </message>
    <message>
        <source>ended by itself (%1)</source>
        <translation>انتهى من تلقاء نفسه (%1)</translation>
    </message>
    <message>
        <source>ended before it was ready (%1)</source>
        <translation>انتهى قبل أن يصير جاهزًا (%1)</translation>
    </message>
    <message>
        <source>%1; failed %2 times in a row within %3 s of its start, so it is not tried again: find the cause in its log, then start it</source>
        <translation>%1؛ تعطّل %2 مرات متتالية خلال %3 ث من بدئه، ولذلك لا يُعاد تشغيله: ابحث عن السبب في سجله ثم شغّله</translation>
    </message>
    <message>
        <source>started with the server, as %1 wanted</source>
        <translation>بدأ مع الخادم كما أراد %1</translation>
    </message>
    <message>
        <source>started by %1</source>
        <translation>شغّله %1</translation>
    </message>
    <message>
        <source>restarted by %1</source>
        <translation>أعاد %1 تشغيله</translation>
    </message>
    <message>
        <source>scaled to %1 by %2</source>
        <translation>غيّر %2 عدد نُسخه إلى %1</translation>
    </message>
    <message>
        <source>stopped by %1, before the server was started</source>
        <translation>أوقفه %1 قبل بدء الخادم</translation>
    </message>
    <message>
        <source>stopped by %1</source>
        <translation>أوقفه %1</translation>
    </message>
    <message>
        <source>not ready within %1 (ready_timeout): %2</source>
        <translation>لم يصر جاهزًا خلال %1 (ready_timeout): %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, was stopped</source>
        <translation>أُوقف «%1» الذي يعتمد عليه</translation>
    </message>
    <message>
        <source>&apos;%1&apos;, which it depends on, failed: %2</source>
        <translation>تعطّل «%1» الذي يعتمد عليه: %2</translation>
    </message>
    <message>
        <source>killed: memory limit of %1, of which it used %2 MiB</source>
        <translation>أُنهي قسرًا: حد الذاكرة %1، واستخدم %2 MiB</translation>
    </message>
    <message>
        <source>killed: memory limit of %1</source>
        <translation>أُنهي قسرًا: حد الذاكرة %1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>رمز الخروج %1</translation>
    </message>
    <message>
        <source>killed by signal %1 (%2)</source>
        <translation>أُنهي بالإشارة %1 (%2)</translation>
    </message>
    <message>
        <source>killed by signal %1</source>
        <translation>أُنهي بالإشارة %1</translation>
    </message>
    <message>
        <source>killed by %1</source>
        <translation>أنهاه %1 قسرًا</translation>
    </message>
    <message>
        <source>signal: %1</source>
        <translation>إشارة: %1</translation>
    </message>
    <message>
        <source>%1 (the disk with &apos;%2&apos; is full)</source>
        <translation>%1 (القرص الذي فيه «%2» ممتلئ)</translation>
    </message>
    <message>
        <source>killed because it took longer than %1</source>
        <translation>أُنهي قسرًا لأنه استغرق أكثر من %1</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (it exists, but the interpreter or loader it names does not)</source>
        <translation>تعذّر تشغيل «%1»: %2 (الملف موجود، لكن المفسّر أو المحمّل الذي يسمّيه غير موجود)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2 (a script needs a first line like #!/bin/sh)</source>
        <translation>تعذّر تشغيل «%1»: %2 (يحتاج البرنامج النصي إلى سطر أول مثل ‎#!/bin/sh)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: its arguments and environment are too large together</source>
        <translation>تعذّر تشغيل «%1»: وسيطاته وبيئته معًا أكبر من المسموح</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH (%2)</source>
        <translation>تعذّر تشغيل «%1»: لا يوجد برنامج كهذا في PATH (%2)</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: %2</source>
        <translation>تعذّر تشغيل «%1»: %2</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; does not exist</source>
        <translation>مجلد العمل «%1» غير موجود</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; is not a directory</source>
        <translation>مجلد العمل «%1» ليس مجلدًا</translation>
    </message>
    <message>
        <source>working directory &apos;%1&apos; cannot be entered: %2</source>
        <translation>تعذّر الدخول إلى مجلد العمل «%1»: %2</translation>
    </message>
    <message>
        <source>it says itself that it has failed (WATCHDOG=trigger)</source>
        <translation>أعلن بنفسه أنه تعطّل (WATCHDOG=trigger)</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed within %2</source>
        <translation>لم يُطبع سطر فيه «%1» خلال %2</translation>
    </message>
    <message>
        <source>no line with &apos;%1&apos; was printed</source>
        <translation>لم يُطبع سطر فيه «%1»</translation>
    </message>
    <message>
        <source>it has not said READY=1</source>
        <translation>لم يعلن READY=1</translation>
    </message>
    <message>
        <source>it was not tried yet</source>
        <translation>لم يُجرَّب بعد</translation>
    </message>
    <message>
        <source>it has not said WATCHDOG=1 for %1, since %2</source>
        <translation>لم يعلن WATCHDOG=1 مدة %1، منذ %2</translation>
    </message>
    <message>
        <source>it has printed nothing for %1, since %2; %3</source>
        <translation>لم يطبع شيئًا مدة %1، منذ %2؛ %3</translation>
    </message>
    <message>
        <source>it has printed nothing yet</source>
        <translation>لم يطبع شيئًا بعد</translation>
    </message>
    <message>
        <source>its last line: %1</source>
        <translation>سطره الأخير: %1</translation>
    </message>
    <message>
        <source>%1 (%2 times in a row, since %3)</source>
        <translation>%1 (مرات متتالية: %2، منذ %3)</translation>
    </message>
    <message>
        <source>%1 (once in a row, since %2)</source>
        <translation>%1 (مرة واحدة، منذ %2)</translation>
    </message>
    <message>
        <source>nothing answers on port %1</source>
        <translation>لا شيء يجيب على المنفذ %1</translation>
    </message>
    <message>
        <source>port %1 is held by %2, which is none of its own</source>
        <translation>المنفذ %1 يشغله %2، وهو ليس من عملياته</translation>
    </message>
    <message>
        <source>port %1 is held by %2</source>
        <translation>المنفذ %1 يشغله %2</translation>
    </message>
    <message>
        <source>port %1 has not answered within %2</source>
        <translation>لم يجب المنفذ %1 خلال %2</translation>
    </message>
    <message>
        <source>%1 has not answered within %2</source>
        <translation>لم يجب %1 خلال %2</translation>
    </message>
    <message>
        <source>%1 answers %2, but without &apos;%3&apos;</source>
        <translation>يجيب %1 بـ %2، لكن من دون «%3»</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>يجيب %1 بـ %2</translation>
    </message>
    <message>
        <source>process %1 (%2) of component &apos;%3&apos;</source>
        <translation>العملية %1 (%2) من المكوّن «%3»</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>العملية %1 (%2)</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>عملية لمستخدم آخر</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>انقطع</translation>
    </message>
    <message>
        <source>interrupted by a restart of the server</source>
        <translation>انقطع بسبب إعادة تشغيل الخادم</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>ألغاه %1</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; failed: %2</source>
        <translation>فشلت العقدة «%1»: %2</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed</source>
        <translation>فشلت %1 من أصل %2 من المهام</translation>
    </message>
    <message>
        <source>%1 of %2 tasks failed. %3</source>
        <translation>فشلت %1 من أصل %2 من المهام. %3</translation>
    </message>
    <message>
        <source>timed out after %1 s</source>
        <translation>انتهت المهلة بعد %1 ث</translation>
    </message>
    <message>
        <source>printed more than %1 bytes, the limit of one node&apos;s output</source>
        <translation>طبع أكثر من %1 بايت، وهو حد خرج العقدة الواحدة</translation>
    </message>
    <message>
        <source>agent %1 went offline; given up after %2 retries</source>
        <translation>انقطع اتصال الوكيل %1؛ تُرك بعد محاولات عددها %2</translation>
    </message>
    <message>
        <source>this needs the role &apos;%1&apos;; %2 has &apos;%3&apos;</source>
        <translation>يتطلب هذا الدور «%1»؛ ولدى %2 الدور «%3»</translation>
    </message>
    <message>
        <source>Pipelines unavailable while maintenance mode is active.</source>
        <translation>خطوط المعالجة غير متاحة أثناء الصيانة.</translation>
    </message>
    <message>
        <source>maintenance mode is active</source>
        <translation>وضع الصيانة مفعّل</translation>
    </message>
    <message>
        <source>Pipeline executions are halted.</source>
        <translation>تنفيذ خطوط المعالجة محظور.</translation>
    </message>
    <message>
        <source>executions are halted</source>
        <translation>التنفيذ محظور</translation>
    </message>
    <message>
        <source>the disk of &apos;%1&apos; has %2 MiB left and nothing new starts below %3 (make room there, or set [limits] free_disk_bytes)</source>
        <translation>بقي في قرص «%1» مقدار %2 MiB، ولا يبدأ شيء جديد دون %3 (أفسح مكانًا هناك أو اضبط [limits] free_disk_bytes)</translation>
    </message>
    <message>
        <source>Too many pipeline execution requests in progress. %1 have not ended, and [server] capacity allows %2.</source>
        <translation>عدد خطوط المعالجة الجارية أكبر من المسموح. لم ينتهِ منها %1، ويسمح [server] capacity بـ %2.</translation>
    </message>
    <message>
        <source>%1 processes are running, as many as [limits.pow] connections allows</source>
        <translation>العمليات الجارية %1، وهو ما يسمح به [limits.pow] connections</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>مكوّن غير معروف</translation>
    </message>
    <message>
        <source>Component already running</source>
        <translation>المكوّن يعمل بالفعل</translation>
    </message>
    <message>
        <source>Component already stopped</source>
        <translation>المكوّن متوقف بالفعل</translation>
    </message>
    <message>
        <source>no process of the component runs</source>
        <translation>لا تعمل أي عملية للمكوّن</translation>
    </message>
    <message>
        <source>%1 instances are not possible (1 to 1000)</source>
        <translation>عدد النُسخ %1 غير ممكن (من ١ إلى ١٠٠٠)</translation>
    </message>
    <message>
        <source>no component with instances has this id</source>
        <translation>لا يوجد مكوّن ذو نُسخ بهذا المعرّف</translation>
    </message>
    <message>
        <source>its input is closed; it needs stdin = &quot;open&quot; or tty = true</source>
        <translation>دخله مغلق؛ يحتاج إلى stdin = &quot;open&quot; أو tty = true</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes no more input</source>
        <translation>لم يعد «%1» يقبل الدخل</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not read its input; %2 bytes are waiting</source>
        <translation>لا يقرأ «%1» دخله؛ وتنتظر %2 بايت</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was stopped before it was ready</source>
        <translation>أُوقف «%1» قبل أن يصير جاهزًا</translation>
    </message>
    <message>
        <source>execution not found</source>
        <translation>التنفيذ غير موجود</translation>
    </message>
    <message>
        <source>pipeline not found</source>
        <translation>خط المعالجة غير موجود</translation>
    </message>
    <message>
        <source>unknown process</source>
        <translation>عملية غير معروفة</translation>
    </message>
    <message>
        <source>unknown schedule</source>
        <translation>جدول غير معروف</translation>
    </message>
    <message>
        <source>execution has ended; history is not rewritten</source>
        <translation>انتهى التنفيذ؛ والسجل التاريخي لا يُعاد كتابته</translation>
    </message>
    <message>
        <source>execution is still running; cancel it first</source>
        <translation>التنفيذ ما زال جاريًا؛ ألغه أولًا</translation>
    </message>
    <message>
        <source>execution is still running</source>
        <translation>التنفيذ ما زال جاريًا</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>انتهت العملية</translation>
    </message>
    <message>
        <source>a run of this schedule still goes on</source>
        <translation>ما زال تشغيل لهذا الجدول جاريًا</translation>
    </message>
    <message>
        <source>this client is not connected any more</source>
        <translation>لم يعد هذا العميل متصلًا</translation>
    </message>
    <message>
        <source>no black boxes are kept ([server] black_boxes = 0)</source>
        <translation>لا تُحفظ صناديق سوداء ([server] black_boxes = 0)</translation>
    </message>
    <message>
        <source>a black box of this component is being taken just now</source>
        <translation>يؤخذ الآن صندوق أسود لهذا المكوّن</translation>
    </message>
    <message>
        <source>there is no such black box</source>
        <translation>لا يوجد صندوق أسود كهذا</translation>
    </message>
    <message>
        <source>a job is repeated by its agent, not here</source>
        <translation>تُعاد المهمة عند وكيلها لا هنا</translation>
    </message>
    <message>
        <source>parameter %1 is missing</source>
        <translation>المعامل %1 ناقص</translation>
    </message>
    <message>
        <source>parameter &apos;%1&apos; is missing</source>
        <translation>المعامل «%1» ناقص</translation>
    </message>
    <message>
        <source>Graph is empty.</source>
        <translation>الرسم البياني فارغ.</translation>
    </message>
    <message>
        <source>Each node must have a non-empty string &apos;id&apos;.</source>
        <translation>يجب أن يكون لكل عقدة نص «id» غير فارغ.</translation>
    </message>
    <message>
        <source>Duplicate node id &apos;%1&apos;.</source>
        <translation>معرّف العقدة «%1» مكرّر.</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; has unknown kind &apos;%2&apos;.</source>
        <translation>العقدة «%1» من نوع غير معروف «%2».</translation>
    </message>
    <message>
        <source>Pipeline must be a DAG. Found cycle: %1</source>
        <translation>يجب ألا تكون في خط المعالجة حلقة. وُجدت: %1</translation>
    </message>
    <message>
        <source>Edge refers to missing node: %1 -&gt; %2</source>
        <translation>تشير حافة إلى عقدة غير موجودة: %1 -&gt; %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos; (kind=&apos;%2&apos;) expects %3 input(s); got %4.</source>
        <translation>تتوقع العقدة «%1» (kind=«%2») مدخلات: %3؛ ولها %4.</translation>
    </message>
    <message>
        <source>Nodes &apos;%1&apos; and &apos;%2&apos; would share the variable %3.</source>
        <translation>ستشترك العقدتان «%1» و«%2» في المتغيّر %3.</translation>
    </message>
    <message>
        <source>the server is being stopped</source>
        <translation>يجري إيقاف الخادم</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>يجري إيقاف الخادم</translation>
    </message>
    <message>
        <source>the server has not started yet (try again)</source>
        <translation>لم يبدأ الخادم بعد (حاول مجددًا)</translation>
    </message>
    <message>
        <source>the configuration was not reloaded, the old one stays: %1</source>
        <translation>لم يُعَد تحميل الإعدادات، وتبقى القديمة: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>فشل %1: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos;: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>Node &apos;%1&apos;: %2</source>
        <translation>العقدة «%1»: %2</translation>
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
        <translation>%1؛ %2</translation>
    </message>
    <message>
        <source>cannot start &apos;%1&apos;: no such program in PATH</source>
        <translation>تعذّر تشغيل «%1»: لا يوجد برنامج كهذا في PATH</translation>
    </message>
    <message>
        <source>there are %1 tasks that have not ended, as many as [limits] tasks allows</source>
        <translation>المهام التي لم تنتهِ %1، وهو ما يسمح به [limits] tasks</translation>
    </message>
    <message>
        <source>%1 tasks that have not ended are too many: there are %2, and [limits] tasks allows %3</source>
        <translation>عدد المهام المطلوبة %1 أكبر من المسموح: لم ينتهِ %2، ويسمح [limits] tasks بـ %3</translation>
    </message>
    <message>
        <source>there are %1 experiments that have not ended, as many as [limits] experiments allows</source>
        <translation>التجارب التي لم تنتهِ %1، وهو ما يسمح به [limits] experiments</translation>
    </message>
    <message>
        <source>there are %1 jobs that have not ended, as many as [limits] jobs allows</source>
        <translation>الوظائف التي لم تنتهِ %1، وهو ما يسمح به [limits] jobs</translation>
    </message>
    <message>
        <source>there are %1 agents, as many as [limits] agents allows</source>
        <translation>عدد الوكلاء %1، وهو ما يسمح به [limits] agents</translation>
    </message>
    <message>
        <source>there are %1 instances, as many as [limits] instances allows</source>
        <translation>عدد النسخ %1، وهو ما يسمح به [limits] instances</translation>
    </message>
    <message>
        <source>there are %1 projects, as many as [limits] projects allows</source>
        <translation>عدد المشاريع %1، وهو ما يسمح به [limits] projects</translation>
    </message>
    <message>
        <source>too many questions wait for an answer; ask again in a moment</source>
        <translation>أسئلة كثيرة تنتظر الجواب؛ أعد المحاولة بعد لحظة</translation>
    </message>
    <message>
        <source>%1 bytes at once are too many (%2)</source>
        <translation>%1 بايت دفعة واحدة أكثر من المسموح (%2)</translation>
    </message>
    <message>
        <source>the command is empty</source>
        <translation>الأمر فارغ</translation>
    </message>
    <message>
        <source>argument %1 contains a NUL character</source>
        <translation>يحتوي الوسيط %1 على محرف NUL</translation>
    </message>
    <message>
        <source>argument %1 is %2 bytes long; at most %3 are possible</source>
        <translation>طول الوسيط %1 هو %2 بايت، والحد الأقصى %3</translation>
    </message>
    <message>
        <source>project not found</source>
        <translation>المشروع غير موجود</translation>
    </message>
    <message>
        <source>name is required</source>
        <translation>الاسم مطلوب</translation>
    </message>
    <message>
        <source>the default project cannot be deleted</source>
        <translation>لا يمكن حذف المشروع الافتراضي</translation>
    </message>
    <message>
        <source>execution %1 of this project has not ended; cancel it first</source>
        <translation>التنفيذ %1 في هذا المشروع لم ينتهِ؛ ألغِه أولًا</translation>
    </message>
    <message>
        <source>Agent not found: %1</source>
        <translation>الوكيل غير موجود: %1</translation>
    </message>
    <message>
        <source>Agent %1 belongs to the user %2 who registered it; %3 may not speak for it</source>
        <translation>الوكيل %1 يخص المستخدم %2 الذي سجّله؛ ولا يحق لـ %3 التحدث باسمه</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself</source>
        <translation>الوكيل %1 هو هذا الخادم نفسه</translation>
    </message>
    <message>
        <source>Agent %1 is this server itself; register under another agentId</source>
        <translation>الوكيل %1 هو هذا الخادم نفسه؛ سجّل باستخدام agentId آخر</translation>
    </message>
    <message>
        <source>No available agents to assign job</source>
        <translation>لا يوجد وكيل متاح لإسناد الوظيفة</translation>
    </message>
    <message>
        <source>Instance not found: %1</source>
        <translation>النسخة غير موجودة: %1</translation>
    </message>
    <message>
        <source>Instance %1 is configured in the server&apos;s configuration file; change it there</source>
        <translation>النسخة %1 مُعرّفة في ملف إعدادات الخادم؛ غيّرها هناك</translation>
    </message>
    <message>
        <source>Instance %1 cannot be deleted while its job %2 is not done; cancel it first</source>
        <translation>لا يمكن حذف النسخة %1 قبل انتهاء وظيفتها %2؛ ألغِها أولًا</translation>
    </message>
    <message>
        <source>Job not found: %1</source>
        <translation>الوظيفة غير موجودة: %1</translation>
    </message>
    <message>
        <source>Job run not found: %1</source>
        <translation>تشغيل الوظيفة غير موجود: %1</translation>
    </message>
    <message>
        <source>Job %1 has ended already: %2</source>
        <translation>انتهت الوظيفة %1 من قبل: %2</translation>
    </message>
    <message>
        <source>this execution is no job</source>
        <translation>هذا التنفيذ ليس وظيفة</translation>
    </message>
    <message>
        <source>waits for room: [server] capacity is %1</source>
        <translation>ينتظر توفر مكان: قيمة [server] capacity هي %1</translation>
    </message>
    <message>
        <source>Job queued</source>
        <translation>الوظيفة في الانتظار</translation>
    </message>
    <message>
        <source>agent %1 went offline; queued again (retry %2 of %3)</source>
        <translation>لم يعد الوكيل %1 متصلًا؛ أُعيدت إلى الانتظار (المحاولة %2 من %3)</translation>
    </message>
    <message>
        <source>halted by an operator</source>
        <translation>أُنهي عند حظر التنفيذ</translation>
    </message>
    <message>
        <source>made up: nothing could be started at its time</source>
        <translation>عُوّض: تعذّر بدء أي شيء في موعده</translation>
    </message>
    <message>
        <source>the server was down at its time, or the clock was set past it</source>
        <translation>كان الخادم متوقفًا في موعده، أو قُدّمت الساعة إلى ما بعده</translation>
    </message>
    <message>
        <source>a run before it still goes on, and another one waits already</source>
        <translation>تشغيل سابق ما زال جاريًا، وآخر ينتظر من قبل</translation>
    </message>
    <message>
        <source>a run before it still goes on</source>
        <translation>تشغيل سابق ما زال جاريًا</translation>
    </message>
    <message>
        <source>waited for the run before it</source>
        <translation>انتظر التشغيل السابق</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>%1, %2</source>
        <comment>a list and its next</comment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Saver</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>لا أسطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>%Ln أسطر</numerusform>
            <numerusform>%Ln سطرًا</numerusform>
            <numerusform>%Ln سطر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Tell me</source>
        <translation>إشعاري</translation>
    </message>
    <message>
        <source>When a component fails</source>
        <translation>عند تعطّل مكوّن</translation>
    </message>
    <message>
        <source>When an execution ends</source>
        <translation>عند انتهاء تنفيذ</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>السؤال عما يجب فعله</translation>
    </message>
    <message>
        <source>Leaves the server running</source>
        <translation>إبقاء الخادم قيد العمل</translation>
    </message>
    <message>
        <source>Stops the server</source>
        <translation>إيقاف الخادم</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>صينية النظام</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>إظهار أيقونة في صينية النظام</translation>
    </message>
    <message>
        <source>At its next start the window is in the language of the system.</source>
        <translation>عند البدء التالي تكون النافذة بلغة النظام.</translation>
    </message>
    <message>
        <source>At its next start the window is in this language: %1</source>
        <translation>عند البدء التالي تكون النافذة بهذه اللغة: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a word, the same in English</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>مثل النظام</translation>
    </message>
</context>
<context>
    <name>Timelines</name>
    <message>
        <source>taken over</source>
        <translation>مأخوذ مما سبق</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>how long</comment>
        <translation>%1، عادةً %2</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>بقي نحو %1</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>أطول من المعتاد</translation>
    </message>
    <message>
        <source>soon done</source>
        <translation>على وشك الانتهاء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how long</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1, nine of ten within %2</source>
        <translation>عادةً %1، وتسع من عشر خلال %2</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>غير جاهز</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>لم يُبدأ أي شيء بعد.</translation>
    </message>
    <message>
        <source>Started %1, ready after %2</source>
        <comment>when, how long</comment>
        <translation>بدأ %1 وجهز بعد %2</translation>
    </message>
    <message>
        <source>%1; the longest chain: %2</source>
        <translation>%1؛ أطول سلسلة: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AboutDialog</name>
    <message>
        <source>About Signalbox</source>
        <translation>عن Signalbox</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>نسخ لتقرير عن خلل</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>المثال المدمج</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Settings of the window</source>
        <translation>تفضيلات النافذة</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Keeps programs running, runs pipelines, and shows both.</source>
        <translation>يُبقي البرامج قيد العمل، ويشغّل خطوط المعالجة، ويعرضهما معًا.</translation>
    </message>
    <message>
        <source>Copied, in English. It has paths of this machine: look at it before you send it.</source>
        <translation>نُسخ بالإنجليزية. يحتوي على مسارات من هذا الجهاز: راجعه قبل إرساله.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsCard</name>
    <message>
        <source>Agents</source>
        <translation>الوكلاء</translation>
    </message>
    <message>
        <source>No agent is known. Agents on other machines register over ARK&apos;s REST: POST /agents/register.</source>
        <translation>لا يوجد وكيل معروف. تُسجَّل الوكلاء على الأجهزة الأخرى عبر REST الخاص بـ ARK:‎ POST /agents/register.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::AgentsModel</name>
    <message>
        <source>Registering</source>
        <comment>agent</comment>
        <translation>قيد التسجيل</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>agent</comment>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Degraded</source>
        <comment>agent</comment>
        <translation>متدهور</translation>
    </message>
    <message>
        <source>Offline</source>
        <comment>agent</comment>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>%1 (this server)</source>
        <translation>%1 (هذا الخادم)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>jobs</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>jobs</comment>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>jobs</comment>
        <translation>منتظرة</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>القرص المتاح</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخر ظهور</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>المضيف</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Banner</name>
    <message>
        <source>Connecting to the server…</source>
        <translation>يجري الاتصال بالخادم…</translation>
    </message>
    <message>
        <source>Connection lost, data is stale.</source>
        <translation>فُقد الاتصال، والبيانات قديمة.</translation>
    </message>
    <message>
        <source>The server stopped reporting, data is stale.</source>
        <translation>توقّف الخادم عن الإبلاغ، والبيانات قديمة.</translation>
    </message>
    <message>
        <source>Last update at %1.</source>
        <translation>آخر تحديث في %1.</translation>
    </message>
    <message>
        <source>What is asked for now is done when it answers again.</source>
        <translation>ما يُطلب الآن يُنفَّذ عندما يستجيب الخادم من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>Stopping %Ln components…</source>
        <translation>
            <numerusform>جارٍ إيقاف المكوّنات… (%Ln)</numerusform>
            <numerusform>جارٍ إيقاف مكوّن واحد… (%Ln)</numerusform>
            <numerusform>جارٍ إيقاف مكوّنين… (%Ln)</numerusform>
            <numerusform>جارٍ إيقاف %Ln مكوّنات…</numerusform>
            <numerusform>جارٍ إيقاف %Ln مكوّنًا…</numerusform>
            <numerusform>جارٍ إيقاف %Ln مكوّن…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>جارٍ إيقاف الخادم…</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::BlackBoxPanel</name>
    <message>
        <source>Take one now</source>
        <translation>خذ واحدًا الآن</translation>
    </message>
    <message>
        <source>Write down what can be seen of it now</source>
        <translation>تدوين ما يُرى منه الآن</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Save this page to a file</source>
        <translation>حفظ هذه الصفحة في ملف</translation>
    </message>
    <message>
        <source>Save the black box</source>
        <translation>حفظ الصندوق الأسود</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>ملفات نصية (*.txt)</translation>
    </message>
    <message>
        <source>Which black box is shown</source>
        <translation>أي صندوق أسود يُعرض</translation>
    </message>
    <message>
        <source>Black box</source>
        <translation>صندوق أسود</translation>
    </message>
    <message>
        <source>None yet. When the component fails, what was to be seen of it is written down here: its processes and figures, the last lines of its log and what the kernel says.</source>
        <translation>لا شيء بعد. عند تعطّل المكوّن يُدوَّن هنا ما كان يُرى منه: عملياته وأرقامه وآخر أسطر سجله وما تقوله النواة.</translation>
    </message>
    <message>
        <source>the last healthy one</source>
        <translation>آخر حالة سليمة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time, what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>حُفظ في %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallPane</name>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>A line for the process</source>
        <translation>سطر يُرسل إلى العملية</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>تظهر المخرجات هنا فور طباعتها.</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <comment>owner, dialect</comment>
        <translation>‏%1 عبر %2</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>مرفوض: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>النتيجة: %1</translation>
    </message>
    <message>
        <source>Input is closed; waiting for the process to end.</source>
        <translation>أُغلق الإدخال؛ بانتظار انتهاء العملية.</translation>
    </message>
    <message>
        <source>The process is running</source>
        <translation>العملية جارية</translation>
    </message>
    <message>
        <source>Send this line to the process</source>
        <translation>إرسال هذا السطر إلى العملية</translation>
    </message>
    <message>
        <source>Tell the process that nothing more comes</source>
        <translation>إبلاغ العملية بانتهاء الإدخال</translation>
    </message>
    <message>
        <source>End the process at once</source>
        <translation>إنهاء العملية فورًا</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CallsModel</name>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientFramesModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>← received</source>
        <translation>← مستلَمة</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>→ مرسَلة</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>ثنائي</translation>
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
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientInspector</name>
    <message>
        <source>Search the messages</source>
        <translation>البحث في الرسائل</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
    <message>
        <source>Content of the message</source>
        <translation>محتوى الرسالة</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>حدّد رسالة لقراءتها كاملة.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Forget the messages seen so far</source>
        <translation>نسيان الرسائل المعروضة حتى الآن</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>تصدير الرسائل</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>أسطر JSON ‎(*.jsonl)</translation>
    </message>
    <message>
        <source>Select a client to watch what it says</source>
        <translation>حدّد عميلًا لمراقبة رسائله</translation>
    </message>
    <message>
        <source>Messages of %1</source>
        <translation>رسائل %1</translation>
    </message>
    <message>
        <source>This client has gone; what it said stays here.</source>
        <translation>غادر هذا العميل؛ وتبقى رسائله هنا.</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln new messages</source>
        <translation>
            <numerusform>متوقف مؤقتًا، لا رسائل جديدة</numerusform>
            <numerusform>متوقف مؤقتًا، رسالة جديدة واحدة</numerusform>
            <numerusform>متوقف مؤقتًا، رسالتان جديدتان</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln رسائل جديدة</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln رسالة جديدة</numerusform>
            <numerusform>متوقف مؤقتًا، %Ln رسالة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages came too fast to show</source>
        <translation>
            <numerusform>عُرضت كل الرسائل</numerusform>
            <numerusform>وصلت رسالة واحدة أسرع من أن تُعرض</numerusform>
            <numerusform>وصلت رسالتان أسرع من أن تُعرضا</numerusform>
            <numerusform>وصلت %Ln رسائل أسرع من أن تُعرض</numerusform>
            <numerusform>وصلت %Ln رسالة أسرع من أن تُعرض</numerusform>
            <numerusform>وصلت %Ln رسالة أسرع من أن تُعرض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln messages are kept.</source>
        <translation>
            <numerusform>لا يُحتفظ بأي رسالة.</numerusform>
            <numerusform>يُحتفظ بأحدث رسالة فقط.</numerusform>
            <numerusform>يُحتفظ بأحدث رسالتين.</numerusform>
            <numerusform>يُحتفظ بأحدث %Ln رسائل.</numerusform>
            <numerusform>يُحتفظ بأحدث %Ln رسالة.</numerusform>
            <numerusform>يُحتفظ بأحدث %Ln رسالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>… cut: the message has %1.</source>
        <translation>… مقتطعة: حجم الرسالة %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages exported to %1</source>
        <translation>
            <numerusform>لم تُصدَّر أي رسالة إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت رسالة واحدة إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت رسالتان إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت %Ln رسائل إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت %Ln رسالة إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت %Ln رسالة إلى ⁦%1⁩</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing since you began to watch. Messages appear here as they are sent and received; fields that hold a password or a token are masked.</source>
        <translation>لا شيء منذ بدأت المراقبة. تظهر الرسائل هنا عند إرسالها واستلامها؛ وتُحجب الحقول التي تحوي كلمة مرور أو رمزًا مميّزًا.</translation>
    </message>
    <message>
        <source>Hold the list still</source>
        <translation>تثبيت القائمة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsModel</name>
    <message>
        <source>%1/s</source>
        <comment>bytes</comment>
        <translation>%1/ث</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>اللهجة</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>الاشتراكات</translation>
    </message>
    <message>
        <source>In</source>
        <comment>messages received</comment>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>messages sent</comment>
        <translation>الصادر</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلَم</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>المرسَل</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدّل</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>المتراكم</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>آخر خطأ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ClientsPage</name>
    <message>
        <source>Filter clients</source>
        <translation>تصفية العملاء</translation>
    </message>
    <message>
        <source>Show what the selected client and the server say to each other</source>
        <translation>عرض ما يتبادله العميل المحدّد والخادم</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients connected</source>
        <translation>
            <numerusform>لا عملاء متصلون</numerusform>
            <numerusform>عميل واحد متصل</numerusform>
            <numerusform>عميلان متصلان</numerusform>
            <numerusform>%Ln عملاء متصلون</numerusform>
            <numerusform>%Ln عميلًا متصلًا</numerusform>
            <numerusform>%Ln عميل متصل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln clients?</source>
        <translation>
            <numerusform>قطع اتصال العملاء؟ (%Ln)</numerusform>
            <numerusform>قطع اتصال عميل واحد؟ (%Ln)</numerusform>
            <numerusform>قطع اتصال عميلين؟ (%Ln)</numerusform>
            <numerusform>قطع اتصال %Ln عملاء؟</numerusform>
            <numerusform>قطع اتصال %Ln عميلًا؟</numerusform>
            <numerusform>قطع اتصال %Ln عميل؟</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is connected. Clients connect to the addresses in the status bar below.</source>
        <translation>لا عميل متصل. يتصل العملاء بالعناوين الظاهرة في شريط الحالة أدناه.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>إعادة ضبط الأعمدة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>What do you want to do? Type a few letters of it.</source>
        <translation>ماذا تريد أن تفعل؟ اكتب بضعة أحرف منه.</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>الأوامر المطابقة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentBoard</name>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>كل ما عداها</translation>
    </message>
    <message>
        <source>Show or hide what stands below</source>
        <translation>إظهار ما تحته أو إخفاؤه</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentCard</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Show the log, at the line that explains this state</source>
        <translation>عرض السجل عند السطر الذي يفسّر هذه الحالة</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>المحاولة التالية بعد %1</translation>
    </message>
    <message>
        <source>Up %1</source>
        <translation>يعمل منذ %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>لم يبدأ قط</translation>
    </message>
    <message>
        <source>Not tried again, since %1</source>
        <translation>لا محاولة أخرى منذ %1</translation>
    </message>
    <message>
        <source>Killed in %1</source>
        <translation>يُنهى خلال %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentDetail</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU والذاكرة</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>الفترة الزمنية</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>٥ دقائق</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>٢٤ ساعة</translation>
    </message>
    <message>
        <source>CPU, percent of one core</source>
        <translation>CPU، نسبة مئوية من نواة واحدة</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>لم يبدأ قط</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>since when, why</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>المحاولة التالية بعد %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>component, state</comment>
        <translation>‏%1 (%2)</translation>
    </message>
    <message>
        <source>Needs %1</source>
        <translation>يحتاج إلى %1</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>يحتاج إليه %1</translation>
    </message>
    <message>
        <source>Select a component to see its log, its figures and why it is in its state.</source>
        <translation>حدّد مكوّنًا لعرض سجله وأرقامه وسبب حالته.</translation>
    </message>
    <message>
        <source>Kill all its processes now instead of waiting</source>
        <translation>إنهاء جميع عملياته الآن بدل الانتظار</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>التبعيات</translation>
    </message>
    <message>
        <source>Last start-up</source>
        <translation>آخر بدء تشغيل</translation>
    </message>
    <message>
        <source>Graph of components</source>
        <translation>مخطط المكوّنات</translation>
    </message>
    <message>
        <source>No component depends on another one: depends_on in the configuration.</source>
        <translation>لا يعتمد أي مكوّن على آخر: depends_on في الإعدادات.</translation>
    </message>
    <message>
        <source>killed in %1</source>
        <translation>يُنهى خلال %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open what it listens on in a browser</source>
        <translation>فتح ما يستمع إليه في المتصفح</translation>
    </message>
    <message numerus="yes">
        <source>%Ln processes</source>
        <translation>
            <numerusform>لا عمليات (%Ln)</numerusform>
            <numerusform>عملية واحدة (%Ln)</numerusform>
            <numerusform>عمليتان (%Ln)</numerusform>
            <numerusform>%Ln عمليات</numerusform>
            <numerusform>%Ln عملية</numerusform>
            <numerusform>%Ln عملية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln threads</source>
        <translation>
            <numerusform>لا خيوط (%Ln)</numerusform>
            <numerusform>خيط واحد (%Ln)</numerusform>
            <numerusform>خيطان (%Ln)</numerusform>
            <numerusform>%Ln خيوط</numerusform>
            <numerusform>%Ln خيطًا</numerusform>
            <numerusform>%Ln خيط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open files</source>
        <translation>
            <numerusform>لا ملفات مفتوحة (%Ln)</numerusform>
            <numerusform>ملف مفتوح واحد (%Ln)</numerusform>
            <numerusform>ملفان مفتوحان (%Ln)</numerusform>
            <numerusform>%Ln ملفات مفتوحة</numerusform>
            <numerusform>%Ln ملفًا مفتوحًا</numerusform>
            <numerusform>%Ln ملف مفتوح</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1, written %2</source>
        <translation>قُرئ %1، كُتب %2</translation>
    </message>
    <message>
        <source>listens on %1</source>
        <translation>يستمع على %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>٧ أيام</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>٣٠ يومًا</translation>
    </message>
    <message>
        <source>Black boxes</source>
        <translation>صناديق سوداء</translation>
    </message>
    <message>
        <source>The last start-up</source>
        <translation>آخر بدء تشغيل</translation>
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
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, state</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsModel</name>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>مدة التشغيل</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>إعادات التشغيل</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ComponentsPage</name>
    <message>
        <source>Filter components</source>
        <translation>تصفية المكوّنات</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Start, stop or restart all components</source>
        <translation>بدء كل المكوّنات أو إيقافها أو إعادة تشغيلها</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>component, error</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>المجموعات</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>إظهار هذه فقط</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>إيقاف %1؟</translation>
    </message>
    <message>
        <source>Needed by %1</source>
        <translation>يحتاج إليه %1</translation>
    </message>
    <message>
        <source>Stop these first</source>
        <translation>إيقاف هذه أولًا</translation>
    </message>
    <message>
        <source>Stop it alone</source>
        <translation>إيقافه وحده</translation>
    </message>
    <message numerus="yes">
        <source>Kill %Ln components?</source>
        <translation>
            <numerusform>إنهاء المكوّنات؟ (%Ln)</numerusform>
            <numerusform>إنهاء مكوّن واحد؟ (%Ln)</numerusform>
            <numerusform>إنهاء مكوّنين؟ (%Ln)</numerusform>
            <numerusform>إنهاء %Ln مكوّنات؟</numerusform>
            <numerusform>إنهاء %Ln مكوّنًا؟</numerusform>
            <numerusform>إنهاء %Ln مكوّن؟</numerusform>
        </translation>
    </message>
    <message>
        <source>How many instances of %1 run, until the server is stopped:</source>
        <translation>عدد نسخ %1 التي تعمل حتى إيقاف الخادم:</translation>
    </message>
    <message>
        <source>No component is configured. Components are the programs the server keeps running: [[component]] in its configuration file.</source>
        <translation>لا مكوّن في الإعدادات. المكوّنات هي البرامج التي يُبقيها الخادم قيد العمل: [[component]] في ملف إعداداته.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ConditionCounters</name>
    <message>
        <source>Show only these, or all again</source>
        <translation>إظهار هذه وحدها، أو الكل من جديد</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DataTable</name>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>لا شيء يطابق التصفية.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::DialectsCard</name>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>الخادم لا يستمع على أي عنوان. أضف [[listener]] إلى إعداداته.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>كل العملاء</translation>
    </message>
    <message>
        <source>Clients by dialect</source>
        <translation>العملاء حسب اللهجة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventFilters</name>
    <message>
        <source>Filter events</source>
        <translation>تصفية الأحداث</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Only what went wrong</source>
        <translation>ما ساء فقط</translation>
    </message>
    <message>
        <source>About</source>
        <translation>يخص</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>عن أي شيء</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر ٢٤ ساعة</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر ٧ أيام</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>بين…</translation>
    </message>
    <message>
        <source>By anybody</source>
        <translation>بواسطة أي أحد</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>By the window</source>
        <translation>بواسطة النافذة</translation>
    </message>
    <message>
        <source>By a schedule</source>
        <translation>بواسطة جدول</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>من تلقاء نفسه</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>About</source>
        <translation>يخص</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>عبر</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::EventsPage</name>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Export the events</source>
        <translation>تصدير الأحداث</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول ‎(*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events exported to %1</source>
        <translation>
            <numerusform>لم يُصدَّر أي حدث إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّر حدث واحد إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّر حدثان إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّرت %Ln أحداث إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّر %Ln حدثًا إلى ⁦%1⁩</numerusform>
            <numerusform>صُدّر %Ln حدث إلى ⁦%1⁩</numerusform>
        </translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <source>Show what happened before the first line</source>
        <translation>إظهار ما حدث قبل السطر الأول</translation>
    </message>
    <message>
        <source>Older events cannot be read: %1</source>
        <translation>تعذّرت قراءة الأحداث الأقدم: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>لا أحداث</numerusform>
            <numerusform>حدث واحد</numerusform>
            <numerusform>حدثان</numerusform>
            <numerusform>%Ln أحداث</numerusform>
            <numerusform>%Ln حدثًا</numerusform>
            <numerusform>%Ln حدث</numerusform>
        </translation>
    </message>
    <message>
        <source>there are older ones</source>
        <translation>توجد أقدم منها</translation>
    </message>
    <message>
        <source>Nothing happened yet. The server writes down what starts, fails and ends, and who did what, over which protocol and from where.</source>
        <translation>لم يحدث شيء بعد. يدوّن الخادم ما يبدأ وما يفشل وما ينتهي، ومن فعل ماذا وعبر أي بروتوكول ومن أين.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExampleLine</name>
    <message>
        <source>Write a configuration…</source>
        <translation>كتابة إعدادات…</translation>
    </message>
    <message>
        <source>Write the example with its comments to a file, for you to change</source>
        <translation>كتابة المثال مع تعليقاته في ملف لتغيّره</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتحه</translation>
    </message>
    <message>
        <source>Open the configuration file</source>
        <translation>فتح ملف الإعدادات</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>عدم إظهار هذا مجددًا</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>لا برنامج يفتحه. افتحه بمحرر نصوص من عندك: %1</translation>
    </message>
    <message>
        <source>Your configuration is in %1. Until the next start the built-in example goes on.</source>
        <translation>إعداداتك في %1. يستمر المثال المدمج حتى بدء التشغيل التالي.</translation>
    </message>
    <message>
        <source>This is the built-in example: programs of this machine that do small real work.</source>
        <translation>هذا هو المثال المدمج: برامج من هذا الجهاز تؤدي أعمالًا صغيرة حقيقية.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionDetailPane</name>
    <message>
        <source>Not available: %1</source>
        <translation>غير متاح: %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>No tasks yet. One row per node or parameter set appears as the execution is planned.</source>
        <translation>لا مهام بعد. يظهر سطر لكل عقدة أو مجموعة معاملات عند تخطيط التنفيذ.</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>المخرجات</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>يجري التحميل…</translation>
    </message>
    <message>
        <source>Select an execution to see its nodes, what they printed and why it ended as it did.</source>
        <translation>حدّد تنفيذًا لعرض عُقده وما طبعته وسبب انتهائه على هذا النحو.</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>تقدّم %1</translation>
    </message>
    <message>
        <source>%1 by %2 over %3</source>
        <comment>kind, owner, dialect</comment>
        <translation>‏%1 من %2 عبر %3</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>بدأ في %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>استغرق %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long it runs so far</comment>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>انتظر %1</translation>
    </message>
    <message>
        <source>created %1</source>
        <translation>أُنشئ في %1</translation>
    </message>
    <message>
        <source>%1 of %2 tasks done</source>
        <translation>المهام المنجزة: %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>لم تفشل أي منها</numerusform>
            <numerusform>فشلت واحدة</numerusform>
            <numerusform>فشلت اثنتان</numerusform>
            <numerusform>فشلت %Ln</numerusform>
            <numerusform>فشلت %Ln</numerusform>
            <numerusform>فشلت %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:
%2</source>
        <comment>name, value</comment>
        <translation>‏%1:
%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Catalogue entry</source>
        <translation>مدخل الفهرس</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>وقت الإنشاء</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>وقت البدء</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>وقت الانتهاء</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>المحاولة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Show what it printed</source>
        <translation>إظهار ما طبعه</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>لم تُلغَ أي مهمة</numerusform>
            <numerusform>أُلغيت مهمة واحدة</numerusform>
            <numerusform>أُلغيت مهمتان</numerusform>
            <numerusform>أُلغيت %Ln مهام</numerusform>
            <numerusform>أُلغيت %Ln مهمة</numerusform>
            <numerusform>أُلغيت %Ln مهمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>all that is known of an execution</comment>
        <translation>الخصائص</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionFilters</name>
    <message>
        <source>Name or execution id</source>
        <translation>الاسم أو معرّف التنفيذ</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>أي نوع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>أي مالك</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Any source</source>
        <translation>أي مصدر</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر ٢٤ ساعة</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر ٧ أيام</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsModel</name>
    <message>
        <source>under way</source>
        <translation>قيد الإنجاز</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>وقت الإنشاء</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExecutionsPage</name>
    <message>
        <source>Executions</source>
        <translation>التنفيذات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions in all</source>
        <translation>
            <numerusform>لا تنفيذات إجمالًا</numerusform>
            <numerusform>تنفيذ واحد إجمالًا</numerusform>
            <numerusform>تنفيذان إجمالًا</numerusform>
            <numerusform>%Ln تنفيذات إجمالًا</numerusform>
            <numerusform>%Ln تنفيذًا إجمالًا</numerusform>
            <numerusform>%Ln تنفيذ إجمالًا</numerusform>
        </translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>يجري التحميل…</translation>
    </message>
    <message>
        <source>older ones are not available: %1</source>
        <translation>التنفيذات الأقدم غير متاحة: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <comment>executions</comment>
        <translation>
            <numerusform>لا شيء جارٍ</numerusform>
            <numerusform>واحد جارٍ</numerusform>
            <numerusform>اثنان جاريان</numerusform>
            <numerusform>%Ln جارية</numerusform>
            <numerusform>%Ln جاريًا</numerusform>
            <numerusform>%Ln جارٍ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions match</source>
        <translation>
            <numerusform>لا تنفيذ مطابق</numerusform>
            <numerusform>تنفيذ واحد مطابق</numerusform>
            <numerusform>تنفيذان مطابقان</numerusform>
            <numerusform>%Ln تنفيذات مطابقة</numerusform>
            <numerusform>%Ln تنفيذًا مطابقًا</numerusform>
            <numerusform>%Ln تنفيذ مطابق</numerusform>
        </translation>
    </message>
    <message>
        <source>No execution yet. Start a pipeline above, or let a client start one: pipelines, process calls, experiments and jobs of every dialect are listed here and kept.</source>
        <translation>لا تنفيذ بعد. ابدأ خط معالجة أعلاه، أو دع عميلًا يبدأ واحدًا: تُسرد هنا وتُحفظ خطوط المعالجة واستدعاءات العمليات والتجارب والوظائف من كل لهجة.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ExportLine</name>
    <message>
        <source>Not exported to %1: %2</source>
        <translation>لم يتم التصدير إلى ⁦%1⁩: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FailuresCard</name>
    <message>
        <source>I have seen them</source>
        <translation>اطّلعت عليها</translation>
    </message>
    <message>
        <source>Take them off this page, for everybody</source>
        <translation>إزالتها من هذه الصفحة للجميع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions failed</source>
        <translation>
            <numerusform>لم يفشل أي تنفيذ</numerusform>
            <numerusform>فشل تنفيذ واحد</numerusform>
            <numerusform>فشل تنفيذان</numerusform>
            <numerusform>فشلت %Ln تنفيذات</numerusform>
            <numerusform>فشل %Ln تنفيذًا</numerusform>
            <numerusform>فشل %Ln تنفيذ</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln times)</source>
        <comment>time of the last failure</comment>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 (مرة واحدة)</numerusform>
            <numerusform>%1 (مرتان)</numerusform>
            <numerusform>%1 (%Ln مرات)</numerusform>
            <numerusform>%1 (%Ln مرة)</numerusform>
            <numerusform>%1 (%Ln مرة)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FindPanel</name>
    <message>
        <source>Find in all logs and outputs</source>
        <translation>البحث في كل السجلات والمخرجات</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>تعبير نمطي</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Lines found</source>
        <translation>الأسطر التي عُثر عليها</translation>
    </message>
    <message>
        <source>The search goes on</source>
        <translation>البحث مستمر</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>Looks through what components log and executions print, as far back as the server keeps it. Return, or a double click, leads to a line in its log.</source>
        <translation>يبحث في سجلات المكوّنات وفي ما تطبعه التنفيذات بقدر ما يحتفظ به الخادم. مفتاح الإدخال أو النقر المزدوج يقود إلى السطر في سجله.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found: the search has ended</source>
        <translation>
            <numerusform>لم يُعثر على شيء (%Ln): انتهى البحث</numerusform>
            <numerusform>عُثر على أكثر من سطر واحد (%Ln): انتهى البحث</numerusform>
            <numerusform>عُثر على أكثر من سطرين (%Ln): انتهى البحث</numerusform>
            <numerusform>عُثر على أكثر من %Ln أسطر: انتهى البحث</numerusform>
            <numerusform>عُثر على أكثر من %Ln سطرًا: انتهى البحث</numerusform>
            <numerusform>عُثر على أكثر من %Ln سطر: انتهى البحث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines found</source>
        <translation>
            <numerusform>لم يُعثر على أي سطر (%Ln)</numerusform>
            <numerusform>عُثر على سطر واحد (%Ln)</numerusform>
            <numerusform>عُثر على سطرين (%Ln)</numerusform>
            <numerusform>عُثر على %Ln أسطر</numerusform>
            <numerusform>عُثر على %Ln سطرًا</numerusform>
            <numerusform>عُثر على %Ln سطر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest of each log are listed: %Ln</source>
        <translation>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
            <numerusform>تُعرض أحدث أسطر كل سجل: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln logs</source>
        <translation>
            <numerusform>في %Ln سجل</numerusform>
            <numerusform>في سجل واحد (%Ln)</numerusform>
            <numerusform>في سجلين (%Ln)</numerusform>
            <numerusform>في %Ln سجلات</numerusform>
            <numerusform>في %Ln سجلًا</numerusform>
            <numerusform>في %Ln سجل</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 lines looked through in %2 s</source>
        <comment>number, seconds with decimals</comment>
        <translation>فُحص %L1 سطرًا في %2 ث</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::FirstConfigDialog</name>
    <message>
        <source>Make one</source>
        <translation>إنشاء واحدة</translation>
    </message>
    <message>
        <source>Write a configuration</source>
        <translation>كتابة إعدادات</translation>
    </message>
    <message>
        <source>What runs now is the built-in example. Its text, with comments that explain it, is written to
%1
for you to change. Its user %2 gets this password:</source>
        <comment>file, user</comment>
        <translation>ما يعمل الآن هو المثال المدمج. يُكتب نصه مع تعليقات تشرحه في
%1
لتغيّره. ويحصل مستخدمه %2 على كلمة المرور هذه:</translation>
    </message>
    <message>
        <source>A password of sixteen characters that nobody guesses</source>
        <translation>كلمة مرور من ستة عشر حرفًا لا يخمّنها أحد</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتحه</translation>
    </message>
    <message>
        <source>No program opens it. Open it with an editor of your own: %1</source>
        <translation>لا برنامج يفتحه. افتحه بمحرر نصوص من عندك: %1</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>الاثنتان غير متطابقتين.</translation>
    </message>
    <message>
        <source>%1 is there already, and stays as it is.</source>
        <translation>%1 موجود من قبل، ويبقى كما هو.</translation>
    </message>
    <message>
        <source>Everybody tries that one first. Choose another.</source>
        <translation>هذه أول ما يجرّبه الجميع. اختر غيرها.</translation>
    </message>
    <message>
        <source>%1 is written. Signalbox reads it from its next start on: change what you like, then quit and start again.</source>
        <translation>كُتب %1. يقرؤه Signalbox من بدء تشغيله التالي: غيّر ما تريد، ثم أنهِه وابدأه من جديد.</translation>
    </message>
    <message>
        <source>Note the password down: it is shown this once, and the file has only its hash.</source>
        <translation>دوّن كلمة المرور: تظهر هذه المرة فقط، وليس في الملف إلا بصمتها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <translation>%1، الأخطاء</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>In the log of</source>
        <translation>في سجل</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphDialog</name>
    <message>
        <source>Run a graph from a file</source>
        <translation>تشغيل مخطط من ملف</translation>
    </message>
    <message>
        <source>A file with a graph (*.json)</source>
        <translation>ملف فيه مخطط (*.json)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose the file with the graph</source>
        <translation>اختيار الملف الذي فيه المخطط</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>How such a file is written</source>
        <translation>كيف يُكتب ملف كهذا</translation>
    </message>
    <message>
        <source>JSON with a list of nodes and a list of edges.</source>
        <translation>ملف JSON فيه قائمة عُقد وقائمة وصلات.</translation>
    </message>
    <message>
        <source>A node has an &quot;id&quot; of its own, a &quot;kind&quot;, which is a [[kind]] of the configuration and has the command, and &quot;params&quot; for it.</source>
        <translation>للعقدة &quot;id&quot; خاص بها، و&quot;kind&quot; هو [[kind]] من الإعدادات وله الأمر، و&quot;params&quot; له.</translation>
    </message>
    <message>
        <source>An edge makes the output of its &quot;source&quot; an input of its &quot;target&quot;, in the order of the edges.</source>
        <translation>تجعل الوصلة خرج &quot;source&quot; دخلًا لـ &quot;target&quot;، بترتيب الوصلات.</translation>
    </message>
    <message>
        <source>The outputs of the nodes that nothing follows are the result.</source>
        <translation>ومخارج العُقد التي لا يتبعها شيء هي النتيجة.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Kinds of this server</source>
        <translation>أنواع هذا الخادم</translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs</source>
        <translation>
            <numerusform>لا مداخل</numerusform>
            <numerusform>مدخل واحد</numerusform>
            <numerusform>مدخلان</numerusform>
            <numerusform>%Ln مداخل</numerusform>
            <numerusform>%Ln مدخلًا</numerusform>
            <numerusform>%Ln مدخل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inputs or more</source>
        <translation>
            <numerusform>أي عدد من المداخل</numerusform>
            <numerusform>مدخل واحد أو أكثر</numerusform>
            <numerusform>مدخلان أو أكثر</numerusform>
            <numerusform>%Ln مداخل أو أكثر</numerusform>
            <numerusform>%Ln مدخلًا أو أكثر</numerusform>
            <numerusform>%Ln مدخل أو أكثر</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 inputs</source>
        <translation>من %1 إلى %2 مداخل</translation>
    </message>
    <message>
        <source>parameters: %1</source>
        <translation>المعاملات: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what it takes and is for</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>None: add a [[kind]] to the configuration file and reload it.</source>
        <translation>لا شيء: أضف [[kind]] إلى ملف الإعدادات وأعد تحميله.</translation>
    </message>
    <message>
        <source>Graphs (*.json);;All files (*)</source>
        <translation>مخططات (*.json);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>تتعذر قراءة %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nodes</source>
        <translation>
            <numerusform>لا عُقد</numerusform>
            <numerusform>عقدة واحدة</numerusform>
            <numerusform>عقدتان</numerusform>
            <numerusform>%Ln عُقد</numerusform>
            <numerusform>%Ln عقدة</numerusform>
            <numerusform>%Ln عقدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edges</source>
        <translation>
            <numerusform>لا وصلات</numerusform>
            <numerusform>وصلة واحدة</numerusform>
            <numerusform>وصلتان</numerusform>
            <numerusform>%Ln وصلات</numerusform>
            <numerusform>%Ln وصلة</numerusform>
            <numerusform>%Ln وصلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>لا يُقرأ: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::GraphView</name>
    <message>
        <source>Graph of nodes</source>
        <translation>مخطط العُقد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>node, state</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>No nodes yet.</source>
        <translation>لا عُقد بعد.</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>أصغر (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>أكبر (+)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>إظهار كامله (0)</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LineChart</name>
    <message>
        <source>Chart. Plus and minus zoom, the arrow keys move, Home shows the newest.</source>
        <translation>رسم بياني. مفتاحا زائد وناقص للتكبير والتصغير، ومفاتيح الأسهم للتحريك، وHome لعرض الأحدث.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>value, time</comment>
        <translation>‏%1 في %2</translation>
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
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Only matching</source>
        <translation>المطابقة فقط</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the component prints them.</source>
        <translation>لم يُطبع شيء بعد. تظهر الأسطر هنا فور طباعة المكوّن لها.</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>كل المستويات</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>‏%1 وما فوق</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>أدنى مستوى معروض</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>لا أسطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>%Ln أسطر</numerusform>
            <numerusform>%Ln سطرًا</numerusform>
            <numerusform>%Ln سطر</numerusform>
        </translation>
    </message>
    <message>
        <source>How many lines are kept</source>
        <translation>عدد الأسطر المحتفظ بها</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>حفظ السجل كاملًا…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>حفظ السجل</translation>
    </message>
    <message>
        <source>Log files (*.log *.txt)</source>
        <translation>ملفات السجل ‎(*.log *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines came too fast to show; they are in the saved log.</source>
        <translation>
            <numerusform>عُرضت كل الأسطر.</numerusform>
            <numerusform>وصل سطر واحد أسرع من أن يُعرض؛ وهو في السجل المحفوظ.</numerusform>
            <numerusform>وصل سطران أسرع من أن يُعرضا؛ وهما في السجل المحفوظ.</numerusform>
            <numerusform>وصلت %Ln أسطر أسرع من أن تُعرض؛ وهي في السجل المحفوظ.</numerusform>
            <numerusform>وصل %Ln سطرًا أسرع من أن يُعرض؛ وهي في السجل المحفوظ.</numerusform>
            <numerusform>وصل %Ln سطر أسرع من أن يُعرض؛ وهي في السجل المحفوظ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier lines are not available: %1</source>
        <translation>الأسطر السابقة غير متاحة: %1</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new lines</source>
        <translation>
            <numerusform>لا أسطر جديدة (%Ln)</numerusform>
            <numerusform>سطر جديد واحد (%Ln)</numerusform>
            <numerusform>سطران جديدان (%Ln)</numerusform>
            <numerusform>%Ln أسطر جديدة</numerusform>
            <numerusform>%Ln سطرًا جديدًا</numerusform>
            <numerusform>%Ln سطر جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>No match in the lines shown</source>
        <translation>لا تطابق في الأسطر المعروضة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines match</source>
        <translation>
            <numerusform>لا أسطر مطابقة (%Ln)</numerusform>
            <numerusform>سطر واحد مطابق (%Ln)</numerusform>
            <numerusform>سطران مطابقان (%Ln)</numerusform>
            <numerusform>%Ln أسطر مطابقة</numerusform>
            <numerusform>%Ln سطرًا مطابقًا</numerusform>
            <numerusform>%Ln سطر مطابق</numerusform>
        </translation>
    </message>
    <message>
        <source>Match %L1 of %L2</source>
        <translation>التطابق %L1 من %L2</translation>
    </message>
    <message>
        <source>Least level shown. Lines of standard error that name no level are always shown: they may be errors.</source>
        <translation>أدنى مستوى معروض. أسطر الخطأ القياسي التي لا تذكر مستوى تُعرض دائمًا: قد تكون أخطاء.</translation>
    </message>
    <message>
        <source>How lines are shown</source>
        <translation>طريقة عرض الأسطر</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as they are printed.</source>
        <translation>لم يُطبع شيء بعد. تظهر الأسطر هنا فور طباعتها.</translation>
    </message>
    <message>
        <source>Output has no times: what was printed before stands where its node began.</source>
        <translation>المخرجات بلا أوقات: ما طُبع من قبل يظهر عند بدء عقدته.</translation>
    </message>
    <message>
        <source>That line is not in the log any more.</source>
        <translation>لم يعد ذلك السطر في السجل.</translation>
    </message>
    <message>
        <source>Older lines, around the one selected. The end leads back to the newest ones.</source>
        <translation>أسطر أقدم حول السطر المحدَّد. النهاية تعيدك إلى أحدث الأسطر.</translation>
    </message>
    <message>
        <source>Save the lines shown…</source>
        <translation>حفظ الأسطر المعروضة…</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>الأخطاء فقط</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogPicker</name>
    <message>
        <source>Filter logs</source>
        <translation>تصفية السجلات</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>المكوّنات</translation>
    </message>
    <message>
        <source>Nodes of executions</source>
        <translation>عُقد التنفيذات</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>الاستدعاءات</translation>
    </message>
    <message>
        <source>Logs to show together</source>
        <translation>السجلات المعروضة معًا</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>call, time</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <comment>node, execution, time</comment>
        <translation>%1، %2 بتاريخ %3</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, End resumes it.</source>
        <translation>يتابع أحدث سطر. التمرير إلى أعلى يوقف ذلك، وEnd يستأنفه.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line.</source>
        <translation>المستوى أو «المطابقة فقط» يخفي كل الأسطر.</translation>
    </message>
    <message>
        <source>The level or &quot;Only matching&quot; hides every line. Some of them name no level: they may be anything.</source>
        <translation>المستوى أو «المطابقة فقط» يخفي كل الأسطر. بعضها لا يذكر مستوى: قد تكون أي شيء.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>البحث في كل مكان</translation>
    </message>
    <message>
        <source>Tick the logs that you want to see together: their lines appear here, merged by time. Return, or a double click, leads to a line in its own log.</source>
        <translation>حدِّد السجلات التي تريد رؤيتها معًا: تظهر أسطرها هنا مدموجة حسب الوقت. مفتاح الإدخال أو النقر المزدوج يقود إلى السطر في سجله.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MainWindow</name>
    <message>
        <source>%1 – Signalbox</source>
        <comment>page</comment>
        <translation>‏%1 – Signalbox</translation>
    </message>
    <message>
        <source>Reset the layout?</source>
        <translation>إعادة ضبط التخطيط؟</translation>
    </message>
    <message>
        <source>Panes, columns and their order, collapsed groups and the size of the window become as they were at the first start. Filters stay.</source>
        <translation>تعود الأجزاء والأعمدة وترتيبها والمجموعات المطوية وحجم النافذة كما كانت عند أول تشغيل. وتبقى عوامل التصفية.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة ضبط</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::MetricsPage</name>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Hold the charts still; measuring goes on</source>
        <translation>تثبيت الرسوم البيانية؛ القياس مستمر</translation>
    </message>
    <message>
        <source>Drag to move, Ctrl and the wheel to zoom, double-click to follow the newest again.</source>
        <translation>اسحب للتحريك، وCtrl مع العجلة للتكبير والتصغير، وانقر مرتين لمتابعة الأحدث من جديد.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>المقاييس</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>٥ دقائق</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>ساعة</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>٢٤ ساعة</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Show the newest at the chosen length</source>
        <translation>عرض الأحدث بالمدة المختارة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>صورة (PNG)…</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>تصدير الرسوم البيانية</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>صور ‎(*.png)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>جدول (CSV)…</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>تصدير الأرقام</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول ‎(*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>تم التصدير إلى ⁦%1⁩</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>٧ أيام</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>٣٠ يومًا</translation>
    </message>
    <message>
        <source>Component over the charts of processor and memory</source>
        <translation>المكوّن فوق رسمي المعالج والذاكرة</translation>
    </message>
    <message>
        <source>Lay over processor and memory:</source>
        <translation>فوق المعالج والذاكرة:</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>لا مكوّن</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ModeCard</name>
    <message>
        <source>Halt now</source>
        <translation>الحظر الآن</translation>
    </message>
    <message>
        <source>Normal operation</source>
        <translation>تشغيل عادي</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>صيانة</translation>
    </message>
    <message>
        <source>Halt executions</source>
        <translation>حظر التنفيذ</translation>
    </message>
    <message>
        <source>Everything may be started.</source>
        <translation>يُسمح ببدء أي شيء.</translation>
    </message>
    <message>
        <source>Nothing new may be started; what runs goes on to its end. Alger clients that try are answered with 399.</source>
        <translation>لا يُسمح ببدء أي جديد؛ وما يجري يستمر حتى نهايته. عملاء Alger الذين يحاولون يتلقّون الرد 399.</translation>
    </message>
    <message>
        <source>Keep them running</source>
        <translation>إبقاؤها جارية</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>وضع التشغيل: %1</translation>
    </message>
    <message>
        <source>This ends nothing any more.</source>
        <translation>لم يعد هذا ينهي شيئًا.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>what is ended, names</comment>
        <translation>‏%1: %2.</translation>
    </message>
    <message>
        <source>Nothing new may be started, and pipelines that run or wait are ended at once. Alger clients are told so with 398. Components go on.</source>
        <translation>لا يُسمح ببدء أي جديد، وتُنهى خطوط المعالجة الجارية والمنتظرة فورًا. يُبلَّغ عملاء Alger بذلك بالرد 398. وتستمر المكوّنات في العمل.</translation>
    </message>
    <message numerus="yes">
        <source>This ends %Ln pipelines</source>
        <translation>
            <numerusform>لا ينهي هذا أي خط معالجة</numerusform>
            <numerusform>ينهي هذا خط معالجة واحدًا</numerusform>
            <numerusform>ينهي هذا خطي معالجة</numerusform>
            <numerusform>ينهي هذا %Ln خطوط معالجة</numerusform>
            <numerusform>ينهي هذا %Ln خط معالجة</numerusform>
            <numerusform>ينهي هذا %Ln خط معالجة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::NewestFollower</name>
    <message>
        <source>Newest</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Jump to the newest line and follow it</source>
        <translation>الانتقال إلى أحدث سطر ومتابعته</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Notifier</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>component</comment>
        <translation>تعطّل %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>execution, state</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how many</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln executions ended</source>
        <translation>
            <numerusform>لم ينتهِ أي تنفيذ</numerusform>
            <numerusform>انتهى تنفيذ واحد</numerusform>
            <numerusform>انتهى تنفيذان</numerusform>
            <numerusform>انتهت %Ln تنفيذات</numerusform>
            <numerusform>انتهى %Ln تنفيذًا</numerusform>
            <numerusform>انتهى %Ln تنفيذ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <comment>component</comment>
        <translation>%1 متدهور</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputPanel</name>
    <message>
        <source>Save output…</source>
        <translation>حفظ المخرجات…</translation>
    </message>
    <message>
        <source>Save all of this output to a file</source>
        <translation>حفظ هذه المخرجات كاملة في ملف</translation>
    </message>
    <message>
        <source>Whose output is shown</source>
        <translation>صاحب المخرجات المعروضة</translation>
    </message>
    <message>
        <source>Save the output</source>
        <translation>حفظ المخرجات</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Node %1</source>
        <translation>العقدة %1</translation>
    </message>
    <message>
        <source>Result: the last nodes&apos; output</source>
        <translation>النتيجة: مخرجات العُقد الأخيرة</translation>
    </message>
    <message>
        <source>Output appears here as it is printed.</source>
        <translation>تظهر المخرجات هنا فور طباعتها.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>لم يُطبع شيء.</translation>
    </message>
    <message>
        <source>There is no output: it printed nothing, or never started.</source>
        <translation>لا مخرجات: لم يُطبع شيء، أو لم يبدأ التنفيذ أصلًا.</translation>
    </message>
    <message>
        <source>No output yet.</source>
        <translation>لا مخرجات بعد.</translation>
    </message>
    <message>
        <source>%1, of which %2 are left out; save it to see all.</source>
        <translation>%1، حُذف منها %2؛ احفظها لعرضها كاملة.</translation>
    </message>
    <message>
        <source>What of it is shown</source>
        <translation>ما يُعرض منه</translation>
    </message>
    <message>
        <source>Output and errors, as they came</source>
        <translation>المخرجات والأخطاء كما وردت</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>المخرجات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Live: output without errors</source>
        <translation>مباشر: المخرجات دون الأخطاء</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OutputView</name>
    <message>
        <source>Output</source>
        <translation>المخرجات</translation>
    </message>
    <message>
        <source>Follows the newest line. Scrolling up stops that, Ctrl+End resumes it.</source>
        <translation>يتابع أحدث سطر. التمرير إلى أعلى يوقف ذلك، وCtrl+End يستأنفه.</translation>
    </message>
    <message>
        <source>[%1 left out here]</source>
        <translation>[حُذف هنا %1]</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::OverviewPage</name>
    <message>
        <source>No component is configured. Add a [[component]] with its command to the configuration file and reload it: the server then keeps it running.</source>
        <translation>لا مكوّن في الإعدادات. أضف [[component]] مع أمره إلى ملف الإعدادات وأعد تحميله: عندئذ يُبقيه الخادم قيد العمل.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>No component is configured. Add a [[component]] with its command to %1 and reload it: the server then keeps it running.</source>
        <translation>لا مكوّن في الإعدادات. أضف [[component]] مع أمره إلى %1 وأعد تحميله: عندئذ يُبقيه الخادم قيد العمل.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesModel</name>
    <message>
        <source>not used</source>
        <translation>غير مستخدمة</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>تُلحق بالأمر</translation>
    </message>
    <message>
        <source>in the command</source>
        <translation>ضمن الأمر</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>العملية</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Needs role</source>
        <translation>الدور المطلوب</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ProcessesPage</name>
    <message>
        <source>Filter processes</source>
        <translation>تصفية العمليات</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>مراقبة</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>العمليات</translation>
    </message>
    <message>
        <source>No call is open. Run a process, or watch a call of a client: what it prints appears here, and you can type to it.</source>
        <translation>لا استدعاء مفتوح. شغّل عملية أو راقب استدعاء عميل: يظهر هنا ما تطبعه العملية، ويمكنك الكتابة إليها.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Separated by spaces; &quot;quote&quot; what contains some.</source>
        <translation>تفصل بينها مسافات؛ واكتب ما يحوي مسافات بين &quot;علامتَي اقتباس&quot;.</translation>
    </message>
    <message>
        <source>Calls under way</source>
        <translation>الاستدعاءات الجارية</translation>
    </message>
    <message>
        <source>No call is under way. Calls of this window and of every client appear here while they run.</source>
        <translation>لا استدعاء جارٍ. تظهر هنا استدعاءات هذه النافذة وكل عميل ما دامت جارية.</translation>
    </message>
    <message>
        <source>Select a process</source>
        <translation>حدّد عملية</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>معاملات %1</translation>
    </message>
    <message>
        <source>Parameters (its command does not use any)</source>
        <translation>المعاملات (أمرها لا يستخدم أيًّا منها)</translation>
    </message>
    <message>
        <source>Call the selected process</source>
        <translation>استدعاء العملية المحدّدة</translation>
    </message>
    <message>
        <source>Follow the selected call</source>
        <translation>متابعة الاستدعاء المحدّد</translation>
    </message>
    <message>
        <source>Close this call&apos;s tab; the call goes on</source>
        <translation>إغلاق تبويب هذا الاستدعاء؛ الاستدعاء يستمر</translation>
    </message>
    <message>
        <source>No process is configured. Processes are what clients may call over pow-1: [[process]] in the configuration file.</source>
        <translation>لا عملية في الإعدادات. العمليات هي ما يجوز للعملاء استدعاؤه عبر pow-1: [[process]] في ملف الإعدادات.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::RunningCard</name>
    <message>
        <source>Nothing is running. Pipelines, processes, experiments and jobs appear here with their progress as soon as any client starts one.</source>
        <translation>لا شيء جارٍ. تظهر هنا خطوط المعالجة والعمليات والتجارب والوظائف مع تقدّمها بمجرد أن يبدأ أي عميل إحداها.</translation>
    </message>
    <message>
        <source>All executions</source>
        <translation>كل التنفيذات</translation>
    </message>
    <message>
        <source>Running executions</source>
        <translation>التنفيذات الجارية</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا مزيد</numerusform>
            <numerusform>وتنفيذ آخر</numerusform>
            <numerusform>وتنفيذان آخران</numerusform>
            <numerusform>و%Ln تنفيذات أخرى</numerusform>
            <numerusform>و%Ln تنفيذًا آخر</numerusform>
            <numerusform>و%Ln تنفيذ آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>%1, %2 over %3</source>
        <comment>state, owner, dialect</comment>
        <translation>‏%1، %2 عبر %3</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>تقدّم %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Saver</name>
    <message>
        <source>Not saved: the connection was lost.</source>
        <translation>لم تُحفظ: فُقد الاتصال.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>يجري الحفظ…</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>Saving: %1 so far</source>
        <comment>how many lines, or bytes</comment>
        <translation>جارٍ الحفظ: %1 حتى الآن</translation>
    </message>
    <message>
        <source>%1 saved to %2</source>
        <comment>how many lines, or bytes; file</comment>
        <translation>حُفظ %1 في ⁦%2⁩</translation>
    </message>
    <message>
        <source>Not saved to %1: %2</source>
        <translation>لم تُحفظ في ⁦%1⁩: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesModel</name>
    <message>
        <source>Running</source>
        <comment>run of a schedule</comment>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>run of a schedule</comment>
        <translation>نجح</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>run of a schedule</comment>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>run of a schedule</comment>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>run of a schedule</comment>
        <translation>قوطع</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>run of a schedule</comment>
        <translation>رُفض</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>run of a schedule</comment>
        <translation>تُخطّي</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>run of a schedule</comment>
        <translation>فات</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>schedule</comment>
        <translation>موقوف مؤقتًا</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>schedule</comment>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>بدء %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>إعادة تشغيل %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>إيقاف %1</translation>
    </message>
    <message>
        <source>Pipeline %1</source>
        <translation>خط المعالجة %1</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>العملية %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>until the next run</comment>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>التشغيل التالي</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>آخر تشغيل</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::SchedulesPage</name>
    <message>
        <source>Filter schedules</source>
        <translation>تصفية الجداول الزمنية</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>schedule, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No schedule is configured. Schedules start pipelines, processes and components by the clock: [[schedule]] in the configuration file.</source>
        <translation>لا جدول في الإعدادات. تبدأ الجداول الزمنية خطوط المعالجة والعمليات والمكوّنات بحسب الساعة: [[schedule]] في ملف الإعدادات.</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerHealth</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened, to whom</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>The server stopped reporting</source>
        <translation>توقّف الخادم عن الإبلاغ</translation>
    </message>
    <message>
        <source>Not connected to the server</source>
        <translation>غير متصل بالخادم</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>كل شيء على ما يرام</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ServerPage</name>
    <message>
        <source>Reload configuration</source>
        <translation>إعادة تحميل الإعدادات</translation>
    </message>
    <message>
        <source>Read the configuration file again; clients stay connected, and a bad file changes nothing</source>
        <translation>قراءة ملف الإعدادات من جديد؛ يبقى العملاء متصلين، والملف المعيب لا يغيّر شيئًا</translation>
    </message>
    <message>
        <source>Listeners</source>
        <translation>نقاط الاستماع</translation>
    </message>
    <message>
        <source>The server listens nowhere. Add a [[listener]] to its configuration.</source>
        <translation>الخادم لا يستمع على أي عنوان. أضف [[listener]] إلى إعداداته.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>No user is configured: everybody is anonymous. Add a [[user]] with a password and roles to the configuration file.</source>
        <translation>لا مستخدم في الإعدادات: الجميع مجهولو الهوية. أضف [[user]] مع كلمة مرور وأدوار إلى ملف الإعدادات.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>The server has not told its limits.</source>
        <translation>لم يُبلغ الخادم عن حدوده.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Reloaded at %1.</source>
        <translation>أُعيد التحميل في %1.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>مُطبَّق: %1</translation>
    </message>
    <message>
        <source>At the next start: %1</source>
        <translation>عند التشغيل التالي: %1</translation>
    </message>
    <message>
        <source>Nothing had changed.</source>
        <translation>لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Copy the path of %1</source>
        <translation>نسخ مسار %1</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>هذا الخادم</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>مدة التشغيل</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>السعة</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>the configuration file</source>
        <translation>ملف الإعدادات</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>version, host</comment>
        <translation>‏%1 على %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln workers</source>
        <translation>
            <numerusform>لا عمّال تنفيذ</numerusform>
            <numerusform>عامل تنفيذ واحد</numerusform>
            <numerusform>عاملا تنفيذ</numerusform>
            <numerusform>%Ln عمّال تنفيذ</numerusform>
            <numerusform>%Ln عامل تنفيذ</numerusform>
            <numerusform>%Ln عامل تنفيذ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipelines at once</source>
        <translation>
            <numerusform>لا خطوط معالجة</numerusform>
            <numerusform>خط معالجة واحد في آن</numerusform>
            <numerusform>خطّا معالجة معًا</numerusform>
            <numerusform>%Ln خطوط معالجة معًا</numerusform>
            <numerusform>%Ln خط معالجة معًا</numerusform>
            <numerusform>%Ln خط معالجة معًا</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in example</source>
        <translation>المثال المدمج</translation>
    </message>
    <message>
        <source>encrypted (TLS)</source>
        <translation>مشفّرة (TLS)</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>how long, since when</comment>
        <translation>%1، منذ %2</translation>
    </message>
    <message>
        <source>Issue a token…</source>
        <translation>إصدار رمز مميّز…</translation>
    </message>
    <message>
        <source>Let a program come in as one of these users, for a while</source>
        <translation>السماح لبرنامج بالدخول باسم أحد هؤلاء المستخدمين لفترة محدودة</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>غير مشفّر</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>تستمع</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::ShortcutsDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Sidebar</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>page, what it has</comment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StartDialog</name>
    <message>
        <source>Start a pipeline</source>
        <translation>بدء خط معالجة</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>خط المعالجة</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>No pipeline is configured. Add a [[pipeline]] to the configuration file and reload it.</source>
        <translation>لا خط معالجة في الإعدادات. أضف [[pipeline]] إلى ملف الإعدادات وأعد تحميله.</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>العُقد: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of parameter %1</source>
        <translation>اسم المعامل %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>الافتراضي %1</translation>
    </message>
    <message>
        <source>Value of parameter %1</source>
        <translation>قيمة المعامل %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>قيمة %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::StatusLine</name>
    <message>
        <source>● Not connected</source>
        <translation>● غير متصل</translation>
    </message>
    <message>
        <source>● Stale</source>
        <translation>● بيانات قديمة</translation>
    </message>
    <message>
        <source>No listener</source>
        <translation>لا نقطة استماع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln clients</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%Ln عملاء</numerusform>
            <numerusform>%Ln عميلًا</numerusform>
            <numerusform>%Ln عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>Last tick %1 ago</source>
        <translation>آخر نبضة قبل %1</translation>
    </message>
    <message>
        <source>No tick yet</source>
        <translation>لا نبضة بعد</translation>
    </message>
    <message>
        <source>Show what this is about</source>
        <translation>إظهار ما يتعلق به هذا</translation>
    </message>
    <message>
        <source>Show the clients</source>
        <translation>إظهار العملاء</translation>
    </message>
    <message>
        <source>Show the executions</source>
        <translation>إظهار عمليات التنفيذ</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TasksModel</name>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>العقدة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>العامل</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>وقت البدء</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>رمز الخروج</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>المعاملات</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TokenDialog</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>نسخ الرمز المميّز</translation>
    </message>
    <message>
        <source>Issue a token</source>
        <translation>إصدار رمز مميّز</translation>
    </message>
    <message>
        <source>A program that has the token comes in as this user, with the user&apos;s rights, until it expires: as ?token=… in the address or in the header Authorization: Bearer …. A token cannot be taken back; who is taken out of the configuration is refused all the same.</source>
        <translation>البرنامج الذي يحمل الرمز المميّز يدخل باسم هذا المستخدم وبصلاحياته حتى انتهاء مدته: بصيغة ⁦?token=…⁩ في العنوان أو في الترويسة ⁦Authorization: Bearer …⁩. لا يمكن سحب الرمز المميّز؛ لكن من يُزال من الإعدادات يُرفض على أي حال.</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>إصدار</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>user, roles</comment>
        <translation>‏%1 (%2)</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>مدة صلاحية الرمز المميّز</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>الصلاحية</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميّز</translation>
    </message>
    <message>
        <source>For %1, good for %2. Copy it now: it is kept nowhere and not shown again.</source>
        <comment>user, how long</comment>
        <translation>للمستخدم %1، صالح لمدة %2. انسخه الآن: لا يُحفظ في أي مكان ولن يُعرض ثانية.</translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>دقائق</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>ساعات</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>behind a number</comment>
        <translation>
            <numerusform>يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>أيام</numerusform>
            <numerusform>يومًا</numerusform>
            <numerusform>يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::Tray</name>
    <message>
        <source>Hide the window</source>
        <translation>إخفاء النافذة</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>إظهار النافذة</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>وضع التشغيل: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::widgets::TypeLine</name>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send this line to the component</source>
        <translation>إرسال هذا السطر إلى المكوّن</translation>
    </message>
    <message>
        <source>A line for the component</source>
        <translation>سطر للمكوّن</translation>
    </message>
</context>
</TS>
