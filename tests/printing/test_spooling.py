"""Printers: a real CUPS server, the folder of PDF files, and what Windows does."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtPrintSupport import QPrinter

from absher_desk.printing import cups_printer
from absher_desk.printing.activation_form import activation_form
from absher_desk.printing.cups_printer import CupsPrinter, cups_printers
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.printing.printer import JobState, PrinterFault, PrinterStatus
from absher_desk.printing.spooling import available_printers
from absher_desk.printing.windows_printer import QtPrinter, paint
from tests.printing.builders import activation
from tests.printing.cups_server import CupsServer, cups_server
from tests.printing.rendering import decoded, render


@pytest.fixture(scope="module")
def server():
    # Not under pytest's folders: the server's backends run as another user, who may not pass them.
    with TemporaryDirectory(prefix="desk-cups-") as name:
        root = Path(name)
        root.chmod(0o755)
        with cups_server(root) as running:
            yield running


@pytest.fixture
def printer(server: CupsServer):
    server.add_queue("desk")
    return CupsPrinter("desk", server.address)


def until(printer: CupsPrinter, job: str, wanted: JobState) -> JobState:
    """Ask again and again, each time a round trip to the server, until the job is there."""
    deadline = time.monotonic() + 20
    while (state := printer.job_state(job)) is not wanted and time.monotonic() < deadline:
        pass
    return state


def test_the_printer_gets_exactly_the_document(server, printer):
    pdf = activation_form(activation())
    assert [found.name for found in cups_printers(server.address)] == ["desk"]
    assert printer.state().status in {PrinterStatus.READY, PrinterStatus.PRINTING}
    job = printer.submit(pdf, "إقرار 48-1101", 1)
    assert until(printer, job, JobState.PRINTED) is JobState.PRINTED
    assert server.printed.read_bytes() == pdf


def test_a_stopped_queue_holds_the_job_until_it_runs_again(server, printer):
    server.command("cupsdisable", "-r", "Out of paper", "desk")
    state = printer.state()
    assert (state.status, state.reason) == (PrinterStatus.HELD, "Out of paper")
    job = printer.submit(b"%PDF-1.4", "held")
    assert printer.job_state(job) is JobState.HELD
    server.command("cupsenable", "desk")
    assert until(printer, job, JobState.PRINTED) is JobState.PRINTED


def test_a_cancelled_job_is_not_a_printed_one(server, printer):
    server.command("cupsdisable", "desk")
    job = printer.submit(b"%PDF-1.4", "cancelled")
    server.command("cancel", job)
    assert until(printer, job, JobState.FAILED) is JobState.FAILED
    server.command("cupsenable", "desk")


def test_a_queue_that_takes_no_jobs_refuses(server, printer):
    server.command("cupsreject", "desk")
    with pytest.raises(PrinterFault) as fault:
        printer.submit(b"%PDF-1.4", "refused")
    assert fault.value.code == "printing.job-refused"
    server.command("cupsaccept", "desk")


def test_unknown_jobs_and_queues_are_told_apart_from_printed_ones(server, printer):
    assert printer.job_state("desk-9999") is JobState.UNKNOWN
    assert printer.job_state("nonsense") is JobState.UNKNOWN
    assert CupsPrinter("absent", server.address).state().status is PrinterStatus.UNREACHABLE
    with pytest.raises(PrinterFault):
        CupsPrinter("absent", server.address).submit(b"%PDF-1.4", "lost")


def test_a_dead_server_has_no_printers():
    nowhere = "127.0.0.1:1"
    assert cups_printers(nowhere) == ()
    dead = CupsPrinter("desk", nowhere)
    assert dead.state().status is PrinterStatus.UNREACHABLE
    assert dead.job_state("desk-1") is JobState.UNKNOWN
    with pytest.raises(PrinterFault):
        dead.submit(b"%PDF-1.4", "lost")


def test_without_cups_only_the_folder_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(cups_printer, "_program", lambda command: str(tmp_path / command))
    assert [printer.name for printer in available_printers(tmp_path)] == ["PDF"]


def test_the_folder_saves_whole_documents_under_safe_names(tmp_path):
    printer = PdfFolderPrinter(tmp_path / "out")
    assert printer.state().status is PrinterStatus.READY
    job = printer.submit(b"%PDF-1", "إقرار ../../etc: 48/1", 2)
    assert printer.job_state(job) is JobState.PRINTED
    assert [path.name for path in (tmp_path / "out").iterdir()] == [job]
    assert (tmp_path / "out" / job).read_bytes() == b"%PDF-1"
    assert printer.submit(b"%PDF-1", "إقرار ../../etc: 48/1") == job
    assert printer.submit(b"%PDF-2", "إقرار ../../etc: 48/1") != job
    assert printer.job_state("../secret") is JobState.UNKNOWN


def test_a_folder_that_cannot_be_is_a_fault(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    printer = PdfFolderPrinter(blocked / "out")
    assert printer.state().status is PrinterStatus.UNREACHABLE
    with pytest.raises(PrinterFault) as fault:
        printer.submit(b"%PDF", "x")
    assert fault.value.code == "printing.folder-not-writable"


def _to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(300)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.usefixtures("qapp")
def test_painting_keeps_size_pages_and_barcode(tmp_path):
    checks = activation().checks * 3
    paint(activation_form(activation(checks=checks)), _to_file(tmp_path / "painted.pdf"))
    rendered = render((tmp_path / "painted.pdf").read_bytes(), 300)
    assert len(rendered.pages) == 2
    for page in rendered.pages:
        assert page.size == (pytest.approx(2480, abs=2), pytest.approx(3508, abs=2))
    assert decoded(rendered.pages[0]) == ["481101000012332"]


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_does_not_begin_is_a_fault(tmp_path):
    with pytest.raises(PrinterFault) as fault:
        paint(activation_form(activation()), _to_file(tmp_path / "missing" / "painted.pdf"))
    assert fault.value.code == "printing.printer-silent"


@pytest.mark.usefixtures("qapp")
def test_an_unreadable_document_and_a_missing_printer_are_faults(tmp_path):
    with pytest.raises(PrinterFault) as fault:
        paint(b"not a document", _to_file(tmp_path / "painted.pdf"))
    assert fault.value.code == "printing.document-unreadable"
    assert QtPrinter("absent").state().status is PrinterStatus.UNREACHABLE
    with pytest.raises(PrinterFault) as fault:
        QtPrinter("absent").submit(b"%PDF", "x")
    assert fault.value.code == "printing.printer-missing"
