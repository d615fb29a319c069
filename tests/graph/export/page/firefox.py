"""A Firefox that a test drives by Marionette, its own protocol: playwright only knows its own Firefox."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

FIREFOX = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
_PREFS = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "devtools.console.stdout.content": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """One headless window. Messages are `length:[type, id, name, values]`, after a greeting."""

    def __init__(self, profile: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        prefs = {**_PREFS, "marionette.port": port}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [str(FIREFOX), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self._log = (profile / "log.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(command, stdout=self._log, stderr=subprocess.STDOUT)
        self._socket = self._connect(port)
        self._read()
        self._number = 0
        self.send("WebDriver:NewSession", {"capabilities": {}})

    def _connect(self, port: int) -> socket.socket:
        for _ in range(240):
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=60)
            except OSError:
                time.sleep(0.25)
        self._process.kill()
        raise RuntimeError("Firefox does not answer")

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._take(1)
        return json.loads(self._take(int(length[:-1])))

    def _take(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            part = self._socket.recv(size - len(found))
            if not part:
                raise RuntimeError("Firefox has hung up")
            found += part
        return found

    def send(self, name: str, values: dict[str, Any]) -> Any:
        """Return what a command gives. Raises RuntimeError with what Firefox says."""
        self._number += 1
        message = json.dumps([0, self._number, name, values]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result

    def go(self, address: str) -> None:
        self.send("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:
        """Return what an expression is in the page: asked from outside, whatever the page forbids."""
        values = {"script": f"return ({script})", "args": []}
        return self.send("WebDriver:ExecuteScript", {**values, "sandbox": "default"})["value"]

    def said(self) -> str:
        """Return what the console has, complaints of scripts among it."""
        self._log.flush()
        self._log.seek(0)
        return self._log.read()

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._log.close()
