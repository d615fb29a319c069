"""Runs the campaign: `python tests/campaign/run.py --seed 7 --minutes 10`, with `--only` some kinds."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2] / ".src")]

from case import Case, Kind, Missing, Result  # noqa: E402

MODULES = (
    "inputs",
    "texts",
    "kills",
    "disks",
    "writers",
    "stores",
    "histories",
    "environments",
    "cards",
    "pins",
)


class Campaign:
    """The kinds, what each has tried and spent, and the cases that failed."""

    def __init__(self, kinds: list[Kind], seed: int, folder: Path) -> None:
        self.kinds = kinds
        self.seed = seed
        self.folder = folder
        self.tried = dict.fromkeys((kind.name for kind in kinds), 0)
        self.spent = dict.fromkeys(self.tried, 0.0)
        self.number = dict.fromkeys(self.tried, 0)
        self.failed: dict[str, list[tuple[str, str]]] = {kind.name: [] for kind in kinds}
        self.checks: dict[str, Callable[[Case], Result]] = {}
        self.missing: dict[str, str] = {}

    def run(self, seconds: float) -> None:
        """Try cases of the kind that has had least of its share of the time, until the time is over."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            kinds = [kind for kind in self.kinds if kind.name not in self.missing]
            if not kinds:
                break
            kind = min(kinds, key=lambda kind: self.spent[kind.name] / kind.share)
            self.number[kind.name] += 1
            self.one(kind, self.number[kind.name])

    def one(self, kind: Kind, number: int) -> Result:
        """Try one case, or note what the machine lacks for it."""
        begun = time.monotonic()
        own = self.folder / kind.name
        if kind.name not in self.checks:
            own.mkdir(parents=True)
            own.chmod(0o755)
            try:
                self.checks[kind.name] = kind.open(own / "shared")
            except Missing as error:
                self.missing[kind.name] = f"not tried: {error}"
                return Result(0)
        name = f"{kind.name}:{self.seed}:{number}"
        case = own / "case"
        case.mkdir()
        try:
            result = self.checks[kind.name](Case(name, case))
        except Exception as error:  # of the program in this process, or of the campaign itself
            result = Result(1, f"{type(error).__name__}: {error}")
        shutil.rmtree(case, ignore_errors=True)
        self.tried[kind.name] += result.tried
        self.spent[kind.name] += time.monotonic() - begun
        if result.fault:
            self.failed[kind.name].append((name, result.fault))
            print(f"{name}: {result.fault}", file=sys.stderr, flush=True)
        return result

    def table(self) -> str:
        """Return what was tried and what failed, with the command that repeats the shortest fault."""
        lines = [f"{'kind':14}{'tried':>8}{'failed':>8}{'seconds':>9}  what"]
        for kind in self.kinds:
            failed = self.failed[kind.name]
            counts = f"{self.tried[kind.name]:8}{len(failed):8}{self.spent[kind.name]:9.0f}"
            lines.append(f"{kind.name:14}{counts}  {self.missing.get(kind.name, kind.what)}")
            if failed:
                name, fault = min(failed, key=lambda each: len(each[1]))
                lines.append(f"  python tests/campaign/run.py --case {name}  # {fault}")
        return "\n".join(lines)


def find_kinds(only: str) -> list[Kind]:
    """Return the kinds of a list of names, or all."""
    names = only.split(",") if only else MODULES
    if unknown := sorted({*names} - {*MODULES}):
        raise SystemExit(f"unknown kind {unknown[0]!r}; choose among {', '.join(MODULES)}")
    return [import_module(name).KIND for name in names]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tries what should never break the program.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", default="", help=f"some of {','.join(MODULES)}")
    parser.add_argument("--case", default="", help="repeat one case, KIND:SEED:NUMBER")
    given = parser.parse_args(arguments)
    name, seed, number = (given.case or f"{given.only}:{given.seed}:0").split(":")
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder:
        Path(folder).chmod(0o755)
        campaign = Campaign(find_kinds(name), int(seed), Path(folder))
        if given.case:
            campaign.one(campaign.kinds[0], int(number))
        else:
            campaign.run(60 * given.minutes)
        print(campaign.table())
    return int(any(campaign.failed.values()))


if __name__ == "__main__":
    sys.exit(main())
