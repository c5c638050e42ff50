"""A person at a browser: opens the page that asks, and presses a button."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import requests


class Page(HTMLParser):
    """The form of a page, and what is in its element for the verifier."""

    def __init__(self, text):
        super().__init__()
        self.action, self.fields, self.verifier, self._in_verifier = "", {}, "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.action = attributes.get("action", "")
        elif tag == "input":
            self.fields[attributes["name"]] = attributes.get("value", "")
        self._in_verifier = attributes.get("id") == "oauth_verifier"

    def handle_data(self, data):
        if self._in_verifier:
            self.verifier += data

    def handle_endtag(self, tag):
        self._in_verifier = False


def press(address, decision):
    """What the server says to the button: a redirect to the callback, which nobody follows, or a page."""
    with requests.Session() as browser:
        answer = browser.get(address)
        answer.raise_for_status()
        page = Page(answer.text)
        form = {**page.fields, "decision": decision}
        return browser.post(urljoin(address, page.action), data=form, allow_redirects=False)


def callback(address, decision="approve"):
    """The address the browser is sent to."""
    return press(address, decision).headers["Location"]


def verifier(address):
    """The digits the page shows where there is no callback."""
    return Page(press(address, "approve").text).verifier
