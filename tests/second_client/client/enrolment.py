"""From a link to a device with a token (PROTOCOL.md, 2)."""
import json
import urllib.error
import urllib.parse
import urllib.request

SECONDS = 30


class Refused(Exception):
    """The server's answer when it does not enrol: `code`, and `retry_after` in seconds where waiting helps."""

    def __init__(self, code, message, retry_after=None):
        super().__init__(f'{code}: {message}')
        self.code, self.retry_after = code, retry_after


def enrol(link, password, name, device_id=None):
    """Posts the link's code. Returns the WebSocket address and the answer."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)
    server = query['server'][0]
    address = urllib.parse.urlsplit(server)
    scheme = {'ws': 'http', 'wss': 'https'}[address.scheme]
    body = {'code': query['code'][0], 'password': password, 'device': name}
    if device_id:
        body['device_id'] = device_id
    request = urllib.request.Request(f'{scheme}://{address.netloc}/enrol', json.dumps(body).encode(),
                                     {'Content-Type': 'application/json'})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return server, json.load(answer)
    except urllib.error.HTTPError as error:
        said = json.load(error)
        raise Refused(said['code'], said['message'], error.headers.get('Retry-After')) from None
