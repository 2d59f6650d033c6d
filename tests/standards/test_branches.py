from pathlib import Path

import pytest

from absher_desk.bundled import resource
from absher_desk.standards.branches import (
    demonstration_branches,
    parse_branch_code,
    read_branches,
)
from tests.standards.refusals import refusal


def test_the_demonstration_has_the_branches_of_the_feed() -> None:
    branches = {branch.code: branch for branch in demonstration_branches()}
    assert {"1101", "1102", "1201", "1301", "1401", "1601"} <= set(branches)
    assert branches["1601"].ar == "فرع أبها"
    assert branches["1601"].region == "SA-14"
    assert branches["1101"].address.city == branches["1101"].city_ar == "الرياض"


def test_codes_stand_in_order() -> None:
    codes = [branch.code for branch in demonstration_branches()]
    assert codes == sorted(codes)


def test_a_code_that_stands_twice_is_refused(tmp_path: Path) -> None:
    bundled = resource("branches.toml").read_text(encoding="utf-8")
    file = tmp_path / "branches.toml"
    file.write_text(bundled.replace('code = "1102"', 'code = "1101"'), encoding="utf-8")
    assert refusal(read_branches, file) == "branch.twice"


@pytest.mark.parametrize("code", ["", "110", "11011", "11O1"])
def test_a_code_has_four_digits(code: str) -> None:
    assert refusal(parse_branch_code, code) == "branch.code"
