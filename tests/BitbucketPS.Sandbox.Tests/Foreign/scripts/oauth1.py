"""Signs in by OAuth 1.0a with requests-oauthlib, and prints as JSON what the API then says.

Reads a JSON object: origin, key, secret, method, callback, place, and for the RSA methods privateKey.
"""

import json
import sys

from requests_oauthlib import OAuth1Session

import browser

settings = json.load(sys.stdin)
origin, api = settings["origin"], settings["origin"] + "/2.0"
credential = {
    "client_secret": settings["secret"],
    "signature_method": settings["method"],
    "signature_type": settings["place"],
    "rsa_key": settings.get("privateKey"),
}

temporary = OAuth1Session(settings["key"], callback_uri=settings["callback"], **credential)
temporary.fetch_request_token(origin + "/1.0/oauth/request_token")
page = temporary.authorization_url(origin + "/1.0/oauth/authenticate")
if settings["callback"] == "oob":
    temporary.fetch_access_token(origin + "/1.0/oauth/access_token", verifier=browser.verifier(page))
else:
    temporary.parse_authorization_response(browser.callback(page))
    temporary.fetch_access_token(origin + "/1.0/oauth/access_token")

token = temporary.token
session = OAuth1Session(
    settings["key"],
    resource_owner_key=token["oauth_token"],
    resource_owner_secret=token["oauth_token_secret"],
    **{**credential, "signature_type": "auth_header"},
)
branches = api + "/repositories/demo/docs/refs/branches"
user = session.get(api + "/user")
repositories = session.get(api + "/repositories/demo", params={"q": 'name ~ "o" AND is_private = false', "pagelen": "1"})
made = session.post(branches, json={"name": settings["branch"], "target": {"hash": "main"}})
written = session.post(
    api + "/repositories/demo/docs/src",
    data={"message": "Signed & sealed +1 ü", "branch": "main", "/signed.txt": f"a=b&c d {settings['branch']}"},
)
print(json.dumps({
    "user": user.json(),
    "repositories": repositories.json(),
    "made": {"status": made.status_code, "body": made.json()},
    "written": {"status": written.status_code, "body": written.text},
}))
