"""The invisible words of a PDF, so that a slip drawn as outlines can be searched, copied and read aloud.

One show-text operator for each run of one direction, letters in the order of reading; a right-to-left run is drawn
leftward by a negative horizontal scale. The font is one glyph without ink; each character gets a code of the document.
"""

import base64
import zlib
from typing import Any

from counter.paper.sheet import Run

# A TrueType font of two glyphs without ink, 272 bytes; the glyph has a bounding box, else readers find no words.
_GLYPHLESS = (
    "c-muNWME)mV{l+#Vo*rWsZ4w0d+#Su<OdLoWuzviByu?00@*o0Y?c8OU=?H31G1L@u}Vg6Nd@B<1`v1wG9@QJIgx=I%>Mx5=O$JZFt9K%1KB5lSb+g#7Z"
    "CRaT)Gm^Z}XLbf%ydk2KaBm_=Q;k$lw6F2?Bt6m=*q802yH0fFvWDCPuIb6A&`Obf78tg2ds5sDRo8WQj5|emMbl3;^f6C9V"
)
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /T def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
)
_CMAP_FOOT = "endcmap CMapName currentdict /CMap defineresource pop end end"
_BLOCK = 100  # entries a beginbfchar may hold, by the CMap specification
_ADVANCE = 0.5  # of the type size: what the font says each glyph is wide


class TextLayer:
    """Gives out a code for each character; reportlab asks it for its font when the document is saved."""

    def __init__(self, document: Any) -> None:
        self._codes: dict[str, int] = {}
        document.delayedFonts.append(self)

    def show(self, run: Run, baseline: float, size: float) -> str:
        """The operators that write a run; positions in points from the bottom left."""
        codes = "".join(f"{self._codes.setdefault(letter, len(self._codes) + 1):04x}" for letter in run.text)
        stretch = (run.high - run.low) / (len(run.text) * size * _ADVANCE) * (-100 if run.rtl else 100)
        start = run.high if run.rtl else run.low
        return f"BT 3 Tr /TL {size:g} Tf {stretch:.2f} Tz 1 0 0 1 {start:.2f} {baseline:.2f} Tm <{codes}> Tj ET"

    def addObjects(self, document: Any) -> None:  # noqa: N802  reportlab's name for it
        """Called by reportlab when it saves: the font and its map join the document."""
        from reportlab.pdfbase import pdfdoc

        font = _Maker(document, pdfdoc).font(self._cmap(), len(self._codes))
        document.idToObject["BasicFonts"].dict["TL"] = font

    def _cmap(self) -> str:
        """Which code stands for which character."""
        entries = [f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in self._codes.items()]
        blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
        listed = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
        return _CMAP_HEAD + listed + _CMAP_FOOT


class _Maker:
    """PDF objects, shortly."""

    def __init__(self, document: Any, pdfdoc: Any) -> None:
        self.document, self.pdf = document, pdfdoc

    def font(self, cmap: str, count: int) -> Any:
        """A composite font whose every code shows the glyph without ink."""
        return self._reference(
            Type=self._name("Font"),
            Subtype=self._name("Type0"),
            BaseFont=self._name("Glyphless"),
            Encoding=self._name("Identity-H"),
            DescendantFonts=self.pdf.PDFArray([self._descendant(count)]),
            ToUnicode=self._stream(cmap.encode()),
        )

    def _descendant(self, count: int) -> Any:
        system = {"Registry": self.pdf.PDFString("Adobe"), "Ordering": self.pdf.PDFString("Identity"), "Supplement": 0}
        return self._reference(
            Type=self._name("Font"),
            Subtype=self._name("CIDFontType2"),
            BaseFont=self._name("Glyphless"),
            DW=round(1000 * _ADVANCE),
            FontDescriptor=self._descriptor(),
            CIDToGIDMap=self._stream(b"\0\0" + b"\0\1" * count),
            CIDSystemInfo=self.pdf.PDFDictionary(system),
        )

    def _descriptor(self) -> Any:
        program = zlib.decompress(base64.b85decode(_GLYPHLESS))
        return self._reference(
            Type=self._name("FontDescriptor"),
            FontName=self._name("Glyphless"),
            Flags=4,
            FontBBox=self.pdf.PDFArray([0, -200, 500, 800]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=800,
            StemV=80,
            FontFile2=self._stream(program, Length1=len(program)),
        )

    def _name(self, name: str) -> Any:
        return self.pdf.PDFName(name)

    def _reference(self, **entries: Any) -> Any:
        return self.document.Reference(self.pdf.PDFDictionary(entries))

    def _stream(self, data: bytes, **entries: Any) -> Any:
        stream = self.pdf.PDFStream(self.pdf.PDFDictionary(entries), data, [self.pdf.PDFZCompress])
        return self.document.Reference(stream)
