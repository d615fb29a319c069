"""Damaged files of every form: each record is read or counted as skipped, and costs the others nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from case import Case, Kind, Result, smallest
from forms import FORMS, RESUMES, TITLE, fill, mutate

from paperlattice.extractors.errors import PaperlatticeError
from paperlattice.extractors.sources import iter_entries

NUMBERS = (1, 2, 3, 4, 5, 6)
DAMAGED = 3
BATCH = 50


def read(path: Path, text: str | bytes) -> tuple[list[str], int, str]:
    """Return the titles that a file gives, how many records were skipped, and what went wrong."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    entries = iter_entries(path)
    titles: list[str] = []
    try:
        titles.extend(paper.title for paper in entries)
    except PaperlatticeError as error:
        return [], len(entries.skipped), "two lines" if "\n" in str(error) else ""
    except Exception as error:
        return [], 0, f"{type(error).__name__}: {error}"
    return titles, sum(report.passed_over for report in entries.files) or len(entries.skipped), ""


def fault_of(path: Path, seed: str, numbers: tuple[int, ...] = NUMBERS) -> str:
    """Return what is wrong with how a file is read that has some of the records, the third damaged."""
    form = FORMS[path.name]
    records = [fill(form.record, number) for number in numbers]
    if DAMAGED in numbers:
        records[numbers.index(DAMAGED)] = mutate(fill(form.record, DAMAGED), seed)
    titles, skipped, error = read(path, form.head + form.between.join(records) + form.tail)
    if error:
        return error
    resumes = path.name.endswith(RESUMES)
    lost = {fill(TITLE, number) for number in numbers if number != DAMAGED} - {*titles}
    if resumes and lost:
        return f"{len(lost)} undamaged records are lost"
    if len(titles) < len(numbers) and not skipped:
        return f"{len(titles)} records of {len(numbers)}, and none is named as skipped"
    if resumes and len(titles) + skipped < len(numbers):
        return f"{len(titles)} records of {len(numbers)} and {skipped} skipped"
    return ""


def scrambled(path: Path, rng: random.Random) -> str:
    """Return what is wrong with how a file is read in which bytes were changed, cut or swapped."""
    form = FORMS[path.name]
    content = bytearray(form.write(NUMBERS).encode())
    start = rng.randrange(len(content))
    match rng.randrange(4):
        case 0:
            del content[start:]
        case 1:
            content[start] ^= 1 << rng.randrange(8)
        case 2:
            content[start : start + 20] = rng.randbytes(rng.randrange(40))
        case _:
            content += content[start:]
    return read(path, bytes(content))[2]


def check(case: Case) -> Result:
    rng = case.rng
    for number in range(BATCH):
        path = case.folder / rng.choice(list(FORMS))
        if number % 5 == 4:
            fault = scrambled(path, random.Random(f"{case.name} {number}"))
        else:
            seed = f"{case.name} {number}"
            fault = fault_of(path, seed)
            if fault:
                least = smallest(list(NUMBERS), lambda few, p=path, s=seed: fault_of(p, s, tuple(few)))
                fault += f" of {least}: {mutate(fill(FORMS[path.name].record, DAMAGED), seed)!r}"
        if fault:
            return Result(number + 1, f"{path.name}: {fault}")
    return Result(BATCH)


def opened(folder: Path) -> Callable[[Case], Result]:
    shutil.rmtree(folder, ignore_errors=True)
    return check


KIND = Kind("inputs", "damaged files of every form", opened)
