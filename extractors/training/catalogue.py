"""The packaged gazetteer, made from catalogues of known names."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path


def write_gazetteer(folder: Path, target: Path) -> int:
    """Write the names of `methods.jsonl` and `datasets.jsonl` that occur in real abstracts; return how many.

    A record is [kind, name, aliases, flags, cased]; `flags` holds "g" for generic and "a" for ambiguous.
    """
    rows = []
    for kind, source in (("m", "methods.jsonl"), ("d", "datasets.jsonl")):
        for line in (folder / source).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry.get("df", 0) < 1 or not _is_name(entry["name"]):
                continue
            flags = ("g" if entry.get("generic") else "") + ("a" if entry.get("ambiguous") else "")
            aliases = sorted({a for a in entry["aliases"] if _is_name(a)})
            rows.append([kind, entry["name"], aliases, flags, entry.get("cased") or 1.0])
    rows.sort(key=lambda r: (r[0], r[1]))
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))
    return len(rows)


def _is_name(form: str) -> bool:
    return len(form) >= 2 and not re.fullmatch(r"[\d\W]+", form)
