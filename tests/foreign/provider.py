"""An OAuth 1.0a server on oauthlib's provider endpoints, with a small API behind it. For tests, on loopback.

    GET/POST /1.0/oauth/{request_token,authenticate,access_token}
    GET      /2.0/repositories/acme/website
    GET      /2.0/repositories/acme/website/refs/branches      250 branches, pagelen 10, at most 100
    GET      /2.0/user                                         404
    GET      /log                                              unsigned: the API requests so far

Prints one line of JSON: address, consumerKey, consumerSecret, keyFile. Everything is in memory.
"""

import argparse
import html
import json
import os
import secrets
import string
import sys
import threading
import time
import unicodedata
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from oauthlib.oauth1 import (
    AccessTokenEndpoint,
    AuthorizationEndpoint,
    RequestTokenEndpoint,
    RequestValidator,
    ResourceEndpoint,
    SignatureOnlyEndpoint,
)
from oauthlib.oauth1.rfc5849.errors import OAuth1Error

OAUTH = "/1.0/oauth/"
REPOSITORY = "/2.0/repositories/acme/website"
DEFAULT_PAGE, LONGEST_PAGE = 10, 100


def word(length=24):
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(length))


class Memory(RequestValidator):
    """Knows one consumer; keeps tokens, verifiers and nonces in dictionaries."""

    enforce_ssl = False
    dummy_client = "dummy_client_dummy_client"
    dummy_request_token = "dummy_request_dummy_request"
    dummy_access_token = "dummy_access_dummy_access"

    def __init__(self, secret, public_key):
        super().__init__()
        self.key, self.secret, self.public_key = word(), secret, public_key
        self.request_tokens, self.access_tokens, self.nonces = {}, {}, set()
        self.lock = threading.Lock()

    # Consumer
    def validate_client_key(self, client_key, request):
        return client_key == self.key

    def get_client_secret(self, client_key, request):
        return self.secret

    def get_rsa_key(self, client_key, request):
        return self.public_key

    # oauthlib asks for a nonce to be remembered per use; PLAINTEXT requests carry one here too.
    def validate_timestamp_and_nonce(
        self, client_key, timestamp, nonce, request, request_token=None, access_token=None
    ):
        used = (client_key, timestamp, nonce, request_token, access_token)
        with self.lock:
            fresh = used not in self.nonces
            self.nonces.add(used)
        return fresh

    # Request tokens
    def get_default_realms(self, client_key, request):
        return []

    def validate_requested_realms(self, client_key, realms, request):
        return True

    def get_realms(self, token, request):
        return []

    def validate_redirect_uri(self, client_key, redirect_uri, request):
        return redirect_uri == "oob" or urlsplit(redirect_uri).hostname in ("localhost", "127.0.0.1", "::1")

    def save_request_token(self, token, request):
        self.request_tokens[token["oauth_token"]] = {
            "secret": token["oauth_token_secret"],
            "callback": request.redirect_uri,
            "verifier": None,
        }

    def verify_request_token(self, token, request):
        return token in self.request_tokens

    def get_redirect_uri(self, token, request):
        return self.request_tokens[token]["callback"]

    def save_verifier(self, token, verifier, request):
        self.request_tokens[token]["verifier"] = verifier["oauth_verifier"]

    def validate_request_token(self, client_key, token, request):
        return token in self.request_tokens

    def get_request_token_secret(self, client_key, token, request):
        return self.request_tokens.get(token, {}).get("secret", "dummy")

    def validate_verifier(self, client_key, token, verifier, request):
        expected = self.request_tokens.get(token, {}).get("verifier")
        return expected is not None and secrets.compare_digest(expected, verifier)

    def invalidate_request_token(self, client_key, request_token, request):
        self.request_tokens.pop(request_token, None)

    # Access tokens
    def save_access_token(self, token, request):
        self.access_tokens[token["oauth_token"]] = token["oauth_token_secret"]

    def validate_access_token(self, client_key, token, request):
        return token in self.access_tokens

    def get_access_token_secret(self, client_key, token, request):
        return self.access_tokens.get(token, "dummy")

    def validate_realms(self, client_key, token, request, uri=None, realms=None):
        return True


def branch_names():
    """250 names, each legal in git; among them those that break careless clients."""
    accented = "feature/Ünïcödé-é"
    hard = [
        "main",
        "release/1.0",
        "feature/deep/er/and/deeper",
        unicodedata.normalize("NFC", accented) + "-nfc",
        unicodedata.normalize("NFD", accented) + "-nfd",
        "100%",
        "percent%2Fslash",
        "percent%25twice",
        "hash#tag",
        "a+b",
        "quote\"double",
        "quote'single",
        "semi;colon&and=equals",
        "comma,(paren)",
        "at@sign!bang$dollar",
        "emoji/🚀-👩‍💻",
        "日本語/ブランチ",
        "עברית",
        "dot.in.name",
        "{brace}",
        "pipe|and<angle>",
        "`tick`",
    ]
    return hard + [f"bulk/{i:03}" for i in range(250 - len(hard))]


def branch(name, index, api):
    link = f"{api}{REPOSITORY}/refs/branches/"
    return {
        "type": "branch",
        "name": name,
        "target": {
            "type": "commit",
            "hash": f"{index + 1:040x}",
            "date": "2026-01-02T03:04:05+00:00",
            "message": f"Commit {index}\n",
            "author": {"type": "author", "raw": "Ada Example <ada@example.com>"},
        },
        "links": {"self": {"href": link + "".join(f"%{b:02X}" for b in name.encode())}},
        "default_merge_strategy": "merge_commit",
        "merge_strategies": ["merge_commit", "squash", "fast_forward"],
    }


def error(message):
    return {"type": "error", "error": {"message": message}}


class Provider:
    def __init__(self, memory, decision):
        self.memory, self.decision = memory, decision
        self.request_token = RequestTokenEndpoint(memory)
        self.authorization = AuthorizationEndpoint(memory)
        self.access_token = AccessTokenEndpoint(memory)
        self.resource = ResourceEndpoint(memory)
        self.signature_only = SignatureOnlyEndpoint(memory)
        self.branches = branch_names()
        self.log = []

    def authenticate(self, uri, method, form):
        """The page, or where it leads: approved, denied, or asked."""
        token = dict(parse_qsl(urlsplit(uri).query)).get("oauth_token", "")
        if token not in self.memory.request_tokens:
            return 400, {"Content-Type": "text/plain"}, "No such request token."
        decision = self.decision or form.get("decision", [None])[0]
        if decision == "approve":
            headers, body, status = self.authorization.create_authorization_response(uri, method)
            return status, headers, body or ""
        if decision == "deny":
            callback = urlsplit(self.memory.request_tokens.pop(token)["callback"])
            query = parse_qsl(callback.query, keep_blank_values=True)
            query += [("oauth_problem", "permission_denied"), ("oauth_token", token)]
            return 302, {"Location": urlunsplit(callback._replace(query=urlencode(query)))}, ""
        page = (
            "<!doctype html><title>Allow?</title><form method='post' action='?%s'>"
            "<button name='decision' value='approve'>Allow</button>"
            "<button name='decision' value='deny'>Refuse</button></form>"
        ) % html.escape(urlencode({"oauth_token": token}), quote=True)
        return 200, {"Content-Type": "text/html; charset=utf-8"}, page

    def api(self, uri, method, body, headers):
        parts = urlsplit(uri)
        target = parts.path + ("?" + parts.query if parts.query else "")
        status, answer = self.api_answer(uri, method, body, headers)
        self.log.append({"method": method, "target": target, "status": status})
        return status, {"Content-Type": "application/json"}, json.dumps(answer)

    def api_answer(self, uri, method, body, headers):
        # Two-legged requests carry no token; oauthlib has an endpoint of its own for them.
        if "oauth_token=" in headers.get("Authorization", ""):
            valid, _ = self.resource.validate_protected_resource_request(uri, method, body, headers, [])
        else:
            valid, _ = self.signature_only.validate_request(uri, method, body, headers)
        if not valid:
            return 401, error("The signature, the token or the nonce is not good.")
        parts = urlsplit(uri)
        api = f"{parts.scheme}://{parts.netloc}"
        if method != "GET":
            return 405, error("Only GET is here.")
        if parts.path == REPOSITORY:
            return 200, self.repository(api)
        if parts.path == REPOSITORY + "/refs/branches":
            return self.page(parts, api)
        return 404, error("There is no API hosted at this URL.")

    def repository(self, api):
        return {
            "type": "repository",
            "uuid": "{00000000-0000-4000-8000-000000000001}",
            "name": "Website",
            "slug": "website",
            "full_name": "acme/website",
            "is_private": True,
            "scm": "git",
            "size": 12345,
            "created_on": "2025-01-02T03:04:05+00:00",
            "updated_on": "2026-01-02T03:04:05+00:00",
            "mainbranch": {"type": "branch", "name": "main"},
            "workspace": {"type": "workspace", "slug": "acme", "name": "Acme"},
            "links": {"self": {"href": api + REPOSITORY}},
        }

    def page(self, parts, api):
        query = parse_qs(parts.query, keep_blank_values=True)
        try:
            length = int(query.get("pagelen", [DEFAULT_PAGE])[0])
            page = int(query.get("page", [1])[0])
        except ValueError:
            return 400, error("page and pagelen are numbers.")
        if not 1 <= length <= LONGEST_PAGE:
            return 400, error("Invalid pagelen")
        if page < 1:
            return 400, error("Invalid page")
        begin = (page - 1) * length
        values = self.branches[begin : begin + length]
        answer = {
            "size": len(self.branches),
            "page": page,
            "pagelen": length,
            "values": [branch(name, begin + i, api) for i, name in enumerate(values)],
        }
        if begin + length < len(self.branches):
            following = {**{k: v[0] for k, v in query.items()}, "pagelen": length, "page": page + 1}
            answer["next"] = f"{api}{parts.path}?{urlencode(following)}"
        return 200, answer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    provider = None

    def do(self):
        uri = f"http://{self.headers['Host']}{self.path}"
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode("utf-8", "replace") if length else ""
        headers = {name: value for name, value in self.headers.items()}
        path = urlsplit(uri).path
        try:
            status, more, text = self.answer(path, uri, body, headers)
        except OAuth1Error as e:
            status, more, text = e.status_code, {"Content-Type": "application/x-www-form-urlencoded"}, e.urlencoded
        data = text.encode()
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def answer(self, path, uri, body, headers):
        provider = self.provider
        if path == "/log":
            return 200, {"Content-Type": "application/json"}, json.dumps(provider.log)
        if path == OAUTH + "authenticate":
            return provider.authenticate(uri, self.command, parse_qs(body))
        endpoints = {
            OAUTH + "request_token": provider.request_token.create_request_token_response,
            OAUTH + "access_token": provider.access_token.create_access_token_response,
        }
        if path in endpoints:
            more, text, status = endpoints[path](uri, self.command, body, headers)
            if status == 401:
                more = {**more, "WWW-Authenticate": 'OAuth realm="foreign"'}
            return status, more, text or ""
        return provider.api(uri, self.command, body, headers)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do

    def log_message(self, *_):
        pass


def make_key(path):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    if path:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(pem)
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return public.decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--key-file", help="where to write the consumer's private key, for the RSA methods")
    parser.add_argument("--secret", default="s&cr=t %/+é☃", help="the consumer's secret; hard by default")
    parser.add_argument("--skew", type=int, default=0, help="how many seconds this server's clock is ahead")
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--approve", dest="decision", action="store_const", const="approve")
    decision.add_argument("--deny", dest="decision", action="store_const", const="deny")
    arguments = parser.parse_args()

    if arguments.skew:
        # For oauthlib's check and for the Date header alike.
        real = time.time
        time.time = lambda: real() + arguments.skew

    memory = Memory(arguments.secret, make_key(arguments.key_file))
    Handler.provider = Provider(memory, arguments.decision)
    server = ThreadingHTTPServer(("127.0.0.1", arguments.port), Handler)
    server.daemon_threads = True
    print(
        json.dumps(
            {
                "address": f"http://127.0.0.1:{server.server_address[1]}",
                "consumerKey": memory.key,
                "consumerSecret": memory.secret,
                "keyFile": arguments.key_file,
            }
        ),
        flush=True,
    )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
