"""Opens what came out again: the words, the picture and the code of a PDF or raster."""

import unicodedata
from io import BytesIO, StringIO

import pypdfium2
import zxingcpp
from pdfminer.high_level import extract_text_to_fp
from PIL import Image, ImageChops

from counter.paper.bitmap import FIRM


def words(data):
    """The PDF's words in the order in which they were written."""
    out = StringIO()
    extract_text_to_fp(BytesIO(data), out, laparams=None)
    return unicodedata.normalize("NFC", out.getvalue().replace("\x0c", ""))


def page_sizes(data):
    """Of each page, in points."""
    with pypdfium2.PdfDocument(data) as document:
        return [document.get_page_size(page) for page in range(len(document))]


def picture_of_pdf(data, width, height):
    """The first page in black and white as pdfium draws it, a dot a pixel.

    pdfium stretches a page to whole pixels, rounded up: so it gets whole dots to draw, less a millionth.
    """
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        top = page.get_height()
        page.set_mediabox(0, top - height * 72 / 203.2, width * 72 / 203.2, top)
        drawn = page.render(scale=203.2 / 72 - 1e-6, grayscale=True).to_pil().convert("L")
    return drawn.point(lambda level: 0 if level < FIRM else 255)


def picture_of_bitmap(bits):
    """The raster, black on white."""
    flipped = bytes(255 - value for value in bits.data)
    return Image.frombytes("1", (bits.width, bits.height), flipped).convert("L")


def likeness(one, other):
    """Black in both, of black in either (intersection over union)."""
    both, either = (
        combine(ImageChops.invert(one), ImageChops.invert(other)).histogram()[255]
        for combine in (ImageChops.darker, ImageChops.lighter)
    )
    return both / either


def code_in(image):
    """What the picture's QR code says; as a phone would see it, at once."""
    found = zxingcpp.read_barcodes(image.convert("L"))
    return [code.text for code in found]
