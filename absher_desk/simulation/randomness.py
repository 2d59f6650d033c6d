"""Chance from a seed: the same seed gives the same day. Never for real codes or passwords."""

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeVar

Item = TypeVar("Item")


class SeededRandomness:
    """A stream of chance named by a seed; `branch_off` gives streams that do not disturb it."""

    def __init__(self, seed: object) -> None:
        """Start the stream: equal texts of the seed are the same stream on every machine."""
        self._seed = str(seed)
        self._source = random.Random(self._seed)  # noqa: S311  (reproducible by purpose)

    def branch_off(self, name: str) -> "SeededRandomness":
        """A stream of its own: drawing more from one does not change the other."""
        return SeededRandomness(f"{self._seed}/{name}")

    def digits(self, count: int) -> str:
        """So many decimal digits, each equally likely."""
        return "".join(str(self._source.randrange(10)) for _ in range(count))

    def between(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return self._source.randint(first, last)

    def chance(self, percent: int) -> bool:
        """Whether something happens that happens so often in a hundred times."""
        return self._source.randrange(100) < percent

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of them, each equally likely; raises IndexError for none."""
        return self._source.choice(items)

    def weighted(self, items: Sequence[Item], weights: Sequence[int]) -> Item:
        """One of them, as likely as its weight says."""
        return self._source.choices(items, weights)[0]

    def seconds(self, first: int, last: int) -> timedelta:
        """A span of so many whole seconds, both ends included."""
        return timedelta(seconds=self.between(first, last))
