"""Code 128 symbols as vector bars in one path (ISO/IEC 15417).

The narrowest bar (the module) is a whole number of printer dots, else bars of one width come out
in two widths. `OFFICE_MODULE` is 0.339 mm: exactly 4 dots at 300 dpi, 8 at 600, 16 at 1200, and
2.7 at 203, where it still reads. For a label printer ask `module_width(203)`: 2 dots, 0.2502 mm.
"""

from functools import lru_cache
from math import ceil

from barcode import Code128
from barcode.errors import BarcodeError

from absher_desk.printing.paper import MM, Paper
from absher_desk.standards.problems import Malformed

QUIET_MODULES = 10
OFFICE_MODULE = 4 * 25.4 / 300


def module_width(dpi: int, at_least: float = 0.25) -> float:
    """Narrowest module in millimetres that is whole dots at `dpi` and no less than `at_least`."""
    dot = 25.4 / dpi
    return ceil(at_least / dot - 1e-9) * dot


def symbol_width(data: str, module: float = OFFICE_MODULE) -> float:
    """Width in points of the symbol with its two quiet zones; `module` in millimetres."""
    _bars, modules = _code128(data)
    return (modules + 2 * QUIET_MODULES) * module * MM


def draw_code128(
    paper: Paper, data: str, x: float, y: float, height: float, *, module: float = OFFICE_MODULE
) -> float:
    """Draw the symbol with its left quiet zone starting at x, its top at y (points).

    The start is moved left to a whole module of the page, so that bars begin on printer dots.
    Returns the width with quiet zones. Raises `Malformed("printing.barcode-characters")`.
    """
    bars, modules = _code128(data)
    step = module * MM
    left = int(x / step + 1e-6) + QUIET_MODULES
    bottom = paper.height - y - height
    path = " ".join(
        f"{(left + start) * step:.4f} {bottom:.3f} {width * step:.4f} {height:.3f} re"
        for start, width in bars
    )
    paper.fill_path(path)
    return (modules + 2 * QUIET_MODULES) * step


class _Code128(Code128):  # type: ignore[misc]  # python-barcode has no types we follow
    """Code 128 that keeps a leading 99.

    python-barcode takes the pair 99 behind the start sign for a switch of code sets, which has
    the same value, and drops it.
    """

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if self.code[:2].isdigit() and len(self.code) > 1:
            return encoded
        switched: list[int] = super()._try_to_optimize(encoded)
        return switched


@lru_cache(maxsize=1024)
def _code128(data: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Bars as (first module, modules wide), and the width of the whole symbol in modules."""
    if not data or not data.isascii():
        raise Malformed("printing.barcode-characters")
    try:
        pattern = _Code128(data).build()[0]
    except BarcodeError as fault:
        raise Malformed("printing.barcode-characters") from fault
    bars: list[tuple[int, int]] = []
    position = 0
    while (start := pattern.find("1", position)) >= 0:
        end = pattern.find("0", start)
        position = end if end >= 0 else len(pattern)
        bars.append((start, position - start))
    return tuple(bars), len(pattern)
