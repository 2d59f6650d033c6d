"""How the tests ask what a standard says against a value."""

from collections.abc import Callable

import pytest

from absher_desk.standards.problems import Malformed, MalformedMany


def refusal(check: Callable[..., object], *given: object, **named: object) -> str:
    """The code of the one fault with which the check refuses."""
    with pytest.raises(Malformed) as caught:
        check(*given, **named)
    assert str(caught.value) == caught.value.code
    return caught.value.code


def refusals(check: Callable[..., object], *given: object) -> dict[str, str]:
    """The codes of all faults by their path."""
    with pytest.raises(MalformedMany) as caught:
        check(*given)
    return {problem.path: problem.code for problem in caught.value.problems}
