"""`services --check FILE`: one entry of the catalogue checked, outlined and drawn."""

from pathlib import Path

from absher_desk.catalogue.drawing import outline
from absher_desk.catalogue.faults import BrokenCatalogue
from absher_desk.catalogue.loading import load_entry
from absher_desk.catalogue.picture import picture
from absher_desk.commands.context import DONE, SOME_REFUSED, Context
from absher_desk.operations.errors import Unavailable


def check_entry(context: Context) -> int:
    """Name every fault of the file with its key; without one, outline its steps or draw them.

    Raises:
        Unavailable: the file cannot be read, or the picture not be written.
    """
    path = Path(context.arguments.check)
    if not path.is_file():
        raise Unavailable("catalogue.unreadable-file", file=str(path))
    try:
        catalogue = load_entry(path)
    except BrokenCatalogue as broken:
        _name_faults(context, broken)
        return SOME_REFUSED
    [service] = catalogue.services.values()
    target = context.arguments.picture
    if target is not None:
        _write(Path(target), picture(service, catalogue))
    document = {"file": str(path), "code": service.code, "faults": [], "picture": target}
    context.answer(document, [outline(service)])
    return DONE


def _name_faults(context: Context, broken: BrokenCatalogue) -> None:
    faults = [(fault, context.texts.both(fault.problem)) for fault in broken.faults]
    english = context.language == "en"
    document = {
        "file": context.arguments.check,
        "faults": [
            {"file": fault.file, "key": fault.key, "code": fault.code, "ar": both.ar, "en": both.en}
            for fault, both in faults
        ],
    }
    context.answer(document, [both.en if english else both.ar for _, both in faults])


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unavailable("command.cannot-write", file=str(target)) from error
