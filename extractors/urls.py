"""URLs as abstracts write them: with and without scheme, wrapped in braces, cut by LaTeX or by a line break.

`find_urls` gives every URL with its span in the text and a cleaned form, `find_repos` those of repositories;
`extractors.hosts` decides which these are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal
from urllib.parse import urlsplit

from .hosts import canonical_repo
from .records import Mention

UrlKind = Literal["repo", "page", "video", "other"]

CODE_HOSTS: Final = (
    "github.com",
    "gist.github.com",
    "raw.githubusercontent.com",
    "gitlab.com",
    "bitbucket.org",
    "codeberg.org",
    "huggingface.co",
    "hf.co",
    "anonymous.4open.science",
    "zenodo.org",
    "kaggle.com",
)
_VIDEO_HOSTS: Final = ("youtube.com", "youtu.be", "vimeo.com", "bilibili.com")
_OTHER_HOSTS: Final = ("doi.org", "arxiv.org", "bit.ly", "tinyurl.com", "aka.ms", "goo.gl")

# A URL starts with a scheme (typeset in pieces by some sources), with www., or is a bare host that we know.
# Labels are bounded, as in DNS: without a bound a line of hyphens takes quadratic time.
_BARE_HOST: Final = "|".join(re.escape(h).replace(r"\.", r"\.[ \n]?") for h in CODE_HOSTS)
# "https://" of "see https://example.org", "www." of "www.example.org", "git@" of "git@github.com:o/n.git";
# not "example.org".
_START: Final = re.compile(
    rf"""
    (?:git\+)?https?://\s?                   # also "athttps://": nothing else is written so
  | (?<![\w@])(?:
        https?\s?:\s?/\s?/\s?                # https: //
      | git@(?=[\w.]+:)                       # git@github.com:owner/name.git
      | www\.(?=[\w-]{{1,63}}\.)
      | (?=(?:{_BARE_HOST})[/:])
      | (?=[\w-]{{1,63}}\.github\.io\b)
    )
  | (?<=\b(?:at|in|on))(?=(?:{_BARE_HOST})/\w)  # "available atgithub.com/owner/name"
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Each match of the above has one of these in it, in lower case. They are spelled without i, k and s, which
# other letters equal where case is ignored ("K" of kelvin).
_MARKS: Final = (
    "http", "www.", "thub", "t@", "tlab", "tbuc", "codeberg", "ngface", "hf.", "4open", "zenodo", "aggle",
)  # fmt: skip
_LONGEST_URL: Final = 1000
"""A piece of a URL is read no further: a text of nothing else would take quadratic time."""

# What a URL is made of, up to a second one that follows a comma, semicolon or bracket without a blank.
# "example.org/a," of "example.org/a, and", "example.org/a" of "example.org/a,https://"; not
# "(https://example.org".
_BODY: Final = re.compile(
    r"(?:\\[_%#&~$-]|\$\\?_\$|\{\\_\}|[,;(](?!https?://)|[^\s<>\"“”{}|\\^`\[\],;(，。；：、（）「」《》])"
    rf"{{1,{_LONGEST_URL}}}"
)
# "\_" of "my\_code", "$\_$" of "my$\_$code"; not "my_code".
_LATEX_ESCAPE: Final = re.compile(r"\$\\?_\$|\{\\_\}|\\([_%#&~$-])")
# "github. " of "github. com/owner"; not "github.com/owner".
_SPLIT_HOST: Final = re.compile(
    r"(?:github|gitlab|huggingface|bitbucket|kaggle|zenodo)\.\s(?=(?:com|co|org)/)", re.I
)
# " " of " name/code", "\n" of "\nname."; not ", name/code".
_BREAK: Final = re.compile(r"[ \n](?=[\w.-]*\w(?:/[\w.-]+|[\s.,;)}]|$))")
# What may follow a break: (whether a slash is before it, slashes so far) -> the next piece.
_PIECES: Final = {
    (True, 0): re.compile(r"[\w.-]+/"),  # github.com/ owner/name
    (True, 1): re.compile(r"[\w.-]*[A-Z0-9_-]"),  # github.com/owner/ Name
    (False, 1): re.compile(r"[\w.-]+/"),  # github.com/own- er/name
    (False, 2): re.compile(r"[\w.-]*[A-Z0-9_-]|[\w-]{2,}\.?(?:[/,;)}]|\s*$)"),  # github.com/owner/na- me
}
_MOST_PIECES: Final = 4
_TRAILING: Final = ".,;:!?'\"’”…*~\\"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
# "." of "owner/name.We"; not "owner/name.py".
_SENTENCE_TAIL: Final = re.compile(r"\.(?=[A-Z][a-z]*$)")


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """A URL in a text: `text[start:end]` is what the text has, `url` its cleaned `https` form."""

    start: int
    end: int
    url: str
    kind: UrlKind


def find_urls(text: str) -> Iterator[FoundUrl]:
    """Yield the URLs of a text from left to right, never overlapping."""
    # Most texts have no URL, and to search for one takes twenty times as long as to look for marks.
    if any(map(text.lower().__contains__, _MARKS)):
        yield from _urls(text)


@lru_cache(maxsize=128)  # a text is cut into tokens without its URLs, and then asked for its repositories
def _urls(text: str) -> tuple[FoundUrl, ...]:
    found = []
    position = 0
    while start := _START.search(text, position):
        end = _url_end(text, start)
        position = max(end, start.end())
        url = _clean(text[start.start() : end])
        if url is not None:
            found.append(FoundUrl(start.start(), end, url, _kind(url)))
    return tuple(found)


def _url_end(text: str, start: re.Match[str]) -> int:
    """Return where the URL that starts here ends, across the breaks that sources put into URLs."""
    begin = position = start.end()
    if split := _SPLIT_HOST.match(text, position):
        position = split.end()
    for _ in range(_MOST_PIECES):
        body = _BODY.match(text, position)
        if body is None:
            break
        position = body.end()
        if (onward := _after_break(text, begin, position)) is None:
            break
        position = onward
    return begin + len(_trimmed(text[begin:position], following=text[position : position + 2]))


def _after_break(text: str, begin: int, end: int) -> int | None:
    """Return where the URL continues after a break at `end`, None if it ends there.

    The URL of a repository ends neither in the slash before owner or name nor in a hyphen.
    """
    blank = _BREAK.match(text, end)
    if blank is None or text[end - 1] not in "/-_":
        return None
    written = _LATEX_ESCAPE.sub("", text[begin:end])
    slash = written.endswith("/")
    piece = _PIECES.get((slash, written.rstrip("/").count("/")))
    if piece is None or not _is_code_host(written) or not piece.match(text, blank.end()):
        return None
    return blank.end()


def _is_code_host(written: str) -> bool:
    # "github.com" of "github. com".
    host = re.sub(r"\s", "", written.split("/", 1)[0]).lower().removeprefix("www.")
    return host in CODE_HOSTS


def _trimmed(body: str, *, following: str) -> str:
    """Return the body without the punctuation of the sentence around it."""
    surplus = {closing: body.count(closing) - body.count(opening) for closing, opening in _PAIRS.items()}
    length = len(body)
    while length:
        last = body[length - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        length -= 1
    body = body[:length]
    # "…/name.We show": the blank after a full stop is missing and the next sentence sticks to the URL.
    tail = _SENTENCE_TAIL.search(body)
    # " s" of " show"; not " Show".
    if tail and re.match(r"\s[a-z]", following) and "/" in body[: tail.start()]:
        body = body[: tail.start()]
    # ")," of "example.org/a),we", ".)" of "example.org/a.)"; not "example.org/a_(b)".
    cut = re.search(r"\)[.,;:]|\.\)", body)
    if cut and body.count("(") < body.count(")"):
        body = body[: cut.start()]
    return body


def _clean(written: str) -> str | None:
    """Return the URL with scheme https, without LaTeX and blanks; None if it has no host."""
    url = _LATEX_ESCAPE.sub(lambda m: m.group(1) or "_", written)
    # "github.com/o/n" of "github.com/o/ n".
    url = re.sub(r"\s+", "", url)
    # "example.org" of "https://example.org" and "git+https://example.org".
    url = re.sub(r"^(?:git\+)?https?://", "", url, flags=re.I)
    if url.lower().startswith("git@"):
        url = url[4:].replace(":", "/", 1)
    host, slash, rest = url.partition("/")
    if "." not in host.strip("."):
        return None
    try:
        urlsplit("https://" + url)
    except ValueError:  # "https://[broken"
        return None
    return f"https://{host.lower() if _is_code_host(url) else host}{slash}{rest}"


def _kind(url: str) -> UrlKind:
    if canonical_repo(url) is not None:
        return "repo"
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if any(host == h or host.endswith("." + h) for h in _VIDEO_HOSTS):
        return "video"
    # "127.0.0.1"; not "example.org".
    if host in _OTHER_HOSTS or re.fullmatch(r"[\d.]+", host):
        return "other"
    return "page"


def find_repos(text: str, *, paper_id: str = "") -> Iterator[Mention]:
    """Yield one mention for each URL of a repository, from left to right; `name` is its canonical URL.

    Project pages, videos and pages of persons or organisations are not repositories;
    `extractors.urls.find_urls` gives those too.

    Args:
        text: Any text; URLs may lack the scheme or be broken by LaTeX and line ends.
        paper_id: Goes into the mentions as it is.

    Example:
        >>> from paperlattice.extractors import find_repos
        >>> found = find_repos("Code is at github.com/example-lab/quill_net.git, see www.example.org.")
        >>> [(mention.name, mention.start) for mention in found]
        [('https://github.com/example-lab/quill_net', 11)]
    """
    for found in find_urls(text):
        if found.kind == "repo" and (url := canonical_repo(found.url)):
            surface = text[found.start : found.end]
            yield Mention(paper_id, "repo", url, surface, found.start, found.end, "code", "url", 1.0)
