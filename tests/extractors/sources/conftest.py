"""Files to read, made on the spot."""

import errno
import gzip
import io
import os

import pyarrow as pa
import pyarrow.parquet as pq
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


@pytest.fixture
def as_parquet():
    """Return a function that gives columns, or an Arrow table, as the bytes of a Parquet file."""

    def write_table(columns, **options):
        file = io.BytesIO()
        pq.write_table(columns if isinstance(columns, pa.Table) else pa.table(columns), file, **options)
        return file.getvalue()

    return write_table


@pytest.fixture
def deny(monkeypatch):
    """Return a function that makes a folder unreadable, also for root, who may read all."""

    def deny_folder(name):
        denied, scandir, listdir = os.path.realpath(name), os.scandir, os.listdir

        def refuse(function, path):
            if os.path.realpath(path) == denied:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
            return function(path)

        monkeypatch.setattr(os, "scandir", lambda path=".": refuse(scandir, path))
        monkeypatch.setattr(os, "listdir", lambda path=".": refuse(listdir, path))

    return deny_folder
