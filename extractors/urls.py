"""URLs as abstracts write them: with and without scheme, wrapped in braces, cut by LaTeX or by a line break.

`find_urls` gives every URL with its place in the text and a cleaned form; `extractors.repos` decides which of
them are repositories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

__all__ = ["CODE_HOSTS", "FoundUrl", "UrlKind", "find_urls"]

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

# A URL may start with a scheme (typeset in pieces by some sources), with www., or be a bare host that we know.
_BARE_HOST = "|".join(re.escape(h).replace(r"\.", r"\.[ \n]?") for h in CODE_HOSTS)
_START: Final = re.compile(
    rf"""
    (?<![\w@])(?:
        (?:git\+)?https?\s?:\s?/\s?/\s?      # https:// and https: //
      | git@(?=[\w.]+:)                       # git@github.com:owner/name.git
      | www\.(?=[\w-]+\.)
      | (?=(?:{_BARE_HOST})[/:])
      | (?=[\w-]+\.github\.io\b)
    )
  | (?<=\b(?:at|in|on))(?=(?:{_BARE_HOST})/\w)  # "available atgithub.com/owner/name"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BODY: Final = re.compile(r"(?:\\[_%#&~$-]|\$\\?_\$|[^\s<>\"“”{}|\\^`\[\]，。；、（）])+")
_LATEX_ESCAPE: Final = re.compile(r"\$\\?_\$|\\([_%#&~$-])")
_SPLIT_HOST: Final = re.compile(
    r"(?:github|gitlab|huggingface|bitbucket|kaggle|zenodo)\.\s(?=(?:com|co|org)/)", re.I
)
_TRAILING: Final = ".,;:!?'\"’”*"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}
_SENTENCE_TAIL: Final = re.compile(r"\.(?=[A-Z][a-z]*$)")


@dataclass(frozen=True, slots=True)
class FoundUrl:
    """A URL in a text: `text[start:end]` is what stands there, `url` the cleaned `https` form of it."""

    start: int
    end: int
    url: str
    kind: UrlKind


def find_urls(text: str) -> Iterator[FoundUrl]:
    """Yield the URLs of a text from left to right, never overlapping."""
    position = 0
    while start := _START.search(text, position):
        end = _url_end(text, start)
        position = max(end, start.end())
        url = _clean(text[start.start() : end])
        if url is not None:
            yield FoundUrl(start.start(), end, url, _kind(url))


def _url_end(text: str, start: re.Match[str]) -> int:
    """Return where the URL ends that starts here, joined over the breaks that sources put into URLs."""
    begin = position = start.end()
    if split := _SPLIT_HOST.match(text, position):
        position = split.end()
    while body := _BODY.match(text, position):
        end = position = body.end()
        written = _LATEX_ESCAPE.sub("", text[begin:end])
        # "https://github.com/ owner/name" and "https://github.com/owner/ name": a URL does not end in the slash
        # before its repository, so the piece behind one break still belongs to it.
        depth = written.rstrip("/").count("/")
        if not (written.endswith("/") and depth < 2 and _is_code_host(written)):
            break
        gap = re.compile(r"[ \n](?=[\w.-]*[\w](?:/[\w.-]+|[\s.,;)}]|$))").match(text, position)
        if gap is None or not re.match(
            r"[\w.-]+/" if depth == 0 else r"[\w.-]*[A-Z0-9_-]", text[gap.end() :]
        ):
            break
        position = gap.end()
    else:
        end = position
    return begin + len(_trimmed(text[begin:end], following=text[end : end + 2]))


def _is_code_host(written: str) -> bool:
    host = re.sub(r"\s", "", written.split("/", 1)[0]).lower().removeprefix("www.")
    return host in CODE_HOSTS


def _trimmed(body: str, *, following: str) -> str:
    """Return the body without the punctuation of the sentence round it."""
    while body:
        last = body[-1]
        if last in _TRAILING or (last in _PAIRS and body.count(last) > body.count(_PAIRS[last])):
            body = body[:-1]
        elif body.endswith("\\"):
            body = body[:-1]
        else:
            break
    # "…/name.We show": the blank behind a full stop is missing and the next sentence sticks to the URL.
    tail = _SENTENCE_TAIL.search(body)
    if tail and re.match(r"\s[a-z]", following) and "/" in body[: tail.start()]:
        body = body[: tail.start()]
    cut = re.search(r"\)[.,;:]|\.\)", body)
    if cut and body.count("(") < body.count(")"):
        body = body[: cut.start()]
    return body


def _clean(written: str) -> str | None:
    """Return the URL with scheme https, without LaTeX and blanks; None if it has no host."""
    url = _LATEX_ESCAPE.sub(lambda m: m.group(1) or "_", written)
    url = re.sub(r"\s+", "", url)
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
    from .repos import canonical_repo

    if canonical_repo(url) is not None:
        return "repo"
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    if any(host == h or host.endswith("." + h) for h in _VIDEO_HOSTS):
        return "video"
    if host in _OTHER_HOSTS or re.fullmatch(r"[\d.]+", host):
        return "other"
    return "page"
