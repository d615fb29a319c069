"""A Zotero of our own on the loopback address, with two pages of invented papers."""

from __future__ import annotations

import threading

from papers import record
from sibling import load


class Service:
    """Answers each request for a page of the library."""

    def __init__(self) -> None:
        fake = load("tests/extractors/fetch/conftest.py").Fake()
        fake.answer = self.page
        self.url = fake.url
        threading.Thread(target=fake.server.serve_forever, daemon=True).start()

    def page(self, asked) -> tuple[int, dict[str, str], list[dict]]:
        start = int(asked.query.get("start", 0))
        items = [self.item(number) for number in range(start, min(start + 3, 6))]
        return 200, {"Total-Results": "6"}, items

    @staticmethod
    def item(number: int) -> dict:
        given = record(number)
        data = {"itemType": "preprint", "title": given["title"], "abstractNote": given["abstract"]}
        return {"key": f"ABCD234{number}", "library": {"id": 1}, "data": {"key": f"ABCD234{number}", **data}}
