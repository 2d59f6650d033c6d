<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ActivationWords</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n spelling difference(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong code was dictated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date (AH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date (CE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {copy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Father&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grandfather&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New code sent, the earlier one is void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tries left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice of the mobile&apos;s move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saudi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference in {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}, {next}</source>
        <translation type="unfinished"></translation>
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
    <name>DetailWords</name>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for: {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service}, by: {source}</source>
        <translation type="unfinished"></translation>
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
        <source>Accept and take the next</source>
        <translation>اعتماد الجودة والتالي</translation>
    </message>
    <message>
        <source>Accept the register&apos;s value</source>
        <translation>اعتماد قيمة السجل</translation>
    </message>
    <message>
        <source>Account activation</source>
        <translation>تفعيل الحسابات</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>اعتماد</translation>
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
        <source>Cancel the bag</source>
        <translation>إلغاء الكيس</translation>
    </message>
    <message>
        <source>Claim the marked request</source>
        <translation>سحب المعاملة المحددة</translation>
    </message>
    <message>
        <source>Close the bag and print the manifest</source>
        <translation>إقفال الكيس وطباعة البيان</translation>
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
        <source>Hand over to the carrier</source>
        <translation>تسليم للناقل</translation>
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
        <source>Lost document</source>
        <translation>بدل فاقد</translation>
    </message>
    <message>
        <source>New bag</source>
        <translation>كيس جديد</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>طلب جديد</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>الخطأ التالي</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>فتح المعاملة</translation>
    </message>
    <message>
        <source>Passport printing</source>
        <translation>طباعة الجوازات</translation>
    </message>
    <message>
        <source>Postal dispatch</source>
        <translation>التوصيل البريدي</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print the booklet</source>
        <translation>طباعة الدفتر</translation>
    </message>
    <message>
        <source>Print the receipt of the report</source>
        <translation>طباعة إيصال البلاغ</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>قائمة العمل</translation>
    </message>
    <message>
        <source>Reject or cancel, with a reason</source>
        <translation>رفض أو إلغاء مع السبب</translation>
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
        <source>Send the code again</source>
        <translation>إعادة إرسال الرمز</translation>
    </message>
    <message>
        <source>Spoil the booklet</source>
        <translation>إتلاف الدفتر</translation>
    </message>
    <message>
        <source>Step after</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>الخطوة السابقة</translation>
    </message>
    <message>
        <source>Take the item out of the bag</source>
        <translation>إخراج الشحنة من الكيس</translation>
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
    <name>QueueActs</name>
    <message numerus="yes">
        <source>%n request(s) assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request can be taken again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is back in the queue; what was entered stays with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is rejected; the applicant is told why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is returned; the applicant is told why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is open here is held, returned, or not for you to do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>Beneficiary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
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
    <name>RequestFacts</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Establishment number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept from you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>National ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resident ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} SAR</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Activation officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last synchronised {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unsaved drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session since {time}, locks in {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work queues</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong code was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in the queue: its time ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the printer: outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispatch clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held until the applicant answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message sent to the applicant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passport clerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received from: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code could not be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own request; a colleague takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You did an earlier step; a second person takes this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
