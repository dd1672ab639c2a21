"""Photos that arrive: the real programs over a bad link, and a stranger's tus client against the server.

ZHIXING_PHOTO_BYTES makes the photos of the long tests larger than they are by default."""
import base64
import hashlib
import json
import os
import socket
import unittest

from photos import POSITION, Link, Tus, name_of, picture, segment
from programs import Device, WithServer

PHOTO_BYTES = int(os.environ.get('ZHIXING_PHOTO_BYTES', '300000'))
PHOTOS = 50
GUANGZHOU = 'HN-GZ-01'


class WithPhotos(WithServer):
    def enrolled_over(self, link):
        device = self.device()
        done = device.run('enrol', self.server.link('--server', link.url))
        self.assertEqual(done.status, 0, done.errors)
        return device

    def files(self, contents):
        paths = []
        for number, content in enumerate(contents):
            path = self.folder / f'{number}.jpg'
            path.write_bytes(content)
            paths.append(path)
        return paths

    def add(self, device, contents):
        done = device.run('photo', 'add', *self.files(contents))
        self.assertEqual(done.status, 0, done.errors)
        return [line['hash'] for line in done.lines]

    def states(self, device):
        return {photo['hash']: photo['state'] for photo in device.run('photo', 'list').lines}

    def tus(self, device):
        account = json.loads((device.store.parent / f'{device.store.name}.account').read_text(encoding='utf-8'))
        return self.tus_with(account['token'])

    def tus_with(self, token):
        client = Tus(self.server.url, token)
        self.addCleanup(client.close)
        return client

    def other_person(self):
        """Somebody of a site far away."""
        added = self.server.command('person', 'add', '--login', 'guang', '--name', '广', '--grant', f'{GUANGZHOU}:field')
        self.assertEqual(added.status, 0, added.errors)
        device = Device(self.folder / 'guang.store')
        link = self.server.command('enrol', '--person', 'guang').lines[0]['link']
        self.assertEqual(device.run('enrol', link).status, 0)
        return device


class OverABadLink(WithPhotos):
    def test_fifty_photos_over_a_link_cut_every_few_seconds_all_arrive_with_three_percent_more_bytes_at_most(self):
        link = Link(self.server.url, rate=1_000_000)
        self.addCleanup(link.close)
        device = self.enrolled_over(link)
        self.assertEqual(device.run('sync').status, 0)
        hashes = self.add(device, [picture(PHOTO_BYTES, seed) for seed in range(PHOTOS)])
        before = link.sent_bytes
        link.cut_every(2.0)

        synced = device.run('sync', '--timeout', '600', seconds=620)

        self.assertEqual(synced.status, 0, synced.errors)
        self.assertEqual(synced.lines[-1]['photos'], PHOTOS)
        self.assertEqual(self.states(device), dict.fromkeys(hashes, 'held'))
        self.assertGreaterEqual(link.cuts, 3)
        net = sum(photo['byte_count'] for photo in device.run('photo', 'list').lines)
        extra = (link.sent_bytes - before) / net - 1
        print(f'\n{PHOTOS} photos of {PHOTO_BYTES} bytes, {link.cuts} cuts: {extra:.2%} more bytes')
        self.assertLessEqual(extra, 0.03)

    def test_same_photo_twice_costs_no_bytes(self):
        link = Link(self.server.url, rate=10_000_000)
        self.addCleanup(link.close)
        device = self.enrolled_over(link)
        content = picture(PHOTO_BYTES, 'once')
        self.add(device, [content])
        self.assertEqual(device.run('sync').status, 0)

        again = self.enrolled_again(link)
        self.add(again, [content])
        before = link.sent_bytes
        synced = again.run('sync')

        self.assertEqual(synced.status, 0, synced.errors)
        self.assertEqual(list(self.states(again).values()), ['held'])
        self.assertLess(link.sent_bytes - before, 4_000)

    def enrolled_again(self, link):
        device = self.device('wang-2')
        self.assertEqual(device.run('enrol', self.server.link('--server', link.url)).status, 0)
        self.assertEqual(device.run('sync').status, 0)
        return device

    def test_photo_on_a_link_of_one_mbit_keeps_nobody_waiting_longer_than_200_ms(self):
        link = Link(self.server.url, rate=125_000)
        self.addCleanup(link.close)
        device = self.enrolled_over(link)
        self.assertEqual(device.run('sync').status, 0)
        self.add(device, [picture(400_000, 'slow')])
        link.longest_wait = 0.0

        synced = device.run('sync', '--timeout', '60', seconds=80)

        self.assertEqual(synced.status, 0, synced.errors)
        print(f'\na byte waited {link.longest_wait * 1000:.0f} ms at the longest')
        self.assertLessEqual(link.longest_wait, 0.2)

    def test_killed_server_goes_on_where_it_was(self):
        device = self.enrolled()
        content = picture(600_000, 'kill')
        tus = self.tus(device)
        made = tus.create(content)
        self.assertEqual(tus.patch(made['Location'], 0, content[:250_000]).offset, 250_000)

        self.server.process.kill()
        self.server.process.wait()
        self.server.process.stdout.close()
        self.server.start()
        tus = self.tus_with(tus.token)

        self.assertEqual(tus.ask('HEAD', made['Location']).offset, 250_000)
        self.assertIsNotNone(tus.patch(made['Location'], 250_000, content[250_000:])['Zhixing-Receipt'])


class PhotoKOfN(WithPhotos):
    def test_photo_that_fails_is_not_shown_as_sent_and_holds_up_no_other(self):
        for failing in ({0}, {2}, {5}, {0, 1, 2, 3, 4, 5}, {1, 4}):
            with self.subTest(failing=failing):
                device = self.device(f'fails-{min(failing)}-{len(failing)}')
                self.assertEqual(device.run('enrol', self.server.link()).status, 0)
                hashes = self.add(device, [picture(20_000, f'{failing}{seed}') for seed in range(6)])
                for k in failing:
                    self.damage(device.store.parent / f'{device.store.name}.blobs' / hashes[k])

                synced = device.run('sync')

                self.assert_fails(synced, 'damaged')
                self.assertEqual(synced.lines[-1]['photos'], 6 - len(failing))
                expected = {name: 'refused' if k in failing else 'held' for k, name in enumerate(hashes)}
                self.assertEqual(self.states(device), expected)
                device.run('sync')
                held = {photo['hash'] for photo in device.run('list', 'photo').lines if 'held_at' in photo}
                self.assertEqual(held & set(hashes), {name for k, name in enumerate(hashes) if k not in failing})

    @staticmethod
    def damage(path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    def test_only_what_the_server_holds_may_be_freed(self):
        device = self.enrolled()
        kept, held = self.add(device, [picture(20_000, 'kept'), picture(20_000, 'held')])
        folder = device.store.parent / f'{device.store.name}.blobs'
        self.damage(folder / kept)
        self.assertEqual(device.run('photo', 'free').lines, [{'freed': 0}])
        device.run('sync')

        freed = device.run('photo', 'free')

        self.assertGreater(freed.lines[0]['freed'], 20_000)
        self.assertTrue((folder / kept).exists())
        self.assertFalse((folder / held).exists())

    def test_photo_refused_for_want_of_space_is_sent_once_there_is_some(self):
        self.server.stop()
        self.server.start('--photo-quota', '1')
        device = self.enrolled()
        first, second = self.add(device, [picture(900_000, 'first'), picture(300_000, 'second')])
        self.assert_fails(device.run('sync'), 'too_large')
        self.assertEqual(self.states(device), {first: 'held', second: 'waiting'})

        address = self.server.url.partition('://')[2]
        self.server.stop()
        self.server.start(listen=address)

        synced = device.run('sync')
        self.assertEqual(synced.status, 0, synced.errors)
        self.assertEqual(self.states(device), {first: 'held', second: 'held'})

    def test_position_stays_on_the_device(self):
        device = self.enrolled()
        hashes = self.add(device, [picture(20_000, 'where', extra=POSITION)])
        self.assertEqual(device.run('sync').status, 0)

        stored = self.tus(device).ask('GET', f'/blobs/{hashes[0]}')

        self.assertEqual(stored.body, picture(20_000, 'where'))
        self.assertNotIn(b'31.2304', stored.body)

    def test_file_that_is_no_photo_is_refused_at_once(self):
        device = self.enrolled()
        for content in (b'', b'<svg/>', picture(100, 'cut')[:-2], picture(100, 'bomb', 50_000, 50_000), b'\xff\xd8\xff'):
            done = device.run('photo', 'add', *self.files([content]))
            self.assertEqual((done.status, done.lines), (1, []))
        self.assertEqual(device.run('list', 'photo').lines, [])


class Strangers(WithPhotos):
    """A tus client that shares no code with ours."""

    def setUp(self):
        super().setUp()
        self.client = self.tus(self.enrolled())

    def test_server_says_what_it_speaks(self):
        answer = self.client.ask('OPTIONS', '/blobs', Authorization=None, Tus_Resumable=None)
        self.assertEqual((answer.status, answer['Tus-Version'], answer['Tus-Max-Size']), (204, '1.0.0', '10485760'))
        self.assertEqual(set(answer['Tus-Extension'].split(',')), {'creation', 'expiration', 'checksum', 'termination'})
        self.assertEqual(len(bytes.fromhex(answer['Zhixing-Receipt-Key'])), 32)

    def test_blob_is_uploaded_in_pieces_and_comes_back(self):
        content = picture(300_000, 'whole')
        done = self.client.upload(content)
        self.assertEqual((done.status, done.offset), (204, len(content)))
        self.assertIsNotNone(done['Zhixing-Receipt'])

        path = f'/blobs/{name_of(content)}'
        head = self.client.ask('HEAD', path)
        self.assertEqual((head.status, head.offset, head['Upload-Length']), (200, len(content), str(len(content))))
        whole = self.client.ask('GET', path)
        self.assertEqual((whole.status, whole.body), (200, content))
        self.assertEqual((whole['Content-Type'], whole['X-Content-Type-Options']), ('image/jpeg', 'nosniff'))
        self.assertTrue(whole['Content-Disposition'].startswith('attachment'))
        self.assertEqual(whole['ETag'], f'"{name_of(content)}"')
        self.assertEqual(self.client.ask('GET', path, If_None_Match=whole['ETag']).status, 304)

    def test_ranges_are_parts_of_the_blob(self):
        content = picture(200_000, 'parts')
        self.client.upload(content, piece_bytes=300_000)
        path = f'/blobs/{name_of(content)}'
        for asked, part in (('bytes=0-0', content[:1]), ('bytes=100-', content[100:]), ('bytes=-7', content[-7:]),
                            ('bytes=5-99999999', content[5:])):
            answer = self.client.ask('GET', path, Range=asked)
            self.assertEqual((answer.status, answer.body), (206, part), asked)
        for asked in ('bytes=9-1', 'lines=1-2', 'bytes=1-2,4-5', 'bytes=x-'):
            self.assertEqual(self.client.ask('GET', path, Range=asked).status, 200, asked)
        self.assertEqual(self.client.ask('GET', path, Range='bytes=99999999-').status, 416)

    def test_held_blob_takes_no_bytes(self):
        content = picture(50_000, 'twice')
        self.client.upload(content)
        again = self.client.create(content)
        self.assertEqual((again.status, again.offset), (201, len(content)))
        self.assertIsNotNone(again['Zhixing-Receipt'])
        self.assertEqual(self.client.patch(again['Location'], 0, content[:10]).status, 409)

    def test_connection_broken_within_a_piece_keeps_what_arrived(self):
        content = picture(300_000, 'broken')
        location = self.client.create(content)['Location']
        with socket.create_connection(self.client.address) as broken:
            broken.sendall(f'PATCH {location} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n'
                           f'Authorization: Bearer {self.client.token}\r\nContent-Length: {len(content)}\r\n'
                           'Content-Type: application/offset+octet-stream\r\n\r\n'.encode() + content[:200_000])
            broken.shutdown(socket.SHUT_WR)
            broken.recv(1)
        self.assertEqual(self.client.ask('HEAD', location).offset, 200_000)
        self.assertEqual(self.client.patch(location, 200_000, content[200_000:]).offset, len(content))

    def test_later_connection_takes_an_upload_over(self):
        content = picture(300_000, 'over')
        location = self.client.create(content)['Location']
        with socket.create_connection(self.client.address) as silent:
            silent.sendall(f'PATCH {location} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n'
                           f'Authorization: Bearer {self.client.token}\r\nContent-Length: {len(content)}\r\n'
                           'Content-Type: application/offset+octet-stream\r\n\r\n'.encode() + content[:65_536])
            done = None
            while done is None or done.status == 409:
                offset = self.client.ask('HEAD', location).offset
                done = self.client.patch(location, offset, content[offset:])
            self.assertEqual((done.status, done.offset), (204, len(content)))
            silent.sendall(content[65_536:])
            self.assertIn(b' 409 ', silent.recv(4096))

    def test_checksum_of_a_piece_is_checked(self):
        content = picture(100_000, 'sums')
        location = self.client.create(content)['Location']
        for algorithm in ('sha1', 'sha256'):
            wrong = base64.b64encode(hashlib.new(algorithm, b'other').digest()).decode()
            answer = self.client.patch(location, 0, content[:1000], Upload_Checksum=f'{algorithm} {wrong}')
            self.assertEqual(answer.status, 460)
            self.assertEqual(self.client.ask('HEAD', location).offset, 0)
        for start, algorithm in ((0, 'sha1'), (50_000, 'sha256')):
            piece = content[start:] if start else content[:50_000]
            right = base64.b64encode(hashlib.new(algorithm, piece).digest()).decode()
            self.assertEqual(self.client.patch(location, start, piece, Upload_Checksum=f'{algorithm} {right}').status, 204)
        self.assertEqual(self.client.patch(location, 0, b'x', Upload_Checksum='md5 AAAA').status, 400)

    def test_terminated_upload_is_gone(self):
        content = picture(10_000, 'gone')
        location = self.client.create(content)['Location']
        self.assertEqual(self.client.ask('DELETE', location).status, 204)
        self.assertEqual(self.client.ask('HEAD', location).status, 404)
        self.assertEqual(self.client.patch(location, 0, content).status, 404)
        self.assertEqual(self.client.ask('DELETE', location).status, 404)

    def test_upload_says_how_long_it_is_kept(self):
        content = picture(10_000, 'kept')
        made = self.client.create(content)
        self.assertRegex(made['Upload-Expires'], r'^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$')
        self.assertIsNotNone(self.client.ask('HEAD', made['Location'])['Upload-Expires'])

    def test_wrong_requests_are_refused(self):
        content = picture(10_000, 'wrong')
        location = self.client.create(content)['Location']
        for status, answer in (
                (412, self.client.create(content, Tus_Resumable=None)),
                (412, self.client.patch(location, 0, b'x', Tus_Resumable='0.2.2')),
                (401, self.client.create(content, Authorization=None)),
                (401, self.client.create(content, Authorization='Bearer wrong')),
                (400, self.client.create(content, Upload_Length=None)),
                (400, self.client.create(content, Upload_Length='-1')),
                (400, self.client.create(content, Upload_Length='0')),
                (413, self.client.create(content, Upload_Length=10 * 1024 * 1024 + 1)),
                (400, self.client.create(content, Upload_Metadata='sha256')),
                (400, self.client.create(content, Upload_Metadata='sha256 !!!!')),
                (400, self.client.create(content, Upload_Metadata=None)),
                (415, self.client.patch(location, 0, b'x', Content_Type='text/plain')),
                (409, self.client.patch(location, 5, b'x')),
                (400, self.client.patch(location, '', b'x')),
                (405, self.client.ask('TRACE', location)),
                (405, self.client.ask('PUT', location)),
                (404, self.client.ask('GET', location))):
            self.assertEqual(answer.status, status, answer.body)
        self.client.close()
        self.assertEqual(self.client.patch(location, 0, content + b'x').status, 413)
        self.client.close()
        self.assertEqual(self.client.ask('HEAD', location).offset, 0)

    def test_hostile_names_stay_outside(self):
        before = self.everything()
        good = name_of(b'')
        for name in ('', '.', '..', '../' * 20 + 'etc/passwd', '/etc/passwd', '..\\..\\windows', 'CON', 'a\0b', 'x' * 6000,
                     good[:-1], good + 'a', good.upper(), f'../{good[3:]}', f'{good[:-1]}/', f'{good[:-1]}.', '‮gpj.exe',
                     f' {good[1:]}', '%2e%2e%2f' * 7 + 'a'):
            with self.subTest(name=name[:80]):
                self.assertEqual(self.client.create(b'x', name).status, 400)
                path = f'/blobs/{name}'
                if name and path.isascii() and path.isprintable() and ' ' not in path:
                    for method in ('GET', 'HEAD', 'DELETE'):
                        self.assertEqual(self.client.ask(method, path).status, 404)
        self.assertEqual(self.everything(), before)

    def everything(self):
        return sorted(str(path) for path in self.folder.rglob('*') if 'zhixing.db-' not in path.name)

    def test_what_is_no_clean_photo_is_refused_and_forgotten(self):
        whole = picture(3_000, 'bad')
        for status, content in (
                (415, b'<!doctype html><script>alert(1)</script>'), (415, b'GIF89a' + b'\0' * 40), (415, b'\x7fELF' * 9),
                (415, whole[:-2]), (415, whole[:200]), (415, b'RIFF\xff\xff\xff\xffWEBPVP8 '),
                (413, picture(300, 'bomb', 65_000, 65_000)), (422, whole + b'PK\3\4 and an archive'),
                (422, picture(300, 'where', extra=POSITION)),
                (422, picture(300, 'page', extra=segment(0xfe, b'<script>alert(1)</script>')))):
            with self.subTest(begin=content[:20], status=status):
                self.assertEqual(self.client.upload(content).status, status)
                self.assertEqual(self.client.ask('HEAD', f'/blobs/{name_of(content)}').status, 404)

    def test_other_bytes_than_announced_are_refused_and_forgotten(self):
        content, other = picture(3_000, 'announced'), picture(3_000, 'another')
        location = self.client.create(content)['Location']
        refused = self.client.patch(location, 0, other)
        self.assertEqual((refused.status, refused.code), (422, 'damaged'))
        self.assertEqual(self.client.ask('HEAD', location).status, 404)
        self.assertEqual(self.client.upload(content).status, 204)

    def test_another_person_neither_touches_an_upload_nor_reads_a_blob(self):
        begun, whole = picture(9_000, 'begun'), picture(9_000, 'theirs')
        location = self.client.create(begun)['Location']
        self.client.patch(location, 0, begun[:5_000])
        self.client.upload(whole)
        other = self.tus(self.other_person())
        for method, path in (('HEAD', location), ('DELETE', location), ('GET', location),
                             ('HEAD', f'/blobs/{name_of(whole)}'), ('GET', f'/blobs/{name_of(whole)}'),
                             ('DELETE', f'/blobs/{name_of(whole)}')):
            self.assertEqual(other.ask(method, path).status, 404, (method, path))
        self.assertEqual(other.patch(location, 5_000, begun[5_000:]).status, 404)
        self.assertEqual(self.client.ask('HEAD', location).offset, 5_000)
        self.assertEqual(other.create(begun).offset, 0)
        self.assertEqual(self.client.ask('HEAD', location).offset, 5_000)

    def test_photo_is_read_by_those_who_see_its_record(self):
        device = self.device()
        content = picture(9_000, 'shared')
        hashes = self.add(device, [content])
        self.assertEqual(device.run('sync').status, 0)
        outsider = self.tus(self.other_person())
        added = self.server.command('person', 'add', '--login', 'he', '--name', '何', '--grant', 'HD:regional_manager')
        self.assertEqual(added.status, 0, added.errors)
        manager = Device(self.folder / 'he.store')
        link = self.server.command('enrol', '--person', 'he').lines[0]['link']
        self.assertEqual(manager.run('enrol', link).status, 0)
        self.assertEqual(self.tus(manager).ask('GET', f'/blobs/{hashes[0]}').body, content)
        self.assertEqual(outsider.ask('GET', f'/blobs/{hashes[0]}').status, 404)

    def test_revoked_device_is_shut_out(self):
        content = picture(9_000, 'revoked')
        location = self.client.create(content)['Location']
        listed = self.server.command('device', 'list').lines[0]['id']
        self.assertEqual(self.server.command('device', 'revoke', listed).status, 0)
        answer = self.client.patch(location, 0, content)
        self.assertEqual((answer.status, answer.code), (401, 'device_revoked'))

    def test_quota_counts_what_is_begun_and_what_is_held(self):
        self.server.stop()
        self.server.start('--photo-quota', '1')
        client = self.tus_with(self.client.token)
        held, begun, more = (picture(400_000, seed) for seed in ('held', 'begun', 'more'))
        self.assertEqual(client.upload(held).status, 204)
        location = client.create(begun)['Location']
        refused = client.create(more)
        self.assertEqual((refused.status, refused.code), (413, 'too_large'))
        self.assertEqual(client.ask('DELETE', location).status, 204)
        self.assertEqual(client.create(more).status, 201)

    def test_two_requests_in_one_breath_are_two_answers_and_a_chunked_body_is_none(self):
        head = f'Host: x\r\nAuthorization: Bearer {self.client.token}\r\nTus-Resumable: 1.0.0\r\n'
        path = f'/blobs/{name_of(b"nothing")}'
        with socket.create_connection(self.client.address) as raw:
            raw.sendall(f'HEAD {path} HTTP/1.1\r\n{head}\r\nHEAD {path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n'.encode())
            said = b''.join(iter(lambda: raw.recv(4096), b''))
        self.assertEqual(said.count(b'HTTP/1.1 404'), 2)
        with socket.create_connection(self.client.address) as raw:
            raw.sendall(f'PATCH {path} HTTP/1.1\r\n{head}Upload-Offset: 0\r\nTransfer-Encoding: chunked\r\n'
                        'Content-Type: application/offset+octet-stream\r\n\r\n0\r\n\r\n'.encode())
            said = b''.join(iter(lambda: raw.recv(4096), b''))
        self.assertTrue(said.startswith(b'HTTP/1.1 411'), said)
        self.assertEqual(said.count(b'HTTP/1.1'), 1)


if __name__ == '__main__':
    unittest.main()
