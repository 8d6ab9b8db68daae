import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFilesAnswerer, compressBuiltFiles } from '@/lib/server/http/built-files';

const SCRIPT = 'console.log("Tessera");\n'.repeat(200);

let root: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tessera-built-'));
  const folder = join(root, 'static');
  mkdirSync(join(folder, 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'chunks', 'main.js'), SCRIPT);
  writeFileSync(join(folder, 'chunks', 'main.js.map'), '{}');
  writeFileSync(join(folder, 'page.css'), 'a{color:red}');
  writeFileSync(join(root, 'secret.js'), 'nobody');
  await compressBuiltFiles(folder);
  const answer = builtFilesAnswerer(folder);
  server = createServer((request, response) => {
    const exchange = { request, response, path: request.url ?? '', address: null, body: Buffer.alloc(0) };
    if (!answer(exchange)) response.writeHead(404).end('left to the next');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

/** Sends the path as it is, which `fetch` would normalise. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = ask({ port, host: '127.0.0.1', path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}

test.each([
  ['what browsers accept', 'gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip alone', 'gzip', 'gzip', gunzipSync],
  ['Brotli refused by its weight (RFC 9110 §12.4.2)', 'br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ['no compression', '', undefined, (body: Buffer) => body],
] as const)('a script is sent as the browser accepts it: %s', async (_case, accepted, encoding, decode) => {
  const { status, headers, body } = await get('/_next/static/chunks/main.js', { 'accept-encoding': accepted });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': String(body.length),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  expect(headers['content-encoding']).toBe(encoding);
  expect(decode(body).toString()).toBe(SCRIPT);
});

test('HEAD gets the headers of GET and no body', async () => {
  const path = '/_next/static/page.css';
  const [get_, head] = await Promise.all([get(path), get(path, {}, 'HEAD')]);
  expect(head.body).toHaveLength(0);
  expect({ ...head.headers, date: null }).toEqual({ ...get_.headers, date: null });
});

test.each([
  ['/_next/static/../secret.js', 'GET'],
  ['/_next/static/%2e%2e/secret.js', 'GET'],
  ['/_next/static/chunks/..%5c..%5csecret.js', 'GET'],
  ['/_next/static//chunks/main.js', 'GET'],
  ['/_next/static/chunks/main.js.br', 'GET'],
  ['/_next/static/chunks/main.js.map', 'GET'],
  ['/_next/static/chunks/', 'GET'],
  ['/_next/static/chunks/main.js', 'POST'],
])('threat: path traversal: nothing but a file of the build is answered here: %s %s', async (path, method) => {
  const { status, body } = await get(path, {}, method);
  expect({ status, text: body.toString() }).toEqual({ status: 404, text: 'There is nothing here.\n' });
});

test('threat: made-up addresses of scripts — each gets a line of text, and none the page that people see', async () => {
  for (const path of ['/_next/made-up', '/_next/data/x.json', '/_next/static/chunks/made-up.js']) {
    const { status, headers, body } = await get(path);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: 'text/plain; charset=utf-8' });
    expect(body.length).toBeLessThan(100);
  }
  expect((await get('/sign-in')).body.toString()).toBe('left to the next');
});
