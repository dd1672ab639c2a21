"""The server against tus-js-client, which `make strangers` installs into the build folder: nothing is fetched while building."""
import json
import os
import pathlib
import subprocess
import unittest

from photos import name_of, picture
from tst_photos import WithPhotos

MODULES = pathlib.Path(os.environ['ZHIXING_PROGRAMS']).parent / 'tus_stranger'


class TusStranger(WithPhotos):
    def test_tus_js_client_uploads_stops_resumes_and_terminates(self):
        client = self.tus(self.enrolled())
        content = picture(700_000, 'stranger')
        file, = self.files([content])
        url = self.server.url.replace('ws://', 'http://')

        done = subprocess.run(['node', pathlib.Path(__file__).with_name('tus_stranger.mjs'), MODULES, url, client.token, file],
                              capture_output=True, text=True, timeout=120, check=False)

        self.assertEqual(done.returncode, 0, done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual(client.ask('GET', f'/blobs/{name_of(content)}').body, content)
        self.assertLess(said['first'], len(content))
        self.assertEqual(said['first'] + said['second'], len(content))
        self.assertEqual(client.ask('HEAD', said['ended'].removeprefix(url)).status, 404)


if __name__ == '__main__':
    unittest.main()
