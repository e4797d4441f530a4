"""From content to paper: Qt sets the text in dots (8 a millimetre); screen, raster and PDF show the same sheet.

The application sets QT_DISABLE_EMOJI_SEGMENTER=1 before Qt starts, else emoji come from a colour font of the machine,
which has no outlines: they would be reported as missing.
"""
