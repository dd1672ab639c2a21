// A photo through tus-js-client, somebody else's tus client: node tus_stranger.mjs MODULES URL TOKEN FILE
// Sends in chunks, stops half-way, resumes, and prints one line of JSON.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, url, token, file] = process.argv.slice(2);
const tus = createRequire(path.join(modules, 'package.json'))('tus-js-client');
const bytes = fs.readFileSync(file);
const sha256 = crypto.createHash('sha256').update(bytes).digest('hex');

function upload(uploadUrl, stopAt) {
    return new Promise((resolve, reject) => {
        let sent = 0;
        const one = new tus.Upload(bytes, {
            endpoint: `${url}/blobs`,
            uploadUrl,
            chunkSize: 64 * 1024,
            retryDelays: [0, 100, 500],
            headers: { Authorization: `Bearer ${token}` },
            metadata: { sha256, filename: '../../../etc/passwd' },
            onError: reject,
            onChunkComplete: async (size, total) => {
                sent += size;
                if (stopAt && total >= stopAt && total < bytes.length) {
                    await one.abort();
                    resolve({ url: one.url, sent });
                }
            },
            onSuccess: () => resolve({ url: one.url, sent }),
        });
        one.start();
    });
}

async function terminate() {
    const other = Buffer.from(bytes);
    other[other.length - 3] ^= 1;
    const name = crypto.createHash('sha256').update(other).digest('hex');
    const answer = await fetch(`${url}/blobs`, {
        method: 'POST',
        headers: {
            Authorization: `Bearer ${token}`,
            'Tus-Resumable': '1.0.0',
            'Upload-Length': String(other.length),
            'Upload-Metadata': `sha256 ${Buffer.from(name).toString('base64')}`,
        },
    });
    const begun = url + answer.headers.get('location');
    await tus.Upload.terminate(begun, { headers: { Authorization: `Bearer ${token}` } });
    return begun;
}

const first = await upload(null, bytes.length / 2);
const second = await upload(first.url, 0);
const again = await upload(null, 0);
console.log(JSON.stringify({ first: first.sent, second: second.sent, again: again.sent, url: second.url, ended: await terminate() }));
