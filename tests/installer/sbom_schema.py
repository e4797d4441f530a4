"""Holds a bill of materials against CycloneDX's own schema, strictly.

    python tests/installer/sbom_schema.py FILE...     in an environment with cyclonedx-python-lib[json-validation]
"""
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(files: list[Path]) -> int:
    """Exit 0 when each file is as the schema wants it."""
    validator, wrong = JsonStrictValidator(SchemaVersion.V1_5), 0
    for file in files:
        fault = validator.validate_str(file.read_text(encoding="utf-8"))
        wrong += fault is not None
        said = str(fault).partition("\n")[0] if fault else "as CycloneDX 1.5 wants it"
        sys.stdout.write(f"{file}: {said}\n")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
