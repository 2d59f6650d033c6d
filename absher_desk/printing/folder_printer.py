"""A printer that saves PDF files into a folder: where no printer is, and for the demonstration."""

import os
import re
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from absher_desk.printing.printer import JobState, PrinterFault, PrinterState, PrinterStatus

_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


class PdfFolderPrinter:
    """Saves each document whole or not at all; the same document again is the same file."""

    def __init__(self, folder: Path, name: str = "PDF") -> None:
        self._folder = folder
        self._name = name

    @property
    def name(self) -> str:
        """Name shown to staff."""
        return self._name

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self._folder

    def state(self) -> PrinterState:
        """Ready as long as files can be written to the folder."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return PrinterState(PrinterStatus.UNREACHABLE)
        writable = os.access(self._folder, os.W_OK)
        return PrinterState(PrinterStatus.READY if writable else PrinterStatus.UNREACHABLE)

    def submit(self, pdf: bytes, title: str, copies: int = 1) -> str:  # noqa: ARG002  # one file serves any number
        """Save the document; the job is the name of the file. Raises `PrinterFault`."""
        plain = _NOT_IN_A_NAME.sub("-", title).strip("-")[:80] or "document"
        name = f"{plain}-{sha256(pdf).hexdigest()[:8]}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._save(pdf, name)
        except OSError as fault:
            raise PrinterFault("printing.folder-not-writable") from fault
        return name

    def job_state(self, job_id: str) -> JobState:
        """Printed once the file is there."""
        there = Path(job_id).name == job_id and (self._folder / job_id).is_file()
        return JobState.PRINTED if there else JobState.UNKNOWN

    def _save(self, pdf: bytes, name: str) -> None:
        with NamedTemporaryFile(dir=self._folder, suffix=".part", delete=False) as part:
            unfinished = Path(part.name)
            try:
                part.write(pdf)
                part.flush()
                os.fsync(part.fileno())
                part.close()
                unfinished.replace(self._folder / name)
            except OSError:
                part.close()
                unfinished.unlink(missing_ok=True)
                raise
