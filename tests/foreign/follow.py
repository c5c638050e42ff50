"""A browser for tests: GETs the address in the last argument and follows redirects. Exits 1 where that ends badly."""

import sys
import urllib.error
import urllib.request

# No proxy: every address of a test is on this machine.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
try:
    with opener.open(sys.argv[-1], timeout=60) as response:
        response.read()
        print(response.status)
except urllib.error.URLError as e:
    print(getattr(e, "code", e.reason), file=sys.stderr)
    sys.exit(1)
