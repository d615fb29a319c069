"""The client: one connection, pauses between requests, patience, and the cache before all."""

from __future__ import annotations

import json
import re
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping
from dataclasses import replace
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from types import ModuleType
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from paperlattice.extractors.errors import FetchError
from paperlattice.extractors.fetch.addresses import LOOPBACK, checked_base, is_loopback, redirect_target
from paperlattice.extractors.fetch.cache import Cache, Stored, digest
from paperlattice.extractors.fetch.service import SUCCESS, Call, Reply, Service, message_in
from paperlattice.extractors.fetch.waits import asked_wait, owed_wait

TRIES: Final = 5
MAX_BYTES: Final = 64 << 20
_RETRIED: Final = frozenset((429, 500, 502, 503, 504))
_MOVED: Final = frozenset((301, 302, 303, 307, 308))
_MOST_MOVES: Final = 5
_FIRST_WAIT: Final = 3.0
_LONGEST_WAIT: Final = 900.0
_LONGEST_REPLY: Final = 600.0
_KEPT_HEADERS: Final = ("content-type", "link", "total-results", "last-modified-version")
_MOST_SAID: Final = 200
_BROKEN: Final = -1
_CONNECTS: Final = 3
_ADVICE: Final = {0: "check the network, and go on when it is there"}
# "<html>", "<!DOCTYPE html>"; not "<feed>".
_WEB_PAGE: Final = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)


class Client:
    """What asks one service: `ask` returns the parsed reply to a call, from the cache if it is there.

    `bases` are the addresses of the service, the main one first; `now` and `sleep` are the clock. `sent` and
    `replayed` count the requests and the replies of the cache.
    """

    def __init__(
        self,
        service: Service,
        cache: Cache,
        *,
        bases: Mapping[str, str],
        key: str = "",
        agent: str = "paperlattice",
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.sent = 0
        self.replayed = 0
        self._service = service
        self._cache = cache
        self._bases = {name: checked_base(base, service.label) for name, base in bases.items()}
        self._key = _checked_key(key, service.key)
        self._now = now
        self._sleep = sleep
        self._local = is_loopback(next(iter(service.bases.values())))
        self._owed = 0.0
        self._last = ""
        self._library = _httpx()
        # A key goes into a header, so it is in no URL.
        secret = dict([service.send_key(self._key)]) if self._key else {}
        within = all(base.startswith("http:") for base in self._bases.values())
        self._http = self._library.Client(
            # Proxies and certificates are for what lies outside of this machine.
            trust_env=not within,
            mounts={f"all://{host}": None for host in LOOPBACK},
            verify=SSLContext(PROTOCOL_TLS_CLIENT) if within else True,
            headers={"User-Agent": agent, **service.headers, **secret},
            follow_redirects=False,
            limits=self._library.Limits(max_connections=1, max_keepalive_connections=1),
            timeout=self._library.Timeout(60.0, connect=15.0),
        )

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def ask(self, call: Call) -> Reply:
        """Return the reply to a call. Raises FetchError with one line that says what to do."""
        method, url, name = self._named(call)
        self._last = ""
        stored = self._cache.find(name, self._now())
        if stored is not None:
            self.replayed += 1
        else:
            stored = self._patiently(method, url, call)
            kept = {n: stored.headers[n] for n in _KEPT_HEADERS if n in stored.headers}
            self._cache.keep(name, replace(stored, headers=kept), url)
        try:
            data = self._parsed(stored) if stored.status not in (404, 410) else None
        except FetchError:
            if stored.status in SUCCESS:
                self._cache.forget(name)
                raise
            data = None
        self._last = name
        return Reply(stored.status, stored.headers, data)

    def forget_last(self) -> None:
        """Drop the last reply, which turned out not to be what it should: the next run asks again."""
        self._cache.forget(self._last)

    def _named(self, call: Call) -> tuple[str, str, str]:
        """Method and URL of a call, and the name of its reply in the cache."""
        base = self._bases[call.base or next(iter(self._bases))]
        url = f"{base}{call.path}" + (f"?{urlencode(call.params)}" if call.params else "")
        method = "GET" if call.json is None else "POST"
        return method, url, digest(method, url, call.json, call.day, call.again)

    def _patiently(self, method: str, url: str, call: Call) -> Stored:
        """Send until there is a reply that is not a passing fault."""
        fault, status = "", 0
        for attempt in range(TRIES):
            wait = _FIRST_WAIT * 2**attempt
            try:
                stored = self._following(method, url, call)
            except (self._library.TransportError, self._library.DecodingError) as error:
                status = _BROKEN
                fault = f"the connection broke ({self._clean(str(error)) or type(error).__name__})"
                if isinstance(error, self._library.ConnectError):
                    status = 0
                    fault = f"no connection to {urlsplit(url).netloc} ({self._clean(str(error))})"
                    if is_loopback(url) or attempt + 1 == _CONNECTS:
                        break
            else:
                if stored.status in SUCCESS or stored.status in call.accept:
                    return stored
                if stored.status not in _RETRIED:
                    raise self._fault(f"it refuses with {stored.status}{self._said(stored)}", stored.status)
                asked = asked_wait(stored.headers, self._now())
                wait = wait if asked is None else asked
                status = stored.status
                fault = f"it answers {status}{self._said(stored)}"
                if wait > _LONGEST_WAIT:
                    raise self._fault(f"{fault} and asks to wait {_duration(wait)}", status)
            if attempt + 1 < TRIES:
                self._sleep(wait)
        raise self._fault(fault if status == 0 else f"gave up after {TRIES} tries: {fault}", status)

    def _following(self, method: str, url: str, call: Call) -> Stored:
        """Send one request and follow where it leads, as long as that is the same host."""
        for _ in range(_MOST_MOVES):
            stored = self._once(method, url, call)
            if stored.status not in _MOVED:
                return stored
            location = stored.headers.get("location", "")
            target = redirect_target(url, location)
            if not target:
                raise self._fault(f"it leads elsewhere, to {self._clean(location)}, which is not followed")
            url = target
        raise self._fault("it leads in a circle")

    def _once(self, method: str, url: str, call: Call) -> Stored:
        self._pause(urlsplit(url).netloc)
        self.sent += 1
        body = None if call.json is None else json.dumps(call.json).encode()
        headers = {} if body is None else {"Content-Type": "application/json"}
        begun = time.monotonic()
        parts: list[bytes] = []
        size = 0
        with self._http.stream(method, url, content=body, headers=headers) as response:
            for part in response.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > MAX_BYTES:
                    raise self._fault("its reply is larger than 64 MB; ask for less at once")
                if time.monotonic() - begun > _LONGEST_REPLY:
                    raise self._library.ReadTimeout("the reply took more than ten minutes")
            found = {name.lower(): value for name, value in response.headers.items()}
            status = int(response.status_code)
        content = b"".join(parts)
        if len(self._key) >= 8:  # a service that repeats the key in its reply
            content = content.replace(self._key.encode(), b"***")
        self._owed = (owed_wait(found) or 0.0) if status in SUCCESS else 0.0
        return Stored(status, {n: self._redacted(v) for n, v in found.items()}, self._now(), content)

    def _pause(self, host: str) -> None:
        """Wait until the service may be asked again, also when another run has just asked it."""
        interval = self._service.interval
        passed = self._now() - self._cache.last_request(host)
        # A clock that jumped back says that the last request lies ahead.
        wait = interval - passed if 0 <= passed < interval else (interval if passed < 0 else 0.0)
        owed, self._owed = self._owed, 0.0
        if owed > _LONGEST_WAIT:
            raise self._fault(f"its quota is spent for {_duration(owed)}", 429)
        if (wait := max(wait, owed)) > 0:
            self._sleep(wait)
        if interval:
            self._cache.note_request(host, self._now())

    def _parsed(self, stored: Stored) -> Any:
        form = "XML" if self._service.form == "xml" else "JSON"
        if not stored.body.strip():
            raise self._fault("its reply is empty; try again later")
        if _WEB_PAGE.match(stored.body[:1000]):
            raise self._fault(
                f"it answers with a web page instead of {form} (a check for robots, a login of the network, "
                "or a wrong address)"
            )
        try:
            if form == "XML":
                return read_xml(stored.body)
            return json.loads(stored.body)
        except RecursionError as error:
            raise self._fault("its reply is nested too deeply") from error
        except (ValueError, ElementTree.ParseError) as error:
            said = self._clean(str(error))
            raise self._fault(f"its reply is not {form}, or cut off ({said}); try again later") from error

    def _fault(self, what: str, status: int = _BROKEN) -> FetchError:
        advice = self._service.advice.get(status, _ADVICE.get(status, ""))
        if status in (401, 403) and self._key and not self._local:
            advice = f"check the key in {self._service.key}"
        return FetchError(f"{what}; {advice}" if advice else what)

    def _said(self, stored: Stored) -> str:
        """The message of a reply that refuses, in brackets."""
        try:
            text = message_in(json.loads(stored.body))
        except (ValueError, RecursionError):
            page = _WEB_PAGE.match(stored.body[:1000])
            text = "a web page" if page else stored.body[:_MOST_SAID].decode(errors="replace")
        return f" ({said})" if (said := self._clean(text)) else ""

    def _clean(self, text: str) -> str:
        text = " ".join("".join(c if c.isprintable() else " " for c in self._redacted(text)).split())
        return text if len(text) <= _MOST_SAID else f"{text[:_MOST_SAID]}…"

    def _redacted(self, text: str) -> str:
        return text.replace(self._key, "***") if self._key else text


class _NoDoctype(ElementTree.TreeBuilder):
    """Refuses documents that declare a type: entities come that way."""

    def doctype(self, *_: object) -> None:
        raise ValueError("it declares a document type")


def read_xml(body: bytes) -> ElementTree.Element:
    """Return the root of a document. Raises ValueError or ElementTree.ParseError."""
    return ElementTree.fromstring(body, parser=ElementTree.XMLParser(target=_NoDoctype()))


def _httpx() -> ModuleType:
    try:
        import httpx2
    except ImportError as error:
        raise FetchError("fetching needs httpx2, which is not installed; run: pip install httpx2") from error
    return httpx2


def _checked_key(key: str, variable: str) -> str:
    key = key.strip()
    if not (key.isascii() and key.isprintable() and " " not in key):
        raise FetchError(f"the key in {variable} holds characters that no key has; set it again")
    return key


def _duration(seconds: float) -> str:
    return f"{seconds / 3600:.1f} hours" if seconds >= 7200 else f"{seconds / 60:.0f} minutes"
