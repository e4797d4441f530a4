"""What nobody uses and is left out of the packed program, on Linux and on Windows."""
import re

MODULES = (
    "tkinter", "readline", "curses", "pydoc_data", "pytest", "setuptools", "distutils", "lib2to3", "test", "numpy",
    "lxml", "charset_normalizer", "_ssl", "_hashlib", "rapidfuzz.fuzz_cpp", "rapidfuzz.fuzz_cpp_avx2",
    "reportlab.graphics", "reportlab.platypus", "doctest", "pdb", "pydoc", "unittest", "xmlrpc", "ftplib", "smtplib",
    *(f"PySide6.Qt{name}" for name in ("Network", "Qml", "Quick", "OpenGL", "OpenGLWidgets", "Sql", "DBus")),
)
DROP = re.compile("|".join([
    r"plugins/(qmltooling|egldeviceintegrations|networkinformation|sqldrivers|virtualkeyboard|vectorimageformats"
    r"|generic|tls)/",
    r"plugins/imageformats/(lib)?q(pdf|tiff|tga|wbmp|webp|icns|gif)\.",
    r"plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal|direct2d)\.",
    r"platforminputcontexts/.*virtualkeyboard", r"platformthemes/.*gtk3",
    r"(^|/)(lib)?Qt6(Quick\w*|Qml\w*|VirtualKeyboard\w*|Pdf|EglF[Ss]\w*|Network)\.", r"opengl32sw\.dll$",
    r"(^|/)rapidfuzz/fuzz_cpp", r"apsw/sqlite_extra_binaries/(?!cksumvfs)",
    r"(^|/)translations/.*\.qm$",  # Qt's own words, which the screen never asks for
    r"(^|/)lib(ssl|crypto)[-.]", r"(^|/)reportlab/fonts/",  # one of them is under the GPL
]))
