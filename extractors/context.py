"""The context of a candidate's occurrences: what `extractors.features` is computed from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from .candidates import Candidate, shape_of
from .gazetteer import CLASSES, load_gazetteer, trigger_classes
from .text import Tokens

Row = tuple[float, ...]

# "2" of "DINOv2"; not "DINO".
_DIGITS: Final = re.compile(r"\d")
_HEADS: Final = frozenset(CLASSES[:6])
_CLOSING: Final = " )]}\"'”’»*$"
_LONGEST_LIST: Final = 12
_LEADS: Final = frozenset({
    "such", "as", "like", "including", "include", "includes", "e", "g", "i", "namely", "called", "named",
    "termed", "dubbed", "coined", "titled", "entitled", "the", "we", "call", "name", "term", "which", "e.g",
    "i.e", "denoted", "referred", "to", "viz", "is",
})  # fmt: skip
"""Words between a head noun and the names that it announces: "datasets such as", "a benchmark called"."""
# "propose QuillNet, a new framework" of "We propose QuillNet, a new framework"; not "We propose QuillNet.".
_INTRODUCES_METHOD: Final = re.compile(
    r"\b(?:introduce|present|propose|develop|devise|design)\w*\b"
    r"[^.]{0,90}\b(?:model|method|approach|framework|algorithm|network|architecture|technique|module|system"
    r"|paradigm|strategy|pipeline|mechanism|loss|agent|optimizer|estimator|scheme)s?\b",
    re.I,
)
# "release Quill-1M, a large corpus" of "We release Quill-1M, a large corpus"; not "We use a large corpus".
_INTRODUCES_DATA: Final = re.compile(
    r"\b(?:introduce|present|propose|release|construct|create|build|develop|curate|collect|contribute"
    r"|establish|provide)\w*\b"
    r"[^.]{0,90}\b(?:dataset|benchmark|corpus|test suite|testbed|challenge|leaderboard|database"
    r"|collection)s?\b",
    re.I,
)


class TextView:
    """What all candidates of a text share: the classes of its words, and where each candidate occurs."""

    def __init__(
        self,
        tokens: Tokens,
        candidates: Sequence[Candidate],
        lexicon: Mapping[str, Row],
        statistics: Mapping[str, Row],
    ) -> None:
        self.tokens, self.lexicon, self.statistics = tokens, lexicon, statistics
        classes = trigger_classes()
        self.classes = [classes.get(w, "") for w in tokens.lower]
        self.shapes = [shape_of(w) for w in tokens.words]
        self.title_end = tokens.title_end
        colon = tokens.text.find(": ")
        self.head_end = colon if 0 < colon < self.title_end else 0
        self.begins: dict[int, list[tuple[int, int]]] = {}  # first token -> (end, candidate) of spans there
        self.ends: dict[int, int] = {}  # end -> first token of the longest span that ends there
        self._heads: dict[int, int | None] = {}  # by end of a span: what follows it is read once
        self.appositions: dict[int, str | None] = {}
        self._tails: dict[int, int] = {}
        self._fronts: dict[int, int] = {}
        # First token of known names -> how much speaks for a method and for a dataset.
        self.typed: dict[int, tuple[float, float]] = {}
        for index, candidate in enumerate(candidates):
            row = lexicon[candidate.key]
            method = row[0] + sum(e.kind == "method" and not e.generic for e in candidate.entries)
            dataset = row[1] + sum(e.kind == "dataset" for e in candidate.entries)
            for first, last in candidate.spans:
                self.begins.setdefault(first, []).append((last, index))
                self.ends[last] = min(first, self.ends.get(last, first))
                if method or dataset:
                    self.typed[first] = max(self.typed.get(first, (0.0, 0.0)), (method, dataset))
        counts = Counter(self.classes)
        titled = Counter(self.classes[: bisect_left(tokens.starts, self.title_end)])
        self.document = (
            float(counts["dataset"]), float(counts["model"] + counts["algorithm"]),
            float(len(_INTRODUCES_DATA.findall(tokens.text))),
            float(len(_INTRODUCES_METHOD.findall(tokens.text))),
            float(titled["dataset"]), float(titled["model"] + titled["algorithm"]),
            float(len(candidates)),
        )  # fmt: skip

    def resume(self, last: int) -> int:
        """Return the first token after a span, and after the parentheses that follow it."""
        a = self.tokens
        if last < len(a) and a.separators[last].strip()[-1:] in ("(", "["):
            for i in range(last + 1, min(last + 12, len(a) + 1)):
                if i < len(a) and a.sentence[i] != a.sentence[last - 1]:
                    break
                if a.separators[i].strip()[:1] in (")", "]"):
                    return i
        return last

    def head_after(self, last: int) -> int | None:
        """Return the first trigger noun after a span, within four words and before any punctuation."""
        if last not in self._heads:
            self._heads[last] = self._read_head_after(last)
        return self._heads[last]

    def _read_head_after(self, last: int) -> int | None:
        a = self.tokens
        begin = self.resume(last)
        for i in range(begin, min(begin + 4, len(a))):
            separator = a.separators[i]
            joined = separator in (" ", "-", "–", "/") or (i == begin and not separator.strip(_CLOSING))
            if not joined or a.sentence[i] != a.sentence[last - 1]:
                return None
            if self.classes[i] in _HEADS:
                return i
        return None

    def tail(self, last: int) -> int:
        """Return the end of the last member of the list in which a span ends at `last`."""
        if (known := self._tails.get(last)) is not None:
            return known
        a, end = self.tokens, last
        for _ in range(_LONGEST_LIST):
            i = self.resume(end)
            if i >= len(a) or a.sentence[i] != a.sentence[end - 1]:
                break
            separator = a.separators[i].strip(_CLOSING)
            if separator not in ("", ",", "/"):
                break
            if separator in ("", ",") and a.lower[i] in ("and", "or", "&"):
                i += 1
            elif separator == "":
                break
            if i not in self.begins:
                break
            end = max(e for e, _ in self.begins[i])
        self._tails[last] = end
        return end

    def front(self, first: int) -> int:
        """Return the first token of the list in which a span begins at `first`."""
        if (known := self._fronts.get(first)) is not None:
            return known
        a, begin = self.tokens, first
        for _ in range(_LONGEST_LIST):
            i = begin
            if i == 0 or a.sentence[i - 1] != a.sentence[i]:
                break
            if a.lower[i - 1] in ("and", "or") and not a.separators[i].strip():
                i -= 1
                if i == 0 or a.separators[i].strip(_CLOSING) not in ("", ","):
                    break
            elif a.separators[i].strip(_CLOSING) not in (",", "/"):
                break
            if a.separators[i].strip()[:1] in (")", "]"):
                opened = [
                    j for j in range(i - 1, max(0, i - 12), -1) if a.separators[j].strip()[-1:] in ("(", "[")
                ]
                if not opened:
                    break
                i = opened[0]
            if i not in self.ends:
                break
            begin = self.ends[i]
        self._fronts[first] = begin
        return begin

    def head_before(self, first: int) -> int | None:
        """Return the noun that announces a name: "a benchmark called X", "datasets such as X"."""
        a = self.tokens
        for i in range(first - 1, max(-1, first - 7), -1):
            if a.sentence[i] != a.sentence[first]:
                return None
            if self.classes[i] in _HEADS:
                return i
            if a.lower[i] not in _LEADS:
                return None
        return None


class ContextFeatures:
    """Reads what the text says around the occurrences of one candidate."""

    def __init__(self, view: TextView, candidate: Candidate) -> None:
        self.view, self.candidate = view, candidate
        self.tokens, self.spans = view.tokens, candidate.spans
        self.heads = [view.head_after(last) for _, last in self.spans]
        self.tails = [view.head_after(view.tail(last)) for _, last in self.spans]
        self.leads = [view.head_before(view.front(first)) for first, _ in self.spans]
        self.appositions = [self._apposition_of(last) for _, last in self.spans]
        self.listed: set[int] = set()
        self.around: set[int] = set()
        self.within: set[int] = set()

    def _word(self, i: int) -> str:
        """Return the folded word at token i, a mark at the edge of its sentence."""
        return _DIGITS.sub("0", self.tokens.lower[i]) if 0 <= i < len(self.tokens) else "¶"

    def _before(self, first: int) -> tuple[str, str]:
        a = self.tokens
        if a.separators[first].strip()[-1:] in ("(", "["):  # a short form has the context of its long form
            first = next((begin for begin, end in self.spans if end == first), first)
        if first == 0 or a.sentence[first - 1] != a.sentence[first]:
            return "¶", "¶"
        one = self._word(first - 1)
        separator = a.separators[first].strip()
        one = f"{one}{separator}" if separator else one
        two = self._word(first - 2) if first > 1 and a.sentence[first - 2] == a.sentence[first] else "¶"
        return one, two

    def _after(self, last: int) -> tuple[str, str]:
        a, paired = self.tokens, bool(self.candidate.pairs)
        if paired and a.separators[last].strip()[-1:] in ("(", "["):  # and a long form that of its short form
            last = self.view.resume(last)
        if last >= len(a) or a.sentence[last] != a.sentence[last - 1]:
            return "¶", "¶"
        separator = a.separators[last].strip()
        if paired or separator == ")":
            separator = separator.lstrip(_CLOSING)
        one = f"{separator}{self._word(last)}" if separator else self._word(last)
        two = self._word(last + 1) if last + 1 < len(a) and a.sentence[last + 1] == a.sentence[last] else "¶"
        return one, two

    def words(self) -> list[str]:
        """Return the features that are words, sorted; of many occurrences the first eight count."""
        out: set[str] = set()
        for occurrence, (first, last) in enumerate(self.spans[:8]):
            b1, b2 = self._before(first)
            a1, a2 = self._after(last)
            where = "t" if self.tokens.starts[first] < self.view.title_end else "a"
            out.update(
                (
                    f"b1={b1}",
                    f"b2={b2}",
                    f"b={b2} {b1}",
                    f"a1={a1}",
                    f"a2={a2}",
                    f"a={a1} {a2}",
                    f"x={b1}_{a1}",
                )
            )
            out.add(f"in={where}")
            if (at := self.heads[occurrence]) is not None:
                out.add(f"head={self.tokens.lower[at]}")
            if (at := self.tails[occurrence]) is not None:
                out.add(f"tail={self.tokens.lower[at]}")
            if (at := self.leads[occurrence]) is not None:
                out.add(f"lead={self.tokens.lower[at]}")
            if (head := self.appositions[occurrence]) is not None:
                out.add(f"appos={head}")
            if where == "a":
                out.update(self._sentence_words(first, last))
        out.update(self._form_words())
        return sorted(out)

    def _apposition_of(self, last: int) -> str | None:
        known = self.view.appositions
        if last not in known:
            known[last] = self._apposition(last) or self._apposition(self.view.resume(last))
        return known[last]

    def _apposition(self, last: int) -> str | None:
        """Return the head of ", a large benchmark", "is a corpus of", ": a framework", "(a dataset)"."""
        a, view = self.tokens, self.view
        i = last
        if i >= len(a):
            return None
        separator = a.separators[i].strip()
        closed = separator.lstrip(_CLOSING)
        if closed == "" and a.lower[i] in ("is", "was", "are"):
            i += 1
        elif closed not in (",", ":", "(", "—", "--", "–") and separator != ")":
            return None
        separator = closed
        if i >= len(a) or (a.lower[i] not in ("a", "an", "the", "our") and separator != ":"):
            return None
        for k in range(i, min(i + 9, len(a))):
            if k > i and a.separators[k].strip() not in ("", "-", "–", ",", "/"):
                return None
            if a.lower[k] in ("for", "of", "to", "that", "which", "with", "in", "on"):
                return None
            found = view.classes[k] in ("dataset", "model", "algorithm", "metric", "task", "organisation")
            if found and not (
                k + 1 < len(a) and a.separators[k + 1] in (" ", "-") and view.classes[k + 1] in CLASSES[:3]
            ):
                return a.lower[k]
        return None

    def _sentence_words(self, first: int, last: int) -> set[str]:
        """Return the trigger words of the sentence, marked by side."""
        a, view = self.tokens, self.view
        out, sentence = set(), a.sentence[first]
        i = first - 1
        while i >= 0 and a.sentence[i] == sentence and first - i < 25:
            if view.classes[i]:
                out.add(f"sb={a.lower[i]}")
            i -= 1
        i = last
        while i < len(a) and a.sentence[i] == sentence and i - last < 25:
            if view.classes[i]:
                out.add(f"sa={a.lower[i]}")
            i += 1
        return out

    def _form_words(self) -> set[str]:
        """Return what the name itself is made of: ends, shape, its words."""
        a, view = self.tokens, self.view
        first, last = self.spans[0]
        words = a.lower[first:last]
        out = {
            f"shape={''.join(view.shapes[first:last])[:6]}",
            f"last={_DIGITS.sub('0', words[-1])}",
            f"n={last - first}",
        }
        if len(words) > 1:
            out.add(f"first={words[0]}")
            out.update(f"has={w}" for w in words)
        key = self.candidate.key
        out.update((f"s3={key[-3:]}", f"s4={key[-4:]}", f"p3={key[:3]}", f"s5={key[-5:]}"))
        for pair in self.candidate.pairs[:1]:
            # "low", "rank" of "low-rank".
            long = re.findall(r"\w+", pair.long.lower())
            if long:
                out.update((f"longlast={long[-1]}", f"longfirst={long[0]}"))
                out.update(f"long={w}" for w in long)
        return out

    def numbers(self) -> list[float]:
        """Return the features that are numbers, in the order of `features.NUMBERS`."""
        view, c, a = self.view, self.candidate, self.tokens
        next_class: Counter[str] = Counter()
        near: Counter[str] = Counter()
        seen: Counter[str] = Counter()
        sentences = set()
        for first, last in self.spans:
            sentences.add(a.sentence[first])
            self._count_occurrence(first, last, near, seen)
        for occurrence in range(len(self.spans)):
            self._count_heads(occurrence, next_class, seen)
            self._count_cues(occurrence, seen)
        occurrences = len(self.spans)
        first, last = self.spans[0]
        surface = a.surface(first, last)
        row = [float(next_class[k]) / occurrences for k in CLASSES[:6]]
        row += [float(near[k]) / occurrences for k in CLASSES]
        row += [
            float(occurrences), float(seen["title"] > 0), float(seen["head"] > 0),
            a.starts[first] / max(1, len(a.text)), float(len(sentences)), float(last - first),
            float(len(surface)),
            sum(ch.isupper() for ch in surface) / len(surface),
            sum(ch.isdigit() for ch in surface) / len(surface),
        ]  # fmt: skip
        shapes = view.shapes[first:last]
        row += [float(sum(s == k for s in shapes)) / len(shapes) for k in ("A", "C", "c", "l")]
        row += [float(surface.count("-")), float(seen["opening"] == occurrences), float("/" in surface)]
        row += [float(k in c.sources) for k in ("shape", "gazetteer", "abbreviation", "christened", "title")]
        row += self._pair_numbers()
        known = c.entries
        row += [
            float(any(e.kind == "method" for e in known)), float(any(e.kind == "dataset" for e in known)),
            float(any(e.generic for e in known)), float(any(e.ambiguous for e in known)),
            max((e.cased for e in known), default=-1.0), self._redefined(),
        ]  # fmt: skip
        row += self._lexicon_numbers()
        last_class = view.classes[last - 1]
        row += [seen["inside"] / occurrences, float(seen["contains"] > 0)]
        row += [float(last_class == k) for k in ("dataset", "model", "algorithm", "metric", "task")]
        row += [
            seen[k] / occurrences
            for k in (
                "propose",
                "our",
                "on",
                "with",
                "such",
                "parenthesis",
                "list",
                "list_dataset",
                "list_method",
            )
        ]
        row += [*view.document, float(len(view.begins)), float(seen["hyphen_tail"]) / occurrences]
        row += [float(seen["appos_dataset"]), float(seen["appos_method"]), float(seen["number_after"])]
        row += [float(seen["is_dataset"]), float(seen["is_method"])]
        row += [float(seen[f"cue_{k}"]) for k in ("dataset", "method", "other")]
        row += [seen[f"{side}_{k}"] / occurrences for side in ("tail", "lead") for k in CLASSES[:5]]
        row += max(self.view.statistics[k] for k in c.keys)  # a pair is known by its commoner form
        return row

    def _pair_numbers(self) -> list[float]:
        if not self.candidate.pairs:
            return [0.0] * 6
        pair = self.candidate.pairs[0]
        classes = trigger_classes()
        # "low", "rank" of "low-rank".
        words = re.findall(r"\w+", pair.long.lower())
        last = classes.get(words[-1], "") if words else ""
        return [
            float(pair.short.isupper()),
            *(float(last == k) for k in ("dataset", "model", "algorithm", "task", "metric")),
        ]

    def _redefined(self) -> float:
        """Return 1 for a known short form with another long form in this text, -1 with its known one."""
        if not self.candidate.pairs or not self.candidate.entries:
            return 0.0
        known = load_gazetteer()
        longs = [e for pair in self.candidate.pairs for e in known.lookup(pair.long)]
        return -1.0 if any(e in longs for e in self.candidate.entries) else 1.0

    def _lexicon_numbers(self) -> list[float]:
        rows = [self.view.lexicon[k] for k in sorted(self.candidate.keys)]
        return [max(column) for column in zip(*rows, strict=True)]

    def _count_occurrence(self, first: int, last: int, near: Counter[str], seen: Counter[str]) -> None:
        view, a = self.view, self.tokens
        n, sentence = len(a), a.sentence[first]
        if a.starts[first] < view.title_end:
            seen["title"] += 1
            seen["head"] += a.ends[last - 1] <= view.head_end
        seen["opening"] += first == 0 or a.sentence[first - 1] != sentence
        for i in range(max(0, first - 8), min(n, last + 8)):
            if (i < first or i >= last) and a.sentence[i] == sentence and view.classes[i]:
                near[view.classes[i]] += 1
        self._count_before(first, sentence, seen)
        if last < n:
            separator = a.separators[last]
            seen["parenthesis"] += separator.startswith(")") or a.separators[first].endswith("(")
            seen["hyphen_tail"] += separator == "-"
            seen["number_after"] += view.shapes[last] == "n"
        self._count_list(first, last, seen)
        for begin in range(max(0, first - 6), first + 1):
            for end, index in view.begins.get(begin, ()):
                if end >= last and (begin, end) != (first, last):
                    seen["inside"] += 1
                    self.around.add(index)
        for begin in range(first, last):
            for end, index in view.begins.get(begin, ()):
                if end <= last and (begin, end) != (first, last):
                    seen["contains"] += 1
                    self.within.add(index)

    def _count_cues(self, occurrence: int, seen: Counter[str]) -> None:
        """Count the occurrence under each kind that some noun next to it names outright."""
        named = {
            self.view.classes[at]
            for at in (self.heads[occurrence], self.tails[occurrence], self.leads[occurrence])
            if at is not None
        }
        if (head := self.appositions[occurrence]) is not None:
            named.add(trigger_classes()[head])
        seen["cue_dataset"] += "dataset" in named
        seen["cue_method"] += not named.isdisjoint(("model", "algorithm"))
        seen["cue_other"] += not named.isdisjoint(("metric", "task", "organisation"))

    def _count_heads(self, occurrence: int, next_class: Counter[str], seen: Counter[str]) -> None:
        classes, lower, last = trigger_classes(), self.tokens.lower, self.spans[occurrence][1]
        if (at := self.heads[occurrence]) is not None:
            next_class[self.view.classes[at]] += 1
        if (at := self.tails[occurrence]) is not None:
            seen[f"tail_{self.view.classes[at]}"] += 1
        if (at := self.leads[occurrence]) is not None:
            seen[f"lead_{self.view.classes[at]}"] += 1
        if (head := self.appositions[occurrence]) is not None:
            kind = classes[head]
            seen["appos_dataset"] += kind == "dataset"
            seen["appos_method"] += kind in ("model", "algorithm")
            if last < len(lower) and lower[last] == "is":
                seen["is_dataset"] += kind == "dataset"
                seen["is_method"] += kind in ("model", "algorithm")

    def _count_before(self, first: int, sentence: int, seen: Counter[str]) -> None:
        view, a = self.view, self.tokens
        before = [i for i in range(first - 1, max(-1, first - 9), -1) if a.sentence[i] == sentence]
        seen["propose"] += any(view.classes[i] == "propose" for i in before)
        seen["our"] += any(a.lower[i] == "our" for i in before[:2])
        if before:
            near = {a.lower[i] for i in before[:2]}
            seen["on"] += bool(near & {"on"})
            seen["with"] += bool(near & {"with", "using", "via", "by", "over"})
            seen["such"] += bool(
                {a.lower[i] for i in before[:6]} & {"such", "like", "including", "e", "namely"}
            )

    def _count_list(self, first: int, last: int, seen: Counter[str]) -> None:
        """Is the occurrence in a list, and of what kind are the known names next to it in that list?"""
        view, a = self.view, self.tokens
        neighbours = []
        if last < len(a):
            step = last
            if a.separators[last].strip() in ("", ",") and a.lower[last] in ("and", "or", "&"):
                step = last + 1
            elif a.separators[last].strip() not in (",", "/", "),"):
                step = -1
            if 0 <= step < len(a) and step in view.begins:
                neighbours.append(step)
        for begin in range(max(0, first - 7), first):
            for end, _ in view.begins.get(begin, ()):
                separator = a.separators[end].strip() if end <= first else "x"
                close = (end == first and separator in (",", "/")) or (
                    end == first - 1 and a.lower[end] in ("and", "or") and separator in ("", ",")
                )
                if close:
                    neighbours.append(begin)
        if neighbours:
            seen["list"] += 1
            self.listed.update(index for i in neighbours for _, index in view.begins[i])
            typed = [view.typed[i] for i in neighbours if i in view.typed]
            seen["list_method"] += any(m > d for m, d in typed)
            seen["list_dataset"] += any(d > m for m, d in typed)
