"""The picture of a service's steps: sound SVG, read from right to left, with nothing left out."""

import re
from xml.etree import ElementTree as ET

import pytest

from absher_desk.catalogue.drawing import in_order
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.picture import picture

CATALOGUE = load()
SVG = "{http://www.w3.org/2000/svg}"
XML = ET.XML  # our own text, not somebody's


@pytest.mark.parametrize("code", CATALOGUE.services)
def test_every_step_and_outcome_is_in_the_picture(code: str) -> None:
    service = CATALOGUE.service(code)
    drawn = XML(picture(service, CATALOGUE))
    words = " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))
    for step in service.steps.values():
        assert step.title.ar in words
        for outcome in step.on:
            assert CATALOGUE.outcome_label(step.kind, outcome, "ar") in words
        for form in step.documents:
            assert CATALOGUE.forms[form].title.ar in words


@pytest.mark.parametrize("code", CATALOGUE.services)
def test_nothing_is_drawn_outside(code: str) -> None:
    drawn = XML(picture(CATALOGUE.service(code), CATALOGUE))
    wide, tall = float(drawn.get("width", 0)), float(drawn.get("height", 0))
    points = [
        (float(x), float(y))
        for line in drawn.iter(f"{SVG}polyline")
        for x, y in re.findall(r"([-\d.]+),([-\d.]+)", line.get("points", ""))
    ]
    points += [(float(t.get("x", -1)), float(t.get("y", -1))) for t in drawn.iter(f"{SVG}text")]
    assert all(0 <= x <= wide and 0 <= y <= tall for x, y in points)


def boxes(code: str) -> list[float]:
    drawn = XML(picture(CATALOGUE.service(code), CATALOGUE))
    return [
        float(box.get("x", -1)) for box in drawn.iter(f"{SVG}rect") if box.get("class") == "box"
    ]


@pytest.mark.parametrize("code", CATALOGUE.services)
def test_the_steps_stand_from_right_to_left(code: str) -> None:
    found = boxes(code)
    assert len(found) == len(in_order(CATALOGUE.service(code)))
    assert found == sorted(found, reverse=True)


def test_ways_back_are_told_from_ways_on() -> None:
    drawn = XML(picture(CATALOGUE.service("passport-renewal"), CATALOGUE))
    kinds = [line.get("class") for line in drawn.iter(f"{SVG}polyline")]
    # Returns of four steps, a failed quality check and a returned item; three ways to an end.
    assert kinds.count("back") == 4 + 2 + 3
    assert kinds.count("way") == 6 + 2
