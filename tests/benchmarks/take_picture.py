"""Take a picture of a page in headless Chromium.

python tests/benchmarks/take_picture.py PAGE.html PICTURE.png [--dark]
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def take_picture(page_file: Path, picture: Path, *, dark: bool) -> None:
    """Open a page as it starts, 1440 by 900, and write what is seen."""
    browser_file = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_file, args=FLAGS)
        scheme = "dark" if dark else "light"
        page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
        page.goto(page_file.resolve().as_uri())
        page.wait_for_timeout(1500)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--dark", action="store_true")
    options = parser.parse_args()
    take_picture(options.page, options.picture, dark=options.dark)
