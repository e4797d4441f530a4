"""A stranger with one address who holds as many slow connections to the tablet's page as he can get."""

import selectors
import socket
import sys
import threading
from contextlib import suppress

ADDRESS = "127.0.0.2"


def hold_slowly(port, wanted):
    """Keeps so many connections open from one address as it can, a byte at a time on each; opens anew what is cut.

    Runs as a process of its own until its input ends; says when all were tried.
    """
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    with selectors.DefaultSelector() as watch:
        said, tried = False, 0
        while not ended.wait(0.2):
            for key, _ in watch.select(0):
                if not _alive(key.fileobj):
                    watch.unregister(key.fileobj)
                    key.fileobj.close()
            for key in list(watch.get_map().values()):
                with suppress(OSError):
                    key.fileobj.send(b"a")
            for _ in range(wanted - len(watch.get_map())):
                watch.register(_opened(port), selectors.EVENT_READ)
                tried += 1
            if not said:
                sys.stdout.write("all tried\n")
                sys.stdout.flush()
                said = True
    sys.stdout.write(f"{tried}\n")


def _opened(port):
    line = socket.socket()
    line.bind((ADDRESS, 0))
    line.setblocking(False)
    line.connect_ex(("127.0.0.1", port))
    return line


def _alive(line):
    try:
        return bool(line.recv(4096))
    except BlockingIOError:
        return True
    except OSError:
        return False


if __name__ == "__main__":
    hold_slowly(int(sys.argv[1]), int(sys.argv[2]))
