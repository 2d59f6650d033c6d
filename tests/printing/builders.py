"""Sheets for the tests: one good one of each kind, changed by keyword."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from absher_desk.printing.sheets import (
    ActivationSheet,
    CheckMade,
    Column,
    DayReportSheet,
    Field,
    KeyFigure,
    Officer,
    ReceiptSheet,
    Section,
    Signature,
    Words,
)

AT = datetime(2026, 11, 23, 7, 41, 12, tzinfo=UTC)
BRANCH = Words("فرع الملقا، الرياض", "Malqa Branch, Riyadh")
OFFICER = Officer(number="1100217", name=Words("سلمان الرويلي", "Salman Alruwaili"))
PASSED = Words("مطابق", "Match")


def check(number: int) -> CheckMade:
    labels = (
        Words("الاطلاع على أصل وثيقة الهوية", "Original identity document seen"),
        Words("مطابقة الصورة الشخصية للشخص الحاضر", "Photo compared with the person present"),
        Words("مطابقة البصمة", "Fingerprint"),
        Words("تأكيد رقم الجوال برمز التحقق", "Mobile confirmed by verification code"),
    )
    return CheckMade(
        label=labels[number % len(labels)],
        outcome=PASSED,
        at=AT - timedelta(minutes=9 - number % 9),
    )


def activation(**changes: Any) -> ActivationSheet:
    sheet = ActivationSheet(
        request_number="481101000012332",
        branch=BRANCH,
        applicant_name=Words("فهد سعد عبدالله الدوسري", "FAHAD SAAD ABDULLAH ALDOSARI"),
        id_number="1000000008",
        id_type=Words("هوية وطنية", "National ID"),
        birth_date=date(1990, 1, 15),
        birth_date_hijri="1410-06-18",
        mobile="+966 50 123 4567",
        email="fahad2026x@example.sa",
        username="fahad2026x",
        language=Words("العربية", "Arabic"),
        channel=Words("موظف التفعيل", "Activation officer"),
        checks=tuple(check(i) for i in range(4)),
        officer=OFFICER,
        activated_at=AT,
    )
    return replace(sheet, **changes)


def receipt(**changes: Any) -> ReceiptSheet:
    sheet = ReceiptSheet(
        request_number="481101000012332",
        service=Words("بدل فاقد / تالف", "Replacement of a lost document"),
        branch=BRANCH,
        applicant_name=Words("نورة خالد محمد القحطاني", "NOURA KHALID MOHAMMED ALQAHTANI"),
        id_number="1000000008",
        id_type=Words("هوية وطنية", "National ID"),
        mobile="+966 50 123 4567",
        fields=(
            Field(label=Words("نوع الوثيقة", "Document type"), value="جواز سفر"),
            Field(label=Words("رقم الوثيقة", "Document number"), value="A12345678", latin=True),
            Field(label=Words("مكان الفقد", "Place of loss"), value="الرياض، حي الملقا"),
        ),
        officer=OFFICER,
        registered_at=AT,
    )
    return replace(sheet, **changes)


def day_report(rows: int = 12, **changes: Any) -> DayReportSheet:
    columns = (
        Column(title=Words("الخدمة", "Service"), weight=3),
        Column(title=Words("الرمز", "Code"), kind="latin", weight=1.4),
        Column(title=Words("الوارد", "Received"), kind="count"),
        Column(title=Words("المنجز", "Completed"), kind="count"),
        Column(title=Words("نسبة الإنجاز", "Completed share"), kind="share"),
    )
    body = tuple(
        (f"تفعيل حساب أفراد، المجموعة {i}", f"SRV-{i:03d}", 40 + i, 30 + i, (30 + i) / (40 + i))
        for i in range(rows)
    )
    received, completed = sum(r[2] for r in body), sum(r[3] for r in body)
    done = completed / received if rows else None
    sheet = DayReportSheet(
        title=Words("التقرير اليومي للفرع", "Branch day report"),
        branch=BRANCH,
        branch_code="1101",
        day=date(2026, 11, 23),
        document_number="481101000000119",
        generated_at=AT,
        key_figures=(
            KeyFigure(label=Words("الوارد", "Received"), value=received),
            KeyFigure(label=Words("المنجز", "Completed"), value=completed),
            KeyFigure(label=Words("المتأخر", "Overdue"), value=3),
            KeyFigure(label=Words("نسبة الإنجاز", "Completed share"), value=0.874, kind="share"),
        ),
        sections=(
            Section(
                title=Words("الطلبات حسب الخدمة", "Requests by service"),
                columns=columns,
                rows=body,
                totals=(
                    "الإجمالي",
                    None,
                    received,
                    completed,
                    done,
                ),
            ),
        ),
        signatures=(
            Signature(role=Words("المشرف", "Supervisor"), name="هند العتيبي"),
            Signature(role=Words("مدير الفرع", "Branch manager")),
        ),
    )
    return replace(sheet, **changes)
