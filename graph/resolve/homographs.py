"""Homographs: which papers mean one thing by a short name, induced from what they write around it.

Two papers that give a name one long form mean one thing, and two long forms are two things. Of the others, a
paper that proposes what it so names means its own thing, unless its context says otherwise; a paper that uses
the name means what a proposal, or a paper with a long form, of like context means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, permutations
from math import log1p
from typing import Final

from paperlattice.extractors.features import CORPUS_MEANS
from paperlattice.extractors.scorer import load_statistics
from paperlattice.graph.model.records import Partition
from paperlattice.graph.resolve.abbreviations import Sense, find_senses
from paperlattice.graph.resolve.contexts import WordContext, word_context
from paperlattice.graph.resolve.normalize import is_coined, name_key, words

# Agreements of contexts in percent. They were read off 300 pairs of abstracts: of two that propose a name,
# those that agree by 14 speak of one thing; of one that proposes it and one that uses it, those by 6. Nobody
# writes a name with inner capitals by chance: a paper that uses it means the proposal that is most like it.
_TWO_PROPOSALS: Final = 14
_PROPOSAL_AND_USE: Final = 6
_COINED: Final = 0
_LONG_NAME: Final = 6
_TITLE_WORDS: Final = 5
MOST_PAPERS: Final = 200
"""A name of more papers is settled: that one of them seems to propose it says little, and pairs are many."""
_KNOWN: Final = log1p(300)
_HEADS: Final = 0.1
_HEAD: Final = 1 + CORPUS_MEANS.index("title_head")


@dataclass(slots=True)
class Naming:
    """How a paper uses a short name: the `names` it writes, its long forms, whether it proposes the thing.

    `pinned` says that a person said with which papers it means one thing.
    """

    names: set[str] = field(default_factory=set)
    longs: set[str] = field(default_factory=set)
    own: bool = False
    pinned: bool = False

    @property
    def is_anchor(self) -> bool:
        """Whether the paper says which thing it means."""
        return self.own or self.pinned or bool(self.longs)


@dataclass(slots=True)
class PinnedGroups:
    """What pins say of one name: `groups` of papers that mean one thing, and which of these are `apart`.

    `settled`: without pins the name has one meaning, which is that of the first group.
    """

    groups: list[list[str]] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    settled: bool = False

    def papers(self) -> set[str]:
        """Return all papers that pins name."""
        return {paper for group in self.groups for paper in group}

    def apply(self, parts: Partition[str], papers: Mapping[str, Naming]) -> None:
        """Merge what means one thing, and keep apart what does not; the first of what contradicts counts."""
        for group in self.groups:
            for paper in group[1:]:
                parts.union(group[0], paper)
        for one, other in self.apart:
            a, b = self.groups[one][0], self.groups[other][0]
            if parts.find(a) != parts.find(b):
                parts.cannot_link(a, b)
        for paper in self.papers():
            papers[paper].pinned = True
        if self.settled:
            for paper in sorted(papers.keys() - self.papers()):
                if not papers[paper].longs:
                    parts.union(self.groups[0][0], paper)


@dataclass(frozen=True, slots=True)
class Homographs:
    """The senses of a name, the label of the sense that each paper means, and what tells each sense apart.

    Papers that are not in `meant` mean whatever the name means by default. `unproposed` is the label of the
    sense of the papers that agree with no other, if they have one. `pinned` says that a person tells them
    apart.
    """

    senses: list[Sense]
    meant: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[int, str]] = field(default_factory=dict)
    unproposed: str = ""
    pinned: bool = False


def is_settled(name: str) -> bool:
    """Return whether a name has one meaning for a whole field, whatever some paper seems to propose.

    It has if 300 abstracts or more of a large corpus have it, and less than a tenth of them begin their title
    with it, as papers do that propose a thing of this name.

    >>> is_settled("LoRA"), is_settled("PRISM")
    (True, False)
    """
    row = load_statistics()[name_key(name)]
    return row[0] >= _KNOWN and row[_HEAD] < _HEADS


def find_homographs(
    papers: Mapping[str, Naming], texts: Mapping[str, str], pinned: PinnedGroups | None = None
) -> Homographs:
    """Return the senses that papers give one short name, the most frequent first, ties in sort order.

    Papers that agree with no proposal and no long form mean the most frequent sense, if it is known beyond
    the paper that proposes it, they write it in the same case and are not far more; else they have a sense of
    their own. Cost: the papers that propose the name or give a long form, times all.

    Args:
        papers: How each paper uses the name.
        texts: Title and abstract by paper.
        pinned: What a person says of some of the papers; it comes before everything else.

    Example:
        >>> texts = {"1": "Flap: landmarks on faces", "2": "Flap: query plans", "3": "Landmarks of old faces"}
        >>> papers = {"1": Naming({"Flap"}, own=True), "2": Naming({"Flap"}, own=True), "3": Naming({"Flap"})}
        >>> find_homographs(papers, texts).meant
        {'1': 'landmarks on faces', '3': 'landmarks on faces', '2': 'query plans'}
    """
    stated = find_senses((paper, papers[paper].longs) for paper in sorted(papers) if papers[paper].longs)
    parts: Partition[str] = Partition()
    if pinned is not None:
        pinned.apply(parts, papers)
    by_sense = [[p for p in sorted(papers) if not papers[p].longs.isdisjoint(s.forms)] for s in stated]
    for alike in by_sense:
        for paper in alike:
            parts.union(alike[0], paper)
    for one, two in combinations(by_sense, 2):
        if parts.find(one[0]) != parts.find(two[0]):
            parts.cannot_link(one[0], two[0])
    pairs = list(_compare(papers, texts, parts))
    written = {paper: _cased(naming) for paper, naming in papers.items()}
    for agreement, left, right in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        both_own = papers[left].own and papers[right].own
        if agreement >= _needed(written[left] & written[right], both_own=both_own):
            parts.union(left, right)
    return _homographs(papers, texts, parts, stated, pairs, pinned, written)


def _compare(
    papers: Mapping[str, Naming], texts: Mapping[str, str], parts: Partition[str]
) -> Iterator[tuple[int, str, str]]:
    """Yield the agreement of each paper that says what it means with those that are not decided yet."""
    keys = {name_key(name) for naming in papers.values() for name in naming.names}
    contexts: dict[str, WordContext] = {p: word_context(texts.get(p, ""), without=keys) for p in papers}
    anchors = sorted(p for p in papers if papers[p].is_anchor)
    others = sorted(papers.keys() - anchors)
    for i, left in enumerate(anchors):
        for right in (*anchors[i + 1 :], *others):
            if parts.find(left) != parts.find(right) and not (papers[left].longs and papers[right].longs):
                yield contexts[left].agreement(contexts[right]), left, right


def _needed(written: set[str], *, both_own: bool) -> int:
    """Return by how many percent two contexts must agree to speak of one thing, which both write so."""
    if both_own or not written:
        return _TWO_PROPOSALS
    is_telling = any(len(n) >= _LONG_NAME and is_coined(n) and not n.isupper() for n in written)
    return _COINED if is_telling else _PROPOSAL_AND_USE


def _cased(naming: Naming) -> set[str]:
    """Return the names without hyphens, blanks and the s of a plural, in their case: StaR is not STAR."""
    return {"".join(words(name)).removesuffix("s") for name in naming.names}


def _homographs(
    papers: Mapping[str, Naming],
    texts: Mapping[str, str],
    parts: Partition[str],
    stated: list[Sense],
    pairs: list[tuple[int, str, str]],
    pinned: PinnedGroups | None,
    written: Mapping[str, set[str]],
) -> Homographs:
    members: dict[str, list[str]] = {}
    for paper in sorted(papers):
        members.setdefault(parts.find(paper), []).append(paper)
    anchored = [group for group in members.values() if any(papers[p].is_anchor for p in group)]
    rest = sorted(p for group in members.values() if group not in anchored for p in group)
    # A sense that not only those have who propose it is known; a few papers that write it so may mean it.
    known: list[str] = max((g for g in anchored if len(g) > 1 or not papers[g[0]].own), key=len, default=[])
    as_known = set[str]().union(*(written[p] for p in known))
    if len(rest) <= 2 * len(known):
        rest = [p for p in rest if as_known.isdisjoint(written[p])]
    senses: list[Sense] = []
    meant: dict[str, str] = {}
    for group in (*anchored, rest) if rest else anchored:
        spelt = (s.forms for s in stated if any(not papers[p].longs.isdisjoint(s.forms) for p in group))
        first = next((p for p in group if papers[p].own), group[0])
        title = _title(texts.get(first, ""), papers[first]) or first
        if title in meant.values():
            title = f"{title} {first}"
        forms: tuple[str, ...] = next(spelt, ())
        # Only pins keep papers apart that spell the name out in one way.
        senses.append(Sense(() if forms and forms[0] in meant.values() else forms, len(group), title))
        meant.update(dict.fromkeys(group, senses[-1].label))
    unproposed = meant[rest[0]] if rest else ""
    senses.sort(key=lambda s: (-s.papers, s.label))
    evidence = _evidence(papers, meant, pairs)
    for paper, source in sorted(pinned.sources.items()) if pinned else ():
        evidence[meant[paper]] = 100, f"declared to be what these papers mean ({source})"
    return Homographs(senses, meant, evidence, unproposed, pinned is not None)


def _title(text: str, naming: Naming) -> str:
    """Return the first words of a title, without a name before its colon, which all senses share."""
    title = text.partition("\n")[0]
    head, _, rest = title.partition(":")
    is_name = name_key(head) in set(map(name_key, naming.names))
    return " ".join(words(rest.strip() if is_name and rest.strip() else title)[:_TITLE_WORDS])


def _evidence(
    papers: Mapping[str, Naming], meant: Mapping[str, str], pairs: list[tuple[int, str, str]]
) -> dict[str, tuple[int, str]]:
    """Return by label of a sense the agreement that decided, in percent, and a sentence that says so."""
    labels = sorted(set(meant.values()))
    own = Counter(label for paper, label in meant.items() if papers[paper].own)
    within: Counter[str] = Counter()
    across: Counter[str] = Counter()
    for agreement, left, right in pairs:
        for label, other in permutations((meant.get(left, ""), meant.get(right, ""))):
            best = within if label == other else across
            best[label] = max(best[label], agreement)
    reasons: dict[str, tuple[int, str]] = {}
    for label in labels:
        by = f"{own[label] or 'no'} paper{' proposes' if own[label] < 2 else 's propose'} it"
        if len(labels) == 1 and label in within:
            reasons[label] = within[label], f"{by}; contexts agree by up to {within[label]} %"
        elif len(labels) > 1:
            agree = f"contexts differ: they agree by {across[label]} % at most"
            apart = agree if label in across else "long forms differ"
            reasons[label] = across[label], f"one of {len(labels)} things of this name; {by}; their {apart}"
    return reasons
