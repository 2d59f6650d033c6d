"""Embed the used glyphs of a face in a PDF: a Type 0 font with its own codes and ToUnicode map.

PDF 32000-1 §9.7 (composite fonts) and §9.10.3 (ToUnicode). A code stands for one glyph *and* the
text it means there, because Arabic fonts share one skeleton between several letters. Codes are
given in the order of first use, so the same sheet makes the same bytes.
"""

from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from absher_desk.printing.fonts import Face
from absher_desk.printing.glyphs import GlyphRun

_NOT_DRAWN = ("GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2", "STAT", "meta", "gasp")
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Strip(NamedTuple):
    """Glyphs at one height above the base line (thousandths): the operand of `TJ`."""

    rise: int
    operand: str


class EmbeddedFace:
    """One face as used by one document; `resource` is its name among the page's fonts."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {}

    def strips(self, run: GlyphRun) -> tuple[Strip, ...]:
        """Encode a run as operands of `TJ`, whose numbers move left by thousandths."""
        strips: list[Strip] = []
        parts: list[str] = []
        hexes: list[str] = []
        rise = pending = 0

        def close_text() -> None:
            if hexes:
                parts.append(f"<{''.join(hexes)}>")
                hexes.clear()

        for index, text, advance, x_offset, y_offset in run.glyphs:
            if y_offset != rise:
                close_text()
                if parts:
                    strips.append(Strip(rise, "".join(parts)))
                    parts = []
                rise = y_offset
            shift = pending - x_offset
            if shift:
                close_text()
                parts.append(str(shift))
            hexes.append(f"{self._code(index, text):04X}")
            pending = self._width(index) - advance + x_offset
        close_text()
        if pending:
            parts.append(str(pending))
        return (*strips, Strip(rise, "".join(parts)))

    def add_to(self, document: Any) -> None:
        """Write the font's objects into a ReportLab document, under this resource name."""
        glyphs = [glyph for glyph, _text in self._codes]
        base = f"{_tag(self.face, glyphs)}+{self.face.name}"
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base, glyphs)),
                "CIDToGIDMap": document.Reference(_stream(_glyph_map(glyphs))),
                "DW": 0,
                "W": PDFArray([1, PDFArray([self._width(glyph) for glyph in glyphs])]),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(self._to_unicode().encode("ascii"))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font)

    def _code(self, index: int, text: str) -> int:
        return self._codes.setdefault((index, text), len(self._codes) + 1)

    def _width(self, index: int) -> int:
        return _advance(self.face, index)

    def _descriptor(self, document: Any, base: str, glyphs: list[int]) -> PDFDictionary:
        program = _subset(self.face, frozenset(glyphs))
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": 4,
                "FontBBox": PDFArray(list(self.face.bounds)),
                "ItalicAngle": 0,
                "Ascent": self.face.ascent,
                "Descent": self.face.descent,
                "CapHeight": self.face.cap_height,
                "StemV": 80,
                "FontFile2": document.Reference(stream),
            }
        )

    def _to_unicode(self) -> str:
        entries = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_glyph, text), code in self._codes.items()
            if text
        ]
        blocks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
        body = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return f"{_CMAP_HEAD}{body}{_CMAP_TAIL}"


@lru_cache(maxsize=16384)
def _advance(face: Face, index: int) -> int:
    return face.advance(index)


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: frozenset[int]) -> bytes:
    """Font program with only these outlines; glyph numbers stay as they are in the font."""
    wanted = hb.SubsetInput()
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _NOT_DRAWN)
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _glyph_map(glyphs: list[int]) -> bytes:
    return b"".join(glyph.to_bytes(2, "big") for glyph in (0, *glyphs))


def _tag(face: Face, glyphs: list[int]) -> str:
    """Six capitals that mark a subset (PDF 32000-1 §9.6.4), the same for the same glyphs."""
    digest = sha256(face.name.encode() + _glyph_map(sorted(set(glyphs)))).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])
