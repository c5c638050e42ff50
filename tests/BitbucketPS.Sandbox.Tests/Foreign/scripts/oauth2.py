"""Signs in by OAuth 2 with requests-oauthlib in the ways there are, and prints as JSON what the API then says.

Reads a JSON object: origin, key, secret, callback, scope.
"""

import json
import sys

from oauthlib.oauth2 import BackendApplicationClient
from oauthlib.oauth2.rfc6749.errors import AccessDeniedError, InvalidGrantError, MismatchingStateError
from requests_oauthlib import OAuth2Session

import browser

settings = json.load(sys.stdin)
origin, key, secret = settings["origin"], settings["key"], settings["secret"]
authorise, exchange = origin + "/site/oauth2/authorize", origin + "/site/oauth2/access_token"


def user(session):
    answer = session.get(origin + "/2.0/user")
    return {"status": answer.status_code, "body": answer.json()}


def refused(action, *kinds):
    """The name of the error that the library makes of a refusal."""
    try:
        action()
    except kinds as e:
        return type(e).__name__
    return None


def code(session, decision="approve"):
    address, _ = session.authorization_url(authorise)
    return browser.callback(address, decision)


def by_code():
    session = OAuth2Session(key, redirect_uri=settings["callback"], scope=settings["scope"])
    address = code(session)
    session.fetch_token(exchange, authorization_response=address, client_secret=secret)
    first, token = user(session), dict(session.token)
    session.refresh_token(exchange, auth=(key, secret))
    renewed = {"token": dict(session.token), "user": user(session)}
    repositories = session.get(origin + "/2.0/repositories/demo", params={"sort": "-name"})
    again = refused(lambda: session.fetch_token(exchange, authorization_response=address, client_secret=secret), InvalidGrantError)
    return {"user": first, "token": token, "renewed": renewed, "repositories": repositories.json(), "again": again}


def denied():
    session = OAuth2Session(key, redirect_uri=settings["callback"])
    address = code(session, "deny")
    return refused(lambda: session.fetch_token(exchange, authorization_response=address, client_secret=secret), AccessDeniedError)


def other_state():
    session, other = (OAuth2Session(key, redirect_uri=settings["callback"]) for _ in range(2))
    address = code(session)
    other.authorization_url(authorise)
    return refused(lambda: other.fetch_token(exchange, authorization_response=address, client_secret=secret), MismatchingStateError)


def by_itself():
    session = OAuth2Session(client=BackendApplicationClient(client_id=key))
    session.fetch_token(exchange, client_id=key, client_secret=secret)
    return user(session)


print(json.dumps({"code": by_code(), "denied": denied(), "otherState": other_state(), "itself": by_itself()}))
