"""Signs requests with oauthlib, an implementation of OAuth 1.0a that shares nothing with ours.

One JSON object per line comes in: consumerKey, consumerSecret, token, tokenSecret, privateKey, signatureMethod,
timestamp, nonce, httpMethod, address, form (or null). One line goes out for each: the signature, decoded.
"""

import json
import sys
from urllib.parse import unquote

from oauthlib.oauth1 import Client


def sign(case):
    client = Client(
        case["consumerKey"],
        client_secret=case["consumerSecret"],
        resource_owner_key=case["token"],
        resource_owner_secret=case["tokenSecret"],
        rsa_key=case["privateKey"],
        signature_method=case["signatureMethod"],
        timestamp=case["timestamp"],
        nonce=case["nonce"],
    )
    form = case["form"]
    headers = {} if form is None else {"Content-Type": "application/x-www-form-urlencoded"}
    _, headers, _ = client.sign(case["address"], case["httpMethod"], form, headers)
    header = headers["Authorization"]
    quoted = header.split('oauth_signature="', 1)[1].split('"', 1)[0]
    return unquote(quoted)


for line in sys.stdin:
    print(json.dumps(sign(json.loads(line))), flush=True)
