<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActivationNews</name>
    <message>
        <source>Account activated</source>
        <translation>فُعّل الحساب</translation>
    </message>
    <message>
        <source>Account activated and form printed</source>
        <translation>فُعّل الحساب وطُبع النموذج</translation>
    </message>
    <message>
        <source>Activating the account</source>
        <translation>جارٍ تفعيل الحساب</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>لم تُحفظ المسودة</translation>
    </message>
    <message>
        <source>Form printed</source>
        <translation>طُبع النموذج</translation>
    </message>
    <message>
        <source>Form printed again, marked as a copy</source>
        <translation>أُعيدت طباعة النموذج وعليه «نسخة»</translation>
    </message>
    <message>
        <source>Form sent</source>
        <translation>أُرسل النموذج</translation>
    </message>
    <message>
        <source>Making the form</source>
        <translation>جارٍ إعداد النموذج</translation>
    </message>
    <message>
        <source>Printing the form</source>
        <translation>جارٍ طباعة النموذج</translation>
    </message>
    <message>
        <source>Take it from its queue to work on it.</source>
        <translation>اسحبها من قائمتها لتعمل عليها.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>لم يتم ذلك</translation>
    </message>
    <message>
        <source>The form was not printed</source>
        <translation>لم يُطبع النموذج</translation>
    </message>
    <message>
        <source>The form was not printed: {fault} Print again with F7.</source>
        <translation>لم يُطبع النموذج: {fault} أعد الطباعة بمفتاح ⁦F7⁩.</translation>
    </message>
    <message>
        <source>The printer has the form.</source>
        <translation>النموذج لدى الطابعة.</translation>
    </message>
    <message>
        <source>The program met a fault of its own. Try again, or tell support.</source>
        <translation>حدث خلل في البرنامج. أعد المحاولة، أو أبلغ الدعم الفني.</translation>
    </message>
    <message>
        <source>This request is no longer yours</source>
        <translation>المعاملة لم تعد لديك</translation>
    </message>
    <message>
        <source>What you entered stays here to read, unsaved.</source>
        <translation>ما أدخلته باقٍ هنا للقراءة، ولا يُحفظ.</translation>
    </message>
    <message>
        <source>You do not hold this request</source>
        <translation>المعاملة ليست مسحوبة باسمك</translation>
    </message>
</context>
<context>
    <name>ActivationReasons</name>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Hold the request</source>
        <translation>تعليق الطلب</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reject the request</source>
        <translation>رفض الطلب</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Return to the applicant</source>
        <translation>إعادة الطلب إلى المستفيد</translation>
    </message>
    <message>
        <source>The applicant has gone to fetch a document</source>
        <translation>ذهب المستفيد لإحضار وثيقة</translation>
    </message>
    <message>
        <source>The applicant is waiting for his mobile</source>
        <translation>ينتظر المستفيد جواله</translation>
    </message>
    <message>
        <source>The data differ from the civil register</source>
        <translation>البيانات تخالف السجل المدني</translation>
    </message>
    <message>
        <source>The document has expired</source>
        <translation>الوثيقة منتهية</translation>
    </message>
    <message>
        <source>The document is not genuine</source>
        <translation>الوثيقة غير صحيحة</translation>
    </message>
    <message>
        <source>The fingerprint does not match</source>
        <translation>البصمة غير مطابقة</translation>
    </message>
    <message>
        <source>The mobile is wrong or out of reach</source>
        <translation>رقم الجوال خاطئ أو غير متاح</translation>
    </message>
    <message>
        <source>The original document was not brought</source>
        <translation>لم يُحضر أصل الوثيقة</translation>
    </message>
    <message>
        <source>The person is not the one in the portraits</source>
        <translation>الحاضر ليس صاحب الصورتين</translation>
    </message>
</context>
<context>
    <name>ActivationShowing</name>
    <message>
        <source>Account activation form</source>
        <translation>إقرار تفعيل حساب</translation>
    </message>
    <message>
        <source>Activation officer</source>
        <translation>موظف التفعيل</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>اسم المستفيد</translation>
    </message>
    <message>
        <source>Applicant&apos;s signature</source>
        <translation>توقيع المستفيد</translation>
    </message>
    <message>
        <source>Civil register</source>
        <translation>صورة السجل</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>تستحق {when}</translation>
    </message>
    <message>
        <source>Goes to {mobile}</source>
        <translation>يُرسل إلى {mobile}</translation>
    </message>
    <message>
        <source>I confirm that the data above are right and that the mobile is mine. I accept the terms, and keep the username and password secret.</source>
        <translation>أقر بصحة المعلومات الواردة أعلاه، وبأن رقم الجوال يخصني، وألتزم بالشروط والأحكام، وبالمحافظة على سرية اسم المستخدم وكلمة المرور.</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Mobile confirmed by code</source>
        <translation>تأكيد الجوال بالرمز</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>لم يُطبع بعد</translation>
    </message>
    <message>
        <source>Printed after activation</source>
        <translation>يُطبع بعد التفعيل</translation>
    </message>
    <message>
        <source>Printed; again makes a marked copy</source>
        <translation>طُبع، وإعادته نسخة معلّمة</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>صورة الطلب</translation>
    </message>
    <message>
        <source>Request number</source>
        <translation>رقم المعاملة</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>إرسال الرمز</translation>
    </message>
    <message>
        <source>Sent to {mobile}</source>
        <translation>أُرسل إلى {mobile}</translation>
    </message>
    <message>
        <source>The applicant dictates the code; staff never see it.</source>
        <translation>يملي المستفيد الرمز، ولا يظهر للموظف.</translation>
    </message>
    <message>
        <source>Try {number} of {total}</source>
        <translation>محاولة {number} من {total}</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Valid for {time}</source>
        <translation>صالح لمدة {time}</translation>
    </message>
    <message>
        <source>possible in {time}</source>
        <translation>متاحة بعد {time}</translation>
    </message>
    <message>
        <source>received {when}, {source}</source>
        <translation>استُلمت {when} من {source}</translation>
    </message>
    <message>
        <source>taken by you {time}</source>
        <translation>سحبتها أنت {time}</translation>
    </message>
    <message>
        <source>taken by {name} {time}</source>
        <translation>سحبها {name} {time}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
</context>
<context>
    <name>ActivationStation</name>
    <message>
        <source>Activation form</source>
        <translation>نموذج التفعيل</translation>
    </message>
    <message>
        <source>Approve and activate</source>
        <translation>اعتماد وتفعيل</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>عودة إلى القائمة</translation>
    </message>
    <message>
        <source>Compare the person before you with both pictures.</source>
        <translation>قارن الحاضر أمامك بالصورتين قبل تسجيل النتيجة.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>إرجاع للقائمة</translation>
    </message>
    <message>
        <source>Handling time {time}</source>
        <translation>زمن المعالجة {time}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Identity comparison</source>
        <translation>مطابقة الهوية</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>المستفيد التالي</translation>
    </message>
    <message>
        <source>Notes for the record</source>
        <translation>ملاحظات للسجل</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Return for completion</source>
        <translation>إعادة للاستكمال</translation>
    </message>
    <message>
        <source>The request did not open</source>
        <translation>تعذّر فتح المعاملة</translation>
    </message>
    <message>
        <source>Verification of the applicant</source>
        <translation>التحقق من المستفيد</translation>
    </message>
</context>
<context>
    <name>ActivationStationPresenter</name>
    <message>
        <source>Given back to the queue</source>
        <translation>عادت إلى القائمة</translation>
    </message>
    <message>
        <source>Request held</source>
        <translation>عُلّقت المعاملة</translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation>رُفض الطلب</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <translation>أُعيدت إلى المستفيد</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>ما أدخلته محفوظ.</translation>
    </message>
</context>
<context>
    <name>ActivationWords</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n اختلاف</numerusform>
            <numerusform>%n اختلاف</numerusform>
            <numerusform>اختلافان</numerusform>
            <numerusform>%n اختلافات</numerusform>
            <numerusform>%n اختلافًا</numerusform>
            <numerusform>%n اختلاف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matching</source>
        <translation>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n أمر آخر</numerusform>
            <numerusform>أمر آخر</numerusform>
            <numerusform>أمران آخران</numerusform>
            <numerusform>%n أمور أخرى</numerusform>
            <numerusform>%n أمرًا آخر</numerusform>
            <numerusform>%n أمر آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spelling difference(s)</source>
        <translation>
            <numerusform>%n اختلاف كتابة</numerusform>
            <numerusform>%n اختلاف كتابة</numerusform>
            <numerusform>اختلافا كتابة</numerusform>
            <numerusform>%n اختلافات كتابة</numerusform>
            <numerusform>%n اختلاف كتابة</numerusform>
            <numerusform>%n اختلاف كتابة</numerusform>
        </translation>
    </message>
    <message>
        <source>A wrong code was dictated</source>
        <translation>أُملي رمز غير صحيح</translation>
    </message>
    <message>
        <source>Birth date (AH)</source>
        <translation>تاريخ الميلاد (هـ)</translation>
    </message>
    <message>
        <source>Birth date (CE)</source>
        <translation>تاريخ الميلاد (م)</translation>
    </message>
    <message>
        <source>By the code</source>
        <translation>يؤكد بالرمز</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>أُرسل الرمز الأول</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>Copy {copy}</source>
        <translation>نسخة {copy}</translation>
    </message>
    <message>
        <source>Document expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>انتهت مدته</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Father</source>
        <translation>اسم الأب</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Grandfather</source>
        <translation>اسم الجد</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Mobile confirmed</source>
        <translation>تأكد الجوال</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>New code sent, the earlier one is void</source>
        <translation>أُرسل رمز جديد، وأُلغي السابق</translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation>نفدت المحاولات</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>غير مسجل</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>لم يُرسل بعد</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>لم يُذكر</translation>
    </message>
    <message>
        <source>Notice of the mobile&apos;s move</source>
        <translation>إبلاغ بنقل الجوال</translation>
    </message>
    <message>
        <source>Original document</source>
        <translation>أصل الوثيقة</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>مطابقة الصورتين</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Short address</source>
        <translation>العنوان المختصر</translation>
    </message>
    <message>
        <source>Still missing: {list}</source>
        <translation>يتبقى: {list}</translation>
    </message>
    <message>
        <source>The code could not be sent</source>
        <translation>تعذّر إرسال الرمز</translation>
    </message>
    <message>
        <source>This bars the activation: return (F6) or reject (F8).</source>
        <translation>هذا يمنع التفعيل: أعد الطلب (⁦F6⁩) أو ارفضه (⁦F8⁩).</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>ساري</translation>
    </message>
    <message>
        <source>Waiting for the code</source>
        <translation>بانتظار الرمز</translation>
    </message>
    <message>
        <source>difference in {value}</source>
        <translation>اختلاف {value}</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>رمز التحقق</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>انتهاؤها {day}</translation>
    </message>
    <message>
        <source>{before}, {next}</source>
        <translation>{before}، و{next}</translation>
    </message>
</context>
<context>
    <name>AttachmentPresenter</name>
    <message>
        <source>This file cannot be shown here.</source>
        <translation>لا يمكن عرض هذا الملف هنا.</translation>
    </message>
</context>
<context>
    <name>AttachmentViewer</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The file is not shown</source>
        <translation>تعذّر عرض الملف</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Note for the record</source>
        <translation>ملاحظة للسجل</translation>
    </message>
</context>
<context>
    <name>ClockPanel</name>
    <message>
        <source>Absher Desk</source>
        <translation>مكتب أبشر</translation>
    </message>
    <message>
        <source>The back office of the branches</source>
        <translation>المكتب الخلفي لموظفي الفروع</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Accepted</source>
        <translation>قُبل</translation>
    </message>
    <message>
        <source>In the civil register</source>
        <translation>في السجل المدني</translation>
    </message>
    <message>
        <source>In the request</source>
        <translation>في الطلب</translation>
    </message>
    <message>
        <source>Take register</source>
        <translation>اعتماد السجل</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>البيان</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>1–4 h</source>
        <translation>1–4 س</translation>
    </message>
    <message>
        <source>4–24 h</source>
        <translation>4–24 س</translation>
    </message>
    <message>
        <source>Ages of the queues</source>
        <translation>أعمار القوائم</translation>
    </message>
    <message>
        <source>Close of the day</source>
        <translation>إقفال اليوم</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>إقفال اليوم</translation>
    </message>
    <message>
        <source>Close the day {date}</source>
        <translation>إقفال يوم {date}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم المعروض</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>التصدير إلى</translation>
    </message>
    <message>
        <source>Movement by hour</source>
        <translation>الحركة بالساعة</translation>
    </message>
    <message>
        <source>Nobody has finished or taken anything on this day.</source>
        <translation>لم ينجز أحد شيئًا في هذا اليوم ولم يسحب معاملة.</translation>
    </message>
    <message>
        <source>Officers&apos; load</source>
        <translation>حمل الموظفين</translation>
    </message>
    <message>
        <source>Print the day report</source>
        <translation>طباعة التقرير اليومي</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Supervisor&apos;s board</source>
        <translation>لوحة المشرف</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>أنجز</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>بيده</translation>
    </message>
    <message>
        <source>older</source>
        <translation>أكثر</translation>
    </message>
    <message>
        <source>received</source>
        <translation>مستلمة</translation>
    </message>
    <message>
        <source>steps finished</source>
        <translation>خطوات منجزة</translation>
    </message>
    <message>
        <source>under 1 h</source>
        <translation>أقل من ساعة</translation>
    </message>
</context>
<context>
    <name>DayPagePresenter</name>
    <message>
        <source>Report exported</source>
        <translation>صُدّر التقرير</translation>
    </message>
    <message>
        <source>Report printed</source>
        <translation>طُبع التقرير</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>تعذّر تنفيذ ذلك</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>أُقفل اليوم</translation>
    </message>
    <message>
        <source>The report did not load</source>
        <translation>تعذّر تحميل التقرير</translation>
    </message>
</context>
<context>
    <name>DayShowing</name>
    <message>
        <source>As of {time}</source>
        <translation>حتى {time}</translation>
    </message>
    <message>
        <source>Closed at {time}</source>
        <translation>أُقفل {time}</translation>
    </message>
    <message>
        <source>Documents issued: {documents}, copies: {copies}</source>
        <translation>وثائق صادرة: {documents}، نسخ: {copies}</translation>
    </message>
    <message>
        <source>In hand: {count}</source>
        <translation>بيد الموظفين: {count}</translation>
    </message>
    <message>
        <source>Returned: {count}</source>
        <translation>معادة: {count}</translation>
    </message>
    <message>
        <source>Steps finished: {count}</source>
        <translation>خطوات منجزة: {count}</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>اليوم مقفل</translation>
    </message>
    <message>
        <source>The day is open</source>
        <translation>اليوم مفتوح</translation>
    </message>
    <message>
        <source>The day is over, not closed</source>
        <translation>انتهى اليوم ولم يُقفل</translation>
    </message>
    <message>
        <source>The day lasts: what is done after closing is in no report of this day.</source>
        <translation>لم ينته اليوم بعد: ما يُنجز بعد الإقفال لا يظهر في تقرير هذا اليوم.</translation>
    </message>
    <message>
        <source>The report is frozen with its hash and the log is sealed.</source>
        <translation>يُجمّد التقرير ببصمته ويُختم السجل.</translation>
    </message>
    <message>
        <source>The report is frozen: shown, printed or exported again it is the same.</source>
        <translation>التقرير مجمّد: يبقى كما هو مهما عُرض أو طُبع أو صُدّر.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>oldest {span}</source>
        <translation>أقدمها {span}</translation>
    </message>
    <message>
        <source>{share} of those pending</source>
        <translation>{share} من المنتظرة</translation>
    </message>
    <message>
        <source>{share} of those received</source>
        <translation>{share} من المستلمة</translation>
    </message>
</context>
<context>
    <name>DeskApplication</name>
    <message>
        <source>Demonstration: the applicant&apos;s phone {mobile}</source>
        <translation>عرض توضيحي: هاتف المستفيد {mobile}</translation>
    </message>
</context>
<context>
    <name>DeskPrinters</name>
    <message>
        <source>No printer</source>
        <translation>لا توجد طابعة</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>الطابعة جاهزة</translation>
    </message>
    <message>
        <source>Printer stopped</source>
        <translation>الطابعة متوقفة</translation>
    </message>
    <message>
        <source>Saves as PDF</source>
        <translation>تُحفظ ملفات PDF</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Absher Desk</source>
        <translation>مكتب أبشر</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Attachments: {count}</source>
        <translation>المرفقات {count}</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys.</source>
        <translation>اختر معاملة بالأسهم.</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Give back to the queue</source>
        <translation>إعادة إلى القائمة</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>تعليق…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>No request selected</source>
        <translation>لم تُحدد معاملة</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>فتح المعاملة</translation>
    </message>
    <message>
        <source>Reject…	F8</source>
        <translation>رفض…	F8</translation>
    </message>
    <message>
        <source>Return for completion…	F6</source>
        <translation>إعادة للاستكمال…	F6</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Take and open</source>
        <translation>سحب وفتح</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>استئناف العمل عليها</translation>
    </message>
    <message>
        <source>Way of the request</source>
        <translation>سير المعاملة</translation>
    </message>
</context>
<context>
    <name>DetailWords</name>
    <message>
        <source>Date of birth</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>رقم الجوال</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>الصورة الشخصية</translation>
    </message>
    <message>
        <source>Short address</source>
        <translation>العنوان المختصر</translation>
    </message>
    <message>
        <source>Waiting for the applicant</source>
        <translation>بانتظار المستفيد</translation>
    </message>
    <message>
        <source>Waiting for: {role}</source>
        <translation>بانتظار {role}</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>لديك الآن</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>لدى {name}</translation>
    </message>
    <message>
        <source>{moment}, {who}</source>
        <translation>{moment}، {who}</translation>
    </message>
    <message>
        <source>{service}, by: {source}</source>
        <translation>{service}، عبر {source}</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
</context>
<context>
    <name>FailedState</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Activation</source>
        <translation>التحقق والتفعيل</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>Channel: all</source>
        <translation>القناة: الكل</translation>
    </message>
    <message>
        <source>Copy 3</source>
        <translation>نسخة 3</translation>
    </message>
    <message>
        <source>Does not match the building number.</source>
        <translation>لا يطابق رقم المبنى.</translation>
    </message>
    <message>
        <source>Drafts are kept on this computer; approving and printing stopped.</source>
        <translation>تُحفظ المسودات على هذا الجهاز، والاعتماد والطباعة متوقفان.</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>تستحق اليوم</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Every state has words, never colour alone.</source>
        <translation>لكل حالة كلمات، لا لون وحده.</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>رسوم</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>تركيز</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>تحت الإجراء</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>متأخرة</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>مطابقة</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>معاملاتي</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>No answer within 10 seconds.</source>
        <translation>لم يستجب الخادم خلال 10 ثوانٍ.</translation>
    </message>
    <message>
        <source>No requests in this queue</source>
        <translation>لا معاملات في هذه القائمة</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>معطل</translation>
    </message>
    <message>
        <source>Offline since 10:40</source>
        <translation>دون اتصال منذ 10:40</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>غير مطابق</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>قراءة فقط</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلمت</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Remove the filter, or wait.</source>
        <translation>أزل التصفية، أو انتظر وصول معاملة جديدة.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>بلاغ</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إعادة للاستكمال</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>صغير</translation>
    </message>
    <message>
        <source>Still missing: the code</source>
        <translation>يتبقى: رمز التحقق</translation>
    </message>
    <message>
        <source>The check digit is wrong.</source>
        <translation>رقم التحقق غير صحيح.</translation>
    </message>
    <message>
        <source>The mobile moves here from another account.</source>
        <translation>رقم الجوال مسجل في حساب آخر، وسيُنقل إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>The original was seen</source>
        <translation>شوهد الأصل</translation>
    </message>
    <message>
        <source>The passport was cancelled yesterday, for ever.</source>
        <translation>أُلغي الجواز في السجل أمس. البلاغ نهائي لا يُسحب.</translation>
    </message>
    <message>
        <source>The queue did not load</source>
        <translation>تعذّر تحميل القائمة</translation>
    </message>
    <message>
        <source>Told of the transfer</source>
        <translation>أُبلغ بنقل الجوال</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>غير واضح</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>ساري</translation>
    </message>
    <message>
        <source>Waiting for an officer</source>
        <translation>بانتظار موظف التفعيل</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Way of the request</source>
        <translation>سير المعاملة</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>تستحق اليوم</translation>
    </message>
    <message>
        <source>late</source>
        <translation>متأخرة</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Accept the register&apos;s value</source>
        <translation>اعتماد قيمة السجل</translation>
    </message>
    <message>
        <source>Account activation</source>
        <translation>تفعيل الحسابات</translation>
    </message>
    <message>
        <source>Approve and activate</source>
        <translation>اعتماد وتفعيل</translation>
    </message>
    <message>
        <source>Approve the step</source>
        <translation>اعتماد الخطوة</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Choose a request</source>
        <translation>اختيار معاملة</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>إقفال اليوم</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>التقرير اليومي</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>تصفية القائمة</translation>
    </message>
    <message>
        <source>Go to a place of the rail</source>
        <translation>الانتقال إلى قائمة</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>اختصارات اللوحة</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>قفل الشاشة</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>المستفيد التالي</translation>
    </message>
    <message>
        <source>Open it; a free one of yours is taken</source>
        <translation>فتحها، وتُسحب إن كانت متاحة لك</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print the day report</source>
        <translation>طباعة التقرير اليومي</translation>
    </message>
    <message>
        <source>Print the form again</source>
        <translation>إعادة طباعة النموذج</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>Reject, with a reason</source>
        <translation>رفض مع السبب</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>المعاملة</translation>
    </message>
    <message>
        <source>Return for completion</source>
        <translation>إعادة للاستكمال</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>حفظ المسودة</translation>
    </message>
    <message>
        <source>Search or scan</source>
        <translation>بحث أو مسح</translation>
    </message>
    <message>
        <source>Send the code, or a new one</source>
        <translation>إرسال الرمز أو رمز جديد</translation>
    </message>
    <message>
        <source>Take it and begin</source>
        <translation>سحبها والبدء</translation>
    </message>
    <message>
        <source>Take it and stay in the list</source>
        <translation>سحبها والبقاء في القائمة</translation>
    </message>
    <message>
        <source>Take the next request</source>
        <translation>سحب التالي</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>هذه اللوحة</translation>
    </message>
    <message>
        <source>Tick or choose</source>
        <translation>تأشير أو اختيار</translation>
    </message>
    <message>
        <source>To the next field or button</source>
        <translation>الحقل أو الزر التالي</translation>
    </message>
    <message>
        <source>Type the code</source>
        <translation>كتابة رمز التحقق</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked since {time}.</source>
        <translation>مقفلة منذ {time}.</translation>
    </message>
    <message>
        <source>Sign in as someone else</source>
        <translation>الدخول بمستخدم آخر</translation>
    </message>
    <message>
        <source>The screen is locked</source>
        <translation>الشاشة مقفلة</translation>
    </message>
    <message>
        <source>Too many attempts. Try again in {time}.</source>
        <translation>تجاوزت عدد المحاولات. حاول بعد {time}.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Your work is kept as you left it.</source>
        <translation>عملك محفوظ كما تركته.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Absher Desk</source>
        <translation>مكتب أبشر</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>No work queues for your role</source>
        <translation>لا قوائم عمل لهذا الدور</translation>
    </message>
    <message>
        <source>Use the commands to look after the branch: absher-desk doctor</source>
        <translation>تُدار شؤون الفرع من سطر الأوامر: absher-desk doctor</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>It came out</source>
        <translation>خرجت الورقة</translation>
    </message>
    <message>
        <source>Nothing came out</source>
        <translation>لم يخرج شيء</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Arabic keyboard. To switch: {key}</source>
        <translation>لوحة المفاتيح عربية. للتبديل {key}</translation>
    </message>
    <message>
        <source>English keyboard. To switch: {key}</source>
        <translation>لوحة المفاتيح إنجليزية. للتبديل {key}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>{key} is on: letters come out as capitals.</source>
        <translation>مفتاح {key} مفعّل، وستُكتب الأحرف كبيرة.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>How long</source>
        <translation>مدة التعليق</translation>
    </message>
    <message>
        <source>Two hours</source>
        <translation>ساعتين</translation>
    </message>
    <message>
        <source>Until taken up again</source>
        <translation>حتى تُستأنف</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>حتى غدٍ 08:00</translation>
    </message>
</context>
<context>
    <name>QueueActs</name>
    <message numerus="yes">
        <source>%n request(s) assigned.</source>
        <translation>
            <numerusform>لم تُحَل معاملات.</numerusform>
            <numerusform>أُحيلت معاملة واحدة.</numerusform>
            <numerusform>أُحيلت معاملتان.</numerusform>
            <numerusform>أُحيلت %n معاملات.</numerusform>
            <numerusform>أُحيلت %n معاملة.</numerusform>
            <numerusform>أُحيلت %n معاملة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take</source>
        <translation>لا معاملة متاحة للسحب</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>تعذّر تنفيذ ذلك</translation>
    </message>
    <message>
        <source>The request can be taken again.</source>
        <translation>يمكن سحب المعاملة من جديد.</translation>
    </message>
    <message>
        <source>The request is back in the queue; what was entered stays with it.</source>
        <translation>عادت المعاملة إلى القائمة، وما أُدخل باقٍ معها.</translation>
    </message>
    <message>
        <source>The request is held.</source>
        <translation>عُلّقت المعاملة.</translation>
    </message>
    <message>
        <source>The request is rejected; the applicant is told why.</source>
        <translation>رُفضت المعاملة، وسيُبلّغ المستفيد بالسبب.</translation>
    </message>
    <message>
        <source>The request is returned; the applicant is told why.</source>
        <translation>أُعيدت المعاملة، وسيُبلّغ المستفيد بالسبب.</translation>
    </message>
    <message>
        <source>What is open here is held, returned, or not for you to do.</source>
        <translation>ما بقي في القائمة معلّق أو معاد أو ليس من عملك.</translation>
    </message>
</context>
<context>
    <name>QueueChoices</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Hold the request</source>
        <translation>تعليق المعاملة</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>معاملاتي</translation>
    </message>
    <message>
        <source>Nobody is given the request while it is held.</source>
        <translation>لا تُسحب المعاملة لأحد ما دامت معلّقة.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>غير مسحوبة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Reject the request</source>
        <translation>رفض المعاملة</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Return for completion</source>
        <translation>إعادة للاستكمال</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>The applicant is told why and can complete the request.</source>
        <translation>يُبلّغ المستفيد بالسبب، ويمكنه استكمال المعاملة.</translation>
    </message>
    <message>
        <source>The request ends here; the applicant is told why.</source>
        <translation>تنتهي المعاملة هنا، ويُبلّغ المستفيد بالسبب.</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>عاجلة</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Beneficiary</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>الاستحقاق</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>الموظف</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلمت</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>رقم المعاملة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>Filter the list</source>
        <translation>تصفية القائمة</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>إظهار التفاصيل أو إخفاؤها</translation>
    </message>
</context>
<context>
    <name>QueueHead</name>
    <message>
        <source>Assign</source>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Nobody here does this work</source>
        <translation>لا أحد في الفرع يؤدي هذا العمل</translation>
    </message>
    <message>
        <source>Take next</source>
        <translation>سحب التالي</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>تستحق اليوم</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>ضمن المهلة</translation>
    </message>
    <message>
        <source>late</source>
        <translation>متأخرة</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Requests of the queue</source>
        <translation>معاملات القائمة</translation>
    </message>
    <message>
        <source>Rows {first} to {last} of {total}</source>
        <translation>عرض {first} إلى {last} من {total}</translation>
    </message>
    <message>
        <source>Take selected</source>
        <translation>سحب المحددة</translation>
    </message>
</context>
<context>
    <name>QueuePagePresenter</name>
    <message>
        <source>New requests appear here by themselves.</source>
        <translation>تظهر المعاملات الجديدة هنا من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>لا معاملة تطابق التصفية</translation>
    </message>
    <message>
        <source>No requests in this queue</source>
        <translation>لا معاملات في هذه القائمة</translation>
    </message>
    <message>
        <source>Not in your hands</source>
        <translation>المعاملة ليست لديك</translation>
    </message>
    <message>
        <source>Not refreshed since {time}</source>
        <translation>لم تُحدّث القائمة منذ {time}</translation>
    </message>
    <message>
        <source>Remove the filter, or wait for a new request.</source>
        <translation>أزل التصفية، أو انتظر وصول معاملة جديدة.</translation>
    </message>
    <message>
        <source>Take the request with F4, then decide.</source>
        <translation>اسحب المعاملة بمفتاح F4 أولًا، ثم اتخذ القرار.</translation>
    </message>
    <message>
        <source>The queue did not load</source>
        <translation>تعذّر تحميل القائمة</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Absher Desk</source>
        <translation>مكتب أبشر</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>اختصارات اللوحة</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل الشاشة</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>طلب جديد</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Note for the record</source>
        <translation>ملاحظة للسجل</translation>
    </message>
    <message>
        <source>Write the reason in your own words.</source>
        <translation>اكتب السبب بعبارتك.</translation>
    </message>
</context>
<context>
    <name>RequestChoices</name>
    <message>
        <source>Give back to the queue</source>
        <translation>إعادة إلى القائمة</translation>
    </message>
    <message>
        <source>Held until the applicant answers</source>
        <translation>معلّقة حتى يجيب المستفيد</translation>
    </message>
    <message>
        <source>Held: {until}</source>
        <translation>معلّقة: {until}</translation>
    </message>
    <message>
        <source>Hold for two hours</source>
        <translation>تعليق ساعتين</translation>
    </message>
    <message>
        <source>Hold until the applicant answers</source>
        <translation>تعليق حتى يجيب المستفيد</translation>
    </message>
    <message>
        <source>Hold until tomorrow morning</source>
        <translation>تعليق حتى صباح الغد</translation>
    </message>
    <message>
        <source>Open the station</source>
        <translation>فتح محطة التفعيل</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Resume now</source>
        <translation>استئناف الآن</translation>
    </message>
    <message>
        <source>Returned to the applicant</source>
        <translation>معادة إلى المستفيد</translation>
    </message>
    <message>
        <source>Still missing: {first}</source>
        <translation>يتبقى: {first}</translation>
    </message>
    <message>
        <source>Still missing: {first} {more}</source>
        <translation>يتبقى: {first} {more}</translation>
    </message>
    <message>
        <source>Take the request</source>
        <translation>سحب المعاملة</translation>
    </message>
    <message>
        <source>This step is for: {role}</source>
        <translation>هذه الخطوة يقوم بها: {role}</translation>
    </message>
    <message>
        <source>You can read it and look at its papers.</source>
        <translation>يمكنك الاطلاع عليها وعلى أوراقها.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيره</numerusform>
            <numerusform>وبند آخر</numerusform>
            <numerusform>وبندان آخران</numerusform>
            <numerusform>و%n بنود أخرى</numerusform>
            <numerusform>و%n بندًا آخر</numerusform>
            <numerusform>و%n بند آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {needed}</source>
        <translation>{done} من {needed}</translation>
    </message>
    <message>
        <source>{name} has this request</source>
        <translation>المعاملة بيد {name}</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Address</source>
        <translation>العنوان الوطني</translation>
    </message>
    <message>
        <source>Border number</source>
        <translation>رقم الحدود</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Establishment number</source>
        <translation>الرقم الموحد للمنشأة</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <source>Kept from you</source>
        <translation>محجوب عنك</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>الجوال</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>National ID</source>
        <translation>رقم الهوية الوطنية</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>الرقم المرجعي</translation>
    </message>
    <message>
        <source>Resident ID</source>
        <translation>رقم الإقامة</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>قُدّم الطلب</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>{amount} SAR</source>
        <translation>{amount} ريال</translation>
    </message>
</context>
<context>
    <name>RequestHeader</name>
    <message>
        <source>Back (Esc)</source>
        <translation>رجوع (Esc)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>Applicant</source>
        <translation>مقدم الطلب</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>بيانات الطلب</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>The reason is kept with the request.</source>
        <translation>يُحفظ السبب مع المعاملة.</translation>
    </message>
    <message>
        <source>Way of the request</source>
        <translation>سير المعاملة</translation>
    </message>
</context>
<context>
    <name>RequestPagePresenter</name>
    <message>
        <source>Done: {outcome}</source>
        <translation>تم: {outcome}</translation>
    </message>
    <message>
        <source>Given back to the queue</source>
        <translation>أُعيدت إلى القائمة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>تمت الطباعة</translation>
    </message>
    <message>
        <source>Request held</source>
        <translation>عُلّقت المعاملة</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>أُرسلت إلى الطابعة</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>تعذّر تنفيذ ذلك</translation>
    </message>
    <message>
        <source>The request could not be opened</source>
        <translation>تعذّر فتح المعاملة</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>ما أدخلته محفوظ.</translation>
    </message>
</context>
<context>
    <name>RequestPapers</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>بلا نسخ</numerusform>
            <numerusform>نسخة واحدة</numerusform>
            <numerusform>نسختان</numerusform>
            <numerusform>%n نسخ</numerusform>
            <numerusform>%n نسخة</numerusform>
            <numerusform>%n نسخة</numerusform>
        </translation>
    </message>
    <message>
        <source>At the printer</source>
        <translation>لدى الطابعة</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>قيد الإرسال</translation>
    </message>
    <message>
        <source>Made, not printed</source>
        <translation>صدرت ولم تُطبع</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>لم تُطبع</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>طباعة نسخة</translation>
    </message>
    <message>
        <source>Print {form}</source>
        <translation>طباعة {form}</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>مطبوعة</translation>
    </message>
    <message>
        <source>What came out?</source>
        <translation>ماذا خرج؟</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>غير مرفق</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>لم تُصدر بعد</translation>
    </message>
</context>
<context>
    <name>RequestShowing</name>
    <message>
        <source>Due {when}</source>
        <translation>تستحق {when}</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>عاجلة</translation>
    </message>
    <message>
        <source>With you</source>
        <translation>بيدك</translation>
    </message>
</context>
<context>
    <name>RequestWay</name>
    <message>
        <source>Not taken yet</source>
        <translation>لم تُسحب بعد</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (أنت)</translation>
    </message>
    <message>
        <source>{step}: {name}, {time}</source>
        <translation>{step}: {name}، {time}</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Activation officer</source>
        <translation>موظف تفعيل</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>مدقق</translation>
    </message>
    <message>
        <source>Branch clerk</source>
        <translation>كاتب الفرع</translation>
    </message>
    <message>
        <source>Dispatch clerk</source>
        <translation>موظف الإرساليات</translation>
    </message>
    <message>
        <source>Passport clerk</source>
        <translation>موظف الجوازات</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>المشرف</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>رجوع (Esc)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
</context>
<context>
    <name>SearchPagePresenter</name>
    <message numerus="yes">
        <source>%n request(s) found</source>
        <translation>
            <numerusform>لا معاملات</numerusform>
            <numerusform>معاملة واحدة</numerusform>
            <numerusform>معاملتان</numerusform>
            <numerusform>%n معاملات</numerusform>
            <numerusform>%n معاملة</numerusform>
            <numerusform>%n معاملة</numerusform>
        </translation>
    </message>
    <message>
        <source>Bag {value}</source>
        <translation>كيس {value}</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>المستفيد</translation>
    </message>
    <message>
        <source>Blank {value}</source>
        <translation>مطبوع أبيض {value}</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>رقم الهوية</translation>
    </message>
    <message>
        <source>ID number {value}</source>
        <translation>رقم هوية {value}</translation>
    </message>
    <message>
        <source>Machine-readable zone</source>
        <translation>منطقة القراءة الآلية</translation>
    </message>
    <message>
        <source>Manifest {value}</source>
        <translation>بيان إرسالية {value}</translation>
    </message>
    <message>
        <source>Only requests of this branch are searched. Look at the original again.</source>
        <translation>يُبحث في معاملات هذا الفرع وحدها. راجع الأصل مرة أخرى.</translation>
    </message>
    <message>
        <source>Postal item {value}</source>
        <translation>شحنة بريدية {value}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلمت</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>رقم المعاملة</translation>
    </message>
    <message>
        <source>Request {value}</source>
        <translation>معاملة {value}</translation>
    </message>
    <message>
        <source>Requests are found by their number, an ID number, a reference or a name.</source>
        <translation>تُبحث المعاملات برقمها أو برقم الهوية أو بالرقم المرجعي أو بالاسم.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s); write more to narrow it</source>
        <translation>
            <numerusform>لا معاملات</numerusform>
            <numerusform>أحدث معاملة؛ اكتب أكثر لتضييق البحث</numerusform>
            <numerusform>أحدث معاملتين؛ اكتب أكثر لتضييق البحث</numerusform>
            <numerusform>أحدث %n معاملات؛ اكتب أكثر لتضييق البحث</numerusform>
            <numerusform>أحدث %n معاملة؛ اكتب أكثر لتضييق البحث</numerusform>
            <numerusform>أحدث %n معاملة؛ اكتب أكثر لتضييق البحث</numerusform>
        </translation>
    </message>
    <message>
        <source>The search did not succeed</source>
        <translation>تعذّر البحث</translation>
    </message>
    <message>
        <source>Visible seal</source>
        <translation>ختم رقمي مرئي</translation>
    </message>
    <message>
        <source>{what}: no requests</source>
        <translation>{what}: لا معاملات</translation>
    </message>
    <message>
        <source>“{value}”</source>
        <translation>«{value}»</translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation>شباك {number}</translation>
    </message>
    <message>
        <source>Working hours today</source>
        <translation>الدوام اليوم</translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message numerus="yes">
        <source>%n print(s) with unknown outcome</source>
        <translation>
            <numerusform>لا طباعة غير معروفة النتيجة</numerusform>
            <numerusform>طباعة واحدة غير معروفة النتيجة</numerusform>
            <numerusform>طباعتان غير معروفتي النتيجة</numerusform>
            <numerusform>%n طباعات غير معروفة النتيجة</numerusform>
            <numerusform>%n طباعة غير معروفة النتيجة</numerusform>
            <numerusform>%n طباعة غير معروفة النتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>التقرير اليومي</translation>
    </message>
    <message>
        <source>Draft not saved yet</source>
        <translation>مسودة غير محفوظة</translation>
    </message>
    <message>
        <source>Last synchronised {time}</source>
        <translation>آخر مزامنة {time}</translation>
    </message>
    <message>
        <source>No unsaved drafts</source>
        <translation>لا توجد مسودات غير محفوظة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>دون اتصال</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>دون اتصال منذ {time}</translation>
    </message>
    <message>
        <source>Open the request and say whether paper came out.</source>
        <translation>افتح المعاملة وحدد هل خرجت الورقة.</translation>
    </message>
    <message>
        <source>Session since {time}, locks in {minutes} min</source>
        <translation>بدأت الجلسة {time}، قفل تلقائي بعد {minutes} د</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>الإشراف</translation>
    </message>
    <message>
        <source>Work queues</source>
        <translation>قوائم العمل</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>Branch</source>
        <translation>الفرع</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>For authorised staff; every act enters the audit log.</source>
        <translation>للموظفين المخوّلين، وكل عملية تُقيَّد في سجل التدقيق.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Sign in to the desk</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Too many attempts. Try again in {time}.</source>
        <translation>تجاوزت عدد المحاولات. حاول بعد {time}.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>الإصدار {version}</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يومًا</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>for {span}</source>
        <translation>منذ {span}</translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation>بعد {span}</translation>
    </message>
    <message>
        <source>late {span}</source>
        <translation>متأخرة {span}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>غدًا {time}</translation>
    </message>
    <message>
        <source>yest. {time}</source>
        <translation>أمس {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>أمس {time}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} س</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} د</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Scan a barcode, or search by ID, request number or name</source>
        <translation>امسح الباركود أو ابحث برقم الهوية أو المعاملة أو الاسم</translation>
    </message>
    <message>
        <source>Scan or search</source>
        <translation>مسح أو بحث</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>خروج</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>لا معاملات</numerusform>
            <numerusform>معاملة واحدة</numerusform>
            <numerusform>معاملتان</numerusform>
            <numerusform>%n معاملات</numerusform>
            <numerusform>%n معاملة</numerusform>
            <numerusform>%n معاملة</numerusform>
        </translation>
    </message>
    <message>
        <source>A message could not be sent</source>
        <translation>تعذّر إرسال رسالة</translation>
    </message>
    <message>
        <source>A wrong code was given</source>
        <translation>أُدخل رمز غير صحيح</translation>
    </message>
    <message>
        <source>Activation officer</source>
        <translation>موظف التفعيل</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مدير النظام</translation>
    </message>
    <message>
        <source>Assigned to a colleague</source>
        <translation>أُحيلت إلى زميل</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>المدقق</translation>
    </message>
    <message>
        <source>Back in the queue: its time ran out</source>
        <translation>عادت إلى القائمة لانتهاء مهلة السحب</translation>
    </message>
    <message>
        <source>Back in work</source>
        <translation>استؤنفت</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>البنك</translation>
    </message>
    <message>
        <source>Branch clerk</source>
        <translation>موظف الفرع</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Check the printer: outcome unknown</source>
        <translation>تحقق من الطابعة: النتيجة غير معروفة</translation>
    </message>
    <message>
        <source>Code confirmed</source>
        <translation>تأكد رمز التحقق</translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation>أُرسل رمز التحقق</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>منجزة</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <source>Dispatch clerk</source>
        <translation>موظف التوصيل</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <source>Given back to the queue</source>
        <translation>أُعيدت إلى القائمة</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>جهة حكومية</translation>
    </message>
    <message>
        <source>Held until the applicant answers</source>
        <translation>عُلّقت بانتظار المستفيد</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>تحت الإجراء</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>خدمة ذاتية</translation>
    </message>
    <message>
        <source>Message sent to the applicant</source>
        <translation>أُرسلت رسالة إلى المستفيد</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>بانتظار المستفيد</translation>
    </message>
    <message>
        <source>Paper made</source>
        <translation>أُعدّ المستند</translation>
    </message>
    <message>
        <source>Passport clerk</source>
        <translation>موظف الجوازات</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبعت</translation>
    </message>
    <message>
        <source>Printing failed</source>
        <translation>فشلت الطباعة</translation>
    </message>
    <message>
        <source>Received from: {source}</source>
        <translation>استُلمت عبر {source}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>معادة</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>أُرسلت إلى الطابعة</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>المشرف</translation>
    </message>
    <message>
        <source>Taken from the queue</source>
        <translation>سُحبت من القائمة</translation>
    </message>
    <message>
        <source>The code could not be sent</source>
        <translation>تعذّر إرسال رمز التحقق</translation>
    </message>
    <message>
        <source>This is your own request; a colleague takes it.</source>
        <translation>هذه معاملتك أنت، ويتولاها زميل.</translation>
    </message>
    <message>
        <source>You did an earlier step; a second person takes this one.</source>
        <translation>أنجزت خطوة سابقة، ويتولى هذه شخص آخر.</translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>لا شيء لديه</numerusform>
            <numerusform>لديه معاملة</numerusform>
            <numerusform>لديه معاملتان</numerusform>
            <numerusform>لديه %n معاملات</numerusform>
            <numerusform>لديه %n معاملة</numerusform>
            <numerusform>لديه %n معاملة</numerusform>
        </translation>
    </message>
</context>
</TS>
