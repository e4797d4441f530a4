"""Archives as phones make them."""

import io
import zipfile


def packed(**parts):
    """A .zip of these files; two underscores in a name stand for its dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()
