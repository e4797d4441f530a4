"""Starts Counter."""
import sys


def main() -> int:
    """The window, or a check of everything off screen with `--self-test`."""
    from counter import app

    return app.check_itself() if "--self-test" in sys.argv else app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
