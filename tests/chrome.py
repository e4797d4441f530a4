"""A real Chromium without a window, driven over its own pipe; no library, no port, no network."""

import base64
import itertools
import json
import os
import subprocess
from contextlib import suppress

ARGUMENTS = (
    "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "about:blank",
)
KEYS = {
    "Tab": (9, ""), "Enter": (13, "\r"), " ": (32, " "), "ArrowRight": (39, ""), "ArrowDown": (40, ""),
}


class Chrome:
    """The browser; a context manager."""

    def __init__(self, folder):
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        command = ["bash", "-c", f'exec chromium "$@" 3<&{to_read} 4>&{to_write}', "chromium", *ARGUMENTS]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={folder}"], pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read), os.close(to_write)
        self._numbers, self._rest, self.events = itertools.count(1), b"", []

    def __enter__(self):
        return self

    def __exit__(self, *_fault):
        with suppress(OSError, EOFError):
            self.call("Browser.close")
        os.close(self._write), os.close(self._read)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)

    def call(self, method, session=None, **parameters):
        """One command; answers its result."""
        number = next(self._numbers)
        told = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self._write, json.dumps(told).encode() + b"\0")
        while True:
            heard = self.hear()
            if heard.get("id") == number:
                assert "error" not in heard, heard["error"]
                return heard["result"]

    def hear(self):
        """The next thing that it says; what is no answer is kept in `events`."""
        while b"\0" not in self._rest:
            part = os.read(self._read, 65536)
            if not part:
                raise EOFError("Chromium has gone")
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        heard = json.loads(line)
        if "method" in heard:
            self.events.append(heard)
        return heard

    def tab(self, width, height, *, script=True):
        """A new tab of that size."""
        return Tab(self, width, height, script=script)


class Tab:
    """One page, as a person sees and uses it."""

    def __init__(self, chrome, width, height, *, script):
        self._chrome = chrome
        target = chrome.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = chrome.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.do(f"{part}.enable")
        self.do("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=True)
        self.do("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=5)
        self.do("Emulation.setScriptExecutionDisabled", value=not script)
        chrome.events.clear()

    def do(self, method, **parameters):
        """A command for this page."""
        return self._chrome.call(method, self._session, **parameters)

    def go(self, url):
        """Open an address and wait until all of it is there."""
        self.after_load(lambda: self.do("Page.navigate", url=url))

    def after_load(self, act):
        """Do something that leads to another page, and wait for it."""
        self._forget("Page.loadEventFired")
        act()
        while not self.heard("Page.loadEventFired"):
            self._chrome.hear()

    def heard(self, method):
        """What the browser told of one kind."""
        return [event["params"] for event in self._chrome.events if event["method"] == method]

    def ask(self, expression):
        """The value of an expression on the page."""
        found = self.do("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key):
        """One key."""
        code, text = KEYS[key]
        how = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": code}
        self.do("Input.dispatchKeyEvent", type="keyDown", text=text, **how)
        self.do("Input.dispatchKeyEvent", type="keyUp", **how)

    def tap(self, selector):
        """A finger on the middle of something, scrolled to where it can be seen."""
        self.ask(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center'}}); 0")
        middle = "(box => [box.x + box.width / 2, box.y + box.height / 2])"
        x, y = self.ask(f"{middle}(document.querySelector({selector!r}).getBoundingClientRect())")
        self.do("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def type(self, text):
        """Words, wherever the focus is."""
        self.do("Input.insertText", text=text)

    def complaints(self):
        """Whatever stands on its console."""
        said = [event["entry"]["text"] for event in self.heard("Log.entryAdded")]
        return said + [str(event["args"]) for event in self.heard("Runtime.consoleAPICalled")]

    def controls(self):
        """Role and name, as a screen reader has them, of all that can be used."""
        nodes = self.do("Accessibility.getFullAXTree")["nodes"]
        wanted = {"radio", "textbox", "checkbox", "button", "link"}
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes if not node.get("ignored") and node["role"]["value"] in wanted
        ]

    def picture(self, path):
        """A picture of all of it."""
        shot = self.do("Page.captureScreenshot", captureBeyondViewport=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot["data"]))

    def _forget(self, method):
        self._chrome.events[:] = [event for event in self._chrome.events if event["method"] != method]
