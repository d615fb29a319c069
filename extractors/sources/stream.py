"""Source files as streams of bytes and of text: unpacked, decoded, and bounded in memory."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from paperlattice.extractors.errors import SourceError
from paperlattice.extractors.sources.formats import ADVICE, FORMATS
from paperlattice.extractors.sources.read_result import Skipped

MAX_RECORD_CHARS: Final = 16_000_000
"""A line or record longer than this is skipped and reported."""

STDIN: Final = Path("-")

_HEAD_BYTES: Final = 65_536
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ\x00", "packed with xz"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    *((known.magic, f"a {known.label} file") for known in FORMATS.values() if known.magic),
    (b"ARROW1", "an Arrow file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
)
_WIDE_BOMS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UTF8_BOM: Final = b"\xef\xbb\xbf"
# "\udce9" of "caf\udce9"; not "café".
_ESCAPED_BYTE: Final = re.compile("[\udc80-\udcff]")


_ESCAPES: Final = "paperlattice.surrogateescape"
_escapes = 0


def _escape(error: UnicodeError) -> tuple[str | bytes, int]:
    """Escape bytes that are not UTF-8, and count that: texts need no search as long as there are none."""
    global _escapes
    _escapes += 1
    return codecs.lookup_error("surrogateescape")(error)


codecs.register_error(_ESCAPES, _escape)


def source_name(path: Path) -> str:
    """The name of a file in records and reports: its last part; "stdin" for `-`."""
    return "stdin" if path == STDIN else path.name


class ByteStream(io.RawIOBase):
    """The bytes of one source, once, with a look at its head. An error ends them and is kept in `fault`."""

    def __init__(self, stream: Any, path: Path, *, packed: bool = False) -> None:
        self.path = path
        self.source = source_name(path)
        self.packed = packed
        self.fault = ""
        self._stream = stream
        self._ahead = b""

    def look(self, size: int) -> bytes:
        """Return the first `size` bytes, fewer at the end, without consuming them."""
        parts, missing = [self._ahead], size - len(self._ahead)
        while missing > 0 and (part := self._take(missing)):
            parts.append(part)
            missing -= len(part)
        self._ahead = b"".join(parts)
        return self._ahead

    def drop(self, size: int) -> None:
        """Discard the first bytes, which `look` has seen."""
        self._ahead = self._ahead[size:]

    @contextmanager
    def as_file(self) -> Iterator[BinaryIO]:
        """Yield the bytes, of which none was consumed yet, as a file that can be sought.

        That is the file itself; what comes through a pipe or is packed goes to a temporary file first.
        Raises SourceError if there is no room for that.
        """
        if not self.packed and self.path != STDIN and self._stream.seekable():
            self._stream.seek(0)
            yield self._stream
            return
        with ExitStack() as stack:
            try:
                file = stack.enter_context(tempfile.TemporaryFile())
                shutil.copyfileobj(cast(BinaryIO, self), file, 1 << 20)
                file.seek(0)
            except OSError as error:
                raise SourceError(
                    f"{self.source} does not fit into a temporary file: {error.strerror or error}; "
                    f"save it as a plain file and name that"
                ) from error
            yield cast(BinaryIO, file)

    def readable(self) -> bool:
        """Whether bytes can be read: always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer from the bytes seen ahead, then from the stream."""
        data = self._ahead[: len(buffer)] if self._ahead else self._take(len(buffer))
        self._ahead = self._ahead[len(data) :]
        buffer[: len(data)] = data
        return len(data)

    def _take(self, size: int) -> bytes:
        if self.fault:
            return b""
        try:
            # read1, not read: what was unpacked before an error must not be lost with it.
            return bytes(self._stream.read1(size))
        except EOFError:
            self.fault = "the gzip stream is cut off; the papers before the cut were read"
        except (zlib.error, gzip.BadGzipFile) as error:
            self.fault = f"the gzip stream is damaged ({error}); the papers before the damage were read"
        except OSError as error:
            self.fault = f"reading stopped: {error.strerror or error}"
        return b""


class TextStream:
    """The text of one source: `head` for recognition, then lines or pieces, once.

    Line ends are `\\n` whatever the file has. Bytes that are not UTF-8 are read as Windows-1252, one by one,
    and noted. `line` is the number of the last line that was yielded.
    """

    def __init__(self, tail: ByteStream) -> None:
        self.source = tail.source
        self.line = 0
        self._tail = tail
        self._overlong: list[Skipped] = []
        self._foreign: list[int] = []
        self._escapes = _escapes
        raw = tail.look(_HEAD_BYTES)
        self._encoding = next((name for bom, name in _WIDE_BOMS if raw.startswith(bom)), "utf-8")
        if raw.startswith(_UTF8_BOM):
            tail.drop(len(_UTF8_BOM))
            raw = raw[len(_UTF8_BOM) :]
        self._binary = "" if self._encoding != "utf-8" else _binary_kind(raw)
        head = raw.decode(self._encoding, "ignore" if self._encoding != "utf-8" else "surrogateescape")
        self.head = _as_windows_1252(head).replace("\r\n", "\n").replace("\r", "\n")
        self._text = io.TextIOWrapper(
            io.BufferedReader(tail, 1 << 18),
            encoding=self._encoding,
            errors=_ESCAPES if self._encoding == "utf-8" else "replace",
        )

    def check(self) -> None:
        """Raise SourceError if the stream is empty or not text."""
        if self._binary:
            raise SourceError(f"{self.source} is {self._binary}, not text; {ADVICE}")
        if not self.head.strip():
            fault = f": {self._tail.fault}" if self._tail.fault else ""
            raise SourceError(f"{self.source} is empty{fault}; {ADVICE}")

    def __iter__(self) -> Iterator[str]:
        """Yield the lines without their ends; a line over MAX_RECORD_CHARS is skipped and noted."""
        readline = self._text.readline
        while line := readline(MAX_RECORD_CHARS + 1):
            self.line += 1
            if len(line) > MAX_RECORD_CHARS and not line.endswith("\n"):
                while not line.endswith("\n") and (line := readline(1 << 20)):
                    pass
                self._overlong.append(
                    Skipped(self.source, f"line {self.line}", f"longer than {MAX_RECORD_CHARS:,} characters")
                )
                continue
            yield self._repaired(line).removesuffix("\n")

    def read(self, size: int) -> str:
        """Return the next piece of text, "" at the end: for formats that do not consist of lines."""
        text = self._text.read(size)
        repaired = self._repaired(text)
        self.line += text.count("\n")
        return repaired

    def notes(self) -> list[Skipped]:
        """What the stream itself has to report, once it was read."""
        notes = list(self._overlong)
        if self._foreign:
            first, more = self._foreign[0], len(self._foreign) - 1
            where = f"line {first}" + (f" and {more} more" if more else "")
            notes.append(Skipped(self.source, where, "not UTF-8, read as Windows-1252"))
        if self._tail.fault:
            notes.append(Skipped(self.source, f"after line {self.line}", self._tail.fault))
        return notes

    def _repaired(self, text: str) -> str:
        if self._escapes == _escapes or text.isascii():
            return text
        try:
            text.encode()  # faster than to look for what has no code
        except UnicodeEncodeError:
            self._foreign.append(max(self.line, 1))
            return _as_windows_1252(text)
        return text


def _as_windows_1252(text: str) -> str:
    """Return the text with bytes that are not UTF-8 (kept as lone surrogates) as Windows-1252 letters."""
    if text.isascii():
        return text
    return _ESCAPED_BYTE.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _binary_kind(head: bytes) -> str:
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    if not kind and head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "a WebP image"
    # A few NULs in a text are stray bytes; more, or one near the start, mean binary data.
    if not kind and (b"\0" in head[:1024] or head.count(b"\0") > len(head) // 100):
        return "binary data (or UTF-16 without a byte order mark)"
    return kind


@contextmanager
def open_bytes(path: Path) -> Iterator[ByteStream]:
    """Yield the bytes of a file, or of standard input for `-`; gzip is recognised by its first bytes.

    Raises SourceError if the file cannot be opened.
    """
    try:
        raw = _standard_input() if path == STDIN else path.open("rb")
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from error
    try:
        tail = ByteStream(raw, path)
        if tail.look(2) == b"\x1f\x8b":
            tail = ByteStream(gzip.GzipFile(fileobj=io.BufferedReader(tail)), path, packed=True)
        yield tail
    finally:
        if path != STDIN:  # standard input belongs to the caller
            raw.close()


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        # Only a folder that a walk could not list comes here: the message says why.
        try:
            next(path.iterdir(), None)
        except OSError as reason:
            return f"folder {path} cannot be read: {reason.strerror}; check its permissions"
    return f"{path} cannot be read: {error.strerror}; check the file and its permissions"


def _standard_input() -> Any:
    if sys.stdin is None:
        raise SourceError("- names standard input, but there is none; name a file")
    # A notebook or a test may have put a stream of text there.
    return sys.stdin.buffer if hasattr(sys.stdin, "buffer") else io.BytesIO(sys.stdin.read().encode())
