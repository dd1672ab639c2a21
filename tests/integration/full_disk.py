"""A folder on a disk that can be filled to the byte: a small tmpfs of its own where mounting is permitted, otherwise a limit on the
size of files, which makes writes fail in the same places."""
import contextlib
import os
import resource
import subprocess
import sys

FILLER = 'filler'


@contextlib.contextmanager
def small_disk(folder, mib):
    folder.mkdir()
    mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={mib}m', 'tmpfs', folder], capture_output=True, check=False)
    if mounted.returncode != 0:
        print('mounting is not permitted here', file=sys.stderr)
    disk = (SizeLimit if mounted.returncode else Tmpfs)(folder)
    print(f'the full disk is a {disk.name}', file=sys.stderr)
    try:
        yield disk
    finally:
        disk.make_room()
        if mounted.returncode == 0:
            subprocess.run(['umount', '--lazy', folder], check=True)


class Tmpfs:
    name = 'tmpfs'
    options = {}

    def __init__(self, folder):
        self.folder = folder

    def leave(self, count, process=None):
        """Only so many more bytes can be written, by anybody."""
        self.make_room()
        with open(self.folder / FILLER, 'wb') as filler:
            if (size := self._free() - count) > 0:
                os.posix_fallocate(filler.fileno(), 0, size)

    def make_room(self, process=None):
        (self.folder / FILLER).unlink(missing_ok=True)

    def _free(self):
        done = subprocess.run(['stat', '--file-system', '--format', '%a %S', self.folder], capture_output=True, text=True, check=True)
        blocks, size = map(int, done.stdout.split())
        return blocks * size


class SizeLimit:
    """No byte of a file beyond so many can be written by a running `process`, or by programs that are started with `options`."""
    name = 'limit on the size of files'

    def __init__(self, folder):
        self.folder, self.options = folder, {}

    def leave(self, count, process=None):
        self._limit(process, count)

    def make_room(self, process=None):
        self._limit(process, resource.RLIM_INFINITY)

    def _limit(self, process, count):
        def limit(pid=0):
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (count, resource.RLIM_INFINITY))
        if process:
            limit(process.pid)
        else:
            self.options = {'preexec_fn': limit}
