"""The example of docs/catalogue.md is itself a service that loads."""

import re
from pathlib import Path

from absher_desk.bundled import RESOURCES
from absher_desk.catalogue.loading import load
from tests.catalogue.trees import tree


def test_the_example_loads(tmp_path: Path) -> None:
    page = (RESOURCES.parent / "docs/catalogue.md").read_text(encoding="utf-8")
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found is not None
    folder = tree(tmp_path)
    place = folder / "services/civil-affairs/sample-extract.toml"
    place.parent.mkdir()
    place.write_text(found[1], encoding="utf-8")
    service = load(folder).service("sample-extract")
    assert list(service.steps) == ["review", "print", "hand-over"]
