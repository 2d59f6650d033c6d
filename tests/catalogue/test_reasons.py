"""The reasons offered before a request is returned, rejected or held."""

import pytest

from absher_desk.catalogue.faults import BrokenCatalogue
from absher_desk.catalogue.loading import load
from absher_desk.catalogue.reasons import HOLD, load_reasons, offered_for

GOOD = """
[late]
text = { ar = "متأخر", en = "Late" }
outcomes = ["return"]
"""


def test_the_bundled_reasons_are_for_outcomes_that_steps_have():
    outcomes = {key for kind in load().kinds.values() for key in kind.outcomes}
    reasons = load_reasons(outcomes)
    for outcome in ("return", "reject", HOLD):
        offered = offered_for(reasons, outcome)
        assert len(offered) >= 4
        # The last way out is always one's own words.
        assert [reason.code for reason in offered if reason.needs_note] == [offered[-1].code]


def test_they_keep_the_order_of_the_file(tmp_path):
    file = tmp_path / "reasons.toml"
    file.write_text(GOOD + GOOD.replace("late", "early"), encoding="utf-8")
    assert [reason.code for reason in load_reasons(path=file)] == ["late", "early"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GOOD.replace('"return"', '"fly"'), "catalogue.unknown-outcome"),
        (GOOD.replace('ar = "متأخر", ', ""), "catalogue.missing-translation"),
        (GOOD.replace('["return"]', "[]"), "catalogue.missing-key"),
        (GOOD + "colour = 1", "catalogue.unknown-key"),
        (GOOD + 'needs_note = "yes"', "catalogue.wrong-type"),
        ("[late", "catalogue.not-toml"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, text, code):
    file = tmp_path / "reasons.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenCatalogue) as fault:
        load_reasons({"return"}, file)
    assert code in [each.code for each in fault.value.faults]


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BrokenCatalogue):
        load_reasons(path=tmp_path / "none.toml")
