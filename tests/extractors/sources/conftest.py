"""Files to read, made on the spot."""

import gzip

import pytest


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a file, gzipped if its name says so, and gives its path."""

    def write_file(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
        return path

    return write_file
