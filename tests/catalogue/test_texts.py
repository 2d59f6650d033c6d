"""Every code that the catalogue can raise has its text in both languages, and fills it."""

import re
import tomllib

import pytest

from absher_desk.bundled import I18N, RESOURCES
from absher_desk.catalogue.faults import BrokenCatalogue, Fault

PACKAGE = RESOURCES.parent / "absher_desk/catalogue"
TEXTS = tomllib.loads((I18N / "messages/catalogue.toml").read_text(encoding="utf-8"))
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


def raised() -> set[str]:
    """The codes as they stand in the source: whole, as the end of one, or by the name checked."""
    codes = set(re.findall(r'"((?:details|catalogue)\.[a-z-]+)"', SOURCE))
    codes |= {f"catalogue.{end}" for end in re.findall(r'fault\(\s*[^,()]+, "([a-z-]+)"', SOURCE)}
    codes |= {f"catalogue.{end}" for end in re.findall(r'yield [^,]+, "([a-z-]+)"', SOURCE)}
    calls = re.findall(r"(?:known|_member)\((?:[^()]|\([^()]*\))*\)", SOURCE)
    named = [re.findall(r'"([a-z_]+)"', call)[-1:] for call in calls]
    known = [what for found in named for what in found]
    return codes | {f"catalogue.unknown-{what}" for what in known}


def test_every_code_has_a_text_and_every_text_a_code() -> None:
    assert raised() == set(TEXTS)


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_has_both_languages_with_the_same_placeholders(code: str) -> None:
    arabic, english = (set(re.findall(r"{(\w+)}", TEXTS[code][tongue])) for tongue in ("ar", "en"))
    assert arabic == english
    assert TEXTS[code].keys() == {"ar", "en"}


def test_a_fault_fills_its_text() -> None:
    fault = Fault("a.toml", "steps.x", "catalogue.unknown-queue", {"name": "nowhere"})
    text = TEXTS[fault.problem.code]["en"].format(**fault.problem.values)
    assert text == "In a.toml there is no queue named nowhere (steps.x)."
    assert str(BrokenCatalogue([fault])) == (
        "a.toml: steps.x: catalogue.unknown-queue (name nowhere)"
    )
