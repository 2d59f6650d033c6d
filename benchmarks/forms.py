"""Activation forms in a batch, pages a second, beside WeasyPrint and typst.

Every page is another applicant's. The peers get each page's own marks (texts, boxes, the bars of
its barcode) at the same places in the same bundled font; what they are given is made beforehand
and not timed. They do not get the curves of the letterhead's sign.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from absher_desk.bundled import resource
from absher_desk.printing.activation_form import activation_forms
from absher_desk.printing.sheets import ActivationSheet, CheckMade, Officer, Words
from benchmarks import branch
from benchmarks.figures import Figure, Finding, Missing, interleaved, seconds
from benchmarks.page_marks import Box, Marks, Text, marks_of

OURS_PAGES, TYPST_PAGES, WEASYPRINT_PAGES = 300, 100, 8
ROUNDS = 5
TARGETS = {"weasyprint": 20.0, "typst": 0.8}
_WEIGHTS = {"plex": 400, "plex-medium": 500, "plex-semibold": 600, "plex-bold": 700}
_FAMILY = "IBM Plex Sans Arabic"
_AT = datetime(2026, 11, 23, 7, 41, 12, tzinfo=UTC)
_FIRST = ("فهد", "سعد", "نورة", "سارة", "خالد", "ريم", "ماجد", "هند", "عمر", "ليلى", "يزيد")
_FAMILY_NAMES = ("الدوسري", "القحطاني", "الحربي", "العتيبي", "الشهري", "الزهراني", "المطيري")
_CHECKS = (
    Words("الاطلاع على أصل وثيقة الهوية", "Original identity document seen"),
    Words("مطابقة الصورة الشخصية للشخص الحاضر", "Photo compared with the person present"),
    Words("مطابقة البصمة", "Fingerprint"),
    Words("تأكيد رقم الجوال برمز التحقق", "Mobile confirmed by verification code"),
)


def measure() -> Iterator[Finding]:
    """Pages a second of each."""
    batch = iter(range(10**6))
    with TemporaryDirectory() as folder:
        pace: dict[str, Callable[[], float]] = {
            "ours": lambda: _pace(
                OURS_PAGES, partial(activation_forms, _sheets(next(batch), OURS_PAGES))
            )
        }
        if find_spec("typst"):
            pace["typst"] = lambda: _typst(_sheets(next(batch), TYPST_PAGES), Path(folder))
        if find_spec("weasyprint"):
            pace["weasyprint"] = lambda: _weasyprint(_sheets(next(batch), WEASYPRINT_PAGES))
        for warm in pace.values():
            warm()
        found = interleaved(pace, ROUNDS)
    for peer, target in TARGETS.items():
        if peer not in found:
            yield Missing(what=f"forms against {peer}", why="not installed")
            continue
        yield Figure(
            what="activation forms in a batch", unit="pages/s", ours=found["ours"],
            peer=peer, theirs=found[peer], at_least=target,
        )  # fmt: skip


def _pace(pages: int, draw: Callable[[], object]) -> float:
    return pages / seconds(draw)


def _sheets(batch: int, count: int) -> list[ActivationSheet]:
    """Sheets of people who have not been printed before, so that no value is known already."""
    return [_sheet(batch * 1000 + index) for index in range(count)]


def _sheet(index: int) -> ActivationSheet:
    names = [_FIRST[index // 11**place % 11] for place in range(3)]
    number = branch.identity_number(index)
    return replace(
        _MODEL,
        request_number=f"4811010{index:06d}32",
        applicant_name=Words(" ".join([*names, _FAMILY_NAMES[index % 7]]), f"PERSON {index}"),
        id_number=number,
        birth_date=date(1960, 1, 1) + timedelta(days=index % 15000),
        mobile=f"+966 50 {index % 1000:03d} {index // 7 % 10000:04d}",
        email=f"person{index}@example.sa",
        username=f"person{index}",
        activated_at=_AT + timedelta(seconds=37 * index),
    )


_MODEL = ActivationSheet(
    request_number="481101000012332",
    branch=Words("فرع الملقا، الرياض", "Malqa Branch, Riyadh"),
    applicant_name=Words(""),
    id_number="",
    id_type=Words("هوية وطنية", "National ID"),
    birth_date=None,
    birth_date_hijri=None,
    mobile="",
    email="",
    username="",
    language=Words("العربية", "Arabic"),
    channel=Words("موظف التفعيل", "Activation officer"),
    checks=tuple(
        CheckMade(label=label, outcome=Words("مطابق", "Match"), at=_AT) for label in _CHECKS
    ),
    officer=Officer(number="1100217", name=Words("سلمان الرويلي", "Salman Alruwaili")),
    activated_at=_AT,
)


# --- typst ---------------------------------------------------------------------------------------


def _typst(sheets: Sequence[ActivationSheet], folder: Path) -> float:
    import typst  # noqa: PLC0415

    source = folder / "forms.typ"
    pages = "\n#pagebreak()\n".join(_typst_page(marks_of(sheet)) for sheet in sheets)
    source.write_text(
        f"#set page(width: 595.28pt, height: 841.89pt, margin: 0pt)\n"
        f'#set text(font: "{_FAMILY}", top-edge: "baseline", bottom-edge: "baseline")\n{pages}\n',
        encoding="utf-8",
    )
    fonts = [str(resource("fonts"))]
    return _pace(
        len(sheets),
        lambda: typst.compile(str(source), font_paths=fonts, ignore_system_fonts=True),
    )


def _typst_page(marks: Marks) -> str:
    boxes = map(_typst_box, marks.boxes)
    return "\n".join([*boxes, _typst_bars(marks.bars), *map(_typst_text, marks.texts)])


def _typst_bars(bars: Sequence[Box]) -> str:
    """All bars as one curve, which typst draws quicker than as many rectangles."""
    steps = []
    for x, y, width, height, *_ in bars:
        corners = [(x + width, y), (x + width, y + height), (x, y + height)]
        lines = "".join(f"curve.line(({a:.3f}pt, {b:.3f}pt)), " for a, b in corners)
        steps.append(f"curve.move(({x:.3f}pt, {y:.3f}pt)), {lines}curve.close(), ")
    return f"#place(top + left, curve(fill: black, {''.join(steps)}))"


def _typst_box(box: Box) -> str:
    fill = f'rgb("{box.fill}")' if box.fill else "none"
    stroke = f'0.5pt + rgb("{box.stroke}")' if box.stroke else "none"
    return (
        f"#place(top + left, dx: {box.x:.2f}pt, dy: {box.y:.2f}pt, rect(width: {box.width:.3f}pt,"
        f" height: {box.height:.3f}pt, fill: {fill}, stroke: {stroke}))"
    )


def _typst_text(text: Text) -> str:
    quoted = text.text.replace("\\", "\\\\").replace('"', '\\"')
    width = 595.28
    left = {"right": text.x - width, "centre": text.x - width / 2, "left": text.x}[text.align]
    align = "center" if text.align == "centre" else text.align
    return (
        f"#place(top + left, dx: {left:.2f}pt, dy: {text.y:.2f}pt, box(width: {width}pt,"
        f" align({align}, text(size: {text.size:g}pt, weight: {_WEIGHTS[text.face]},"
        f' fill: rgb("{text.colour}"), dir: {"rtl" if text.rtl else "ltr"}, "{quoted}"))))'
    )


# --- WeasyPrint ----------------------------------------------------------------------------------


def _weasyprint(sheets: Sequence[ActivationSheet]) -> float:
    from weasyprint import HTML  # noqa: PLC0415

    pages = "".join(f'<div class="p">{_html_page(marks_of(sheet))}</div>' for sheet in sheets)
    page = f'<!doctype html><html lang="ar"><style>{_css()}</style><body>{pages}</body></html>'
    return _pace(len(sheets), lambda: HTML(string=page).write_pdf())


def _css() -> str:
    folder = resource("fonts") / "ibm-plex-sans-arabic"
    names = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
    faces = "".join(
        f"@font-face{{font-family:'{_FAMILY}';font-weight:{weight};"
        f"src:url('{(folder / f'IBMPlexSansArabic-{name}.ttf').as_uri()}')}}"
        for weight, name in names.items()
    )
    return (
        f"{faces}@page{{size:A4;margin:0}}body{{margin:0;font-family:'{_FAMILY}'}}"
        ".p{position:relative;width:595.28pt;height:841pt;page-break-after:always}"
        ".p div{position:absolute;white-space:nowrap;line-height:1}"
    )


def _html_page(marks: Marks) -> str:
    boxes = [_html_box(box) for box in (*marks.boxes, *marks.bars)]
    return "".join([*boxes, *map(_html_text, marks.texts)])


def _html_box(box: Box) -> str:
    fill = f"background:{box.fill};" if box.fill else ""
    stroke = f"border:0.5pt solid {box.stroke};" if box.stroke else ""
    return (
        f'<div style="left:{box.x:.2f}pt;top:{box.y:.2f}pt;width:{box.width:.3f}pt;'
        f'height:{box.height:.3f}pt;{fill}{stroke}"></div>'
    )


def _html_text(text: Text) -> str:
    width = 595.28
    left = {"right": text.x - width, "centre": text.x - width / 2, "left": text.x}[text.align]
    align = "center" if text.align == "centre" else text.align
    return (
        f'<div dir="{"rtl" if text.rtl else "ltr"}" style="left:{left:.2f}pt;'
        f"top:{text.y - text.size:.2f}pt;width:{width}pt;text-align:{align};"
        f'font-size:{text.size:g}pt;font-weight:{_WEIGHTS[text.face]};color:{text.colour}">'
        f"{escape(text.text)}</div>"
    )
