"""Starts Counter."""
import sys
from pathlib import Path


def main() -> int:
    """The window, a check of everything off screen with `--self-test`, or the tablet's page with `--feedback-page`.

    With `--read-file` and a folder it is a window's child: it reads a strange file and ends.
    """
    if "--read-file" in sys.argv:
        from counter.office.reading_child import run

        return run(Path(sys.argv[-1]))
    if "--feedback-page" in sys.argv:
        from counter import page

        return page.main()
    from counter.app.taming import tame_qt

    tame_qt()
    if "--self-test" in sys.argv:
        from counter.app.program import check_itself

        return check_itself()
    from counter.app import start

    return start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
