"""Small disks that get full, are shut, pulled out and put back: real file systems where one may mount them."""

import os
import resource
import shutil
import subprocess

ROOT = os.getuid() == 0 and shutil.which("mount") is not None
SHARE = 4 << 20


class Tmpfs:
    """A real file system of a few MB in memory, mounted for the test."""

    def __init__(self, folder, share=SHARE):
        self.folder, self.share = folder, share
        self.mount()

    def mount(self):
        self.folder.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={self.share}", "tmpfs", str(self.folder)], check=True)

    def fill(self, *, leave):
        with (self.folder / "films").open("ab") as file:
            file.write(bytes(max(0, shutil.disk_usage(self.folder).free - leave)))

    def make_room(self):
        (self.folder / "films").unlink(missing_ok=True)

    def away(self):
        """As a stick that is pulled out: the folder is empty, what is open goes nowhere."""
        subprocess.run(["umount", "--lazy", str(self.folder)], check=True)

    def read_only(self, *, on):
        subprocess.run(["mount", "-o", f"remount,{'ro' if on else 'rw'}", str(self.folder)], check=True)

    def close(self):
        subprocess.run(["umount", "--lazy", str(self.folder)], capture_output=True)


class Folder:
    """What stands for a stick where nobody may mount one: a folder that is taken aside."""

    def __init__(self, folder):
        self.folder = folder
        self.mount()

    def mount(self):
        self.folder.mkdir(exist_ok=True)

    def away(self):
        self.folder.rename(self.folder.with_name("aside"))

    def read_only(self, *, on):
        self.folder.chmod(0o555 if on else 0o755)
        for file in self.folder.iterdir():
            file.chmod(0o444 if on else 0o644)

    def close(self):
        self.read_only(on=False)


class Quota:
    """The size that the system allows a file of ours, as a quota does it; needs no root."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self, *, leave):
        largest = max(file.stat().st_size for file in self.folder.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + leave if leave else 1, self._limits[1]))

    def make_room(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)

    def close(self):
        self.make_room()
