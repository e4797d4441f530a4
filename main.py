"""Starts Counter."""
import sys


def main() -> int:
    """The window, or a check of everything off screen with `--self-test`."""
    if "--self-test" in sys.argv:
        from counter.selftest import run

        return run()
    from counter.app import main as window

    return window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
