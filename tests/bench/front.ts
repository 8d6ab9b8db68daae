/**
 * What the front costs of the processor for one request that it lets pass. With the address of a running site as argument:
 * how long others wait while twenty clients send 10.5 MB of nested JSON each to its sign-in.
 */
import { IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Config } from '@/lib/config/config';
import { Front } from '@/lib/server/http/front';
import { SecurityHeaders } from '@/lib/server/http/security-headers';
import { LoadShedder } from '@/lib/server/http/load/load-shedder';
import { systemRandom } from '@/lib/shared/random';
import { standardChecks } from '@/lib/server/http/checks/standard-checks';
import { createLogger } from '@/lib/server/observability/logger';
import { MINUTE } from '@/lib/shared/time/duration';
import { percentile } from '../support/percentile';

const REQUESTS = 50_000;
const CLIENTS = 20;
const NESTED_BYTES = 10_500_000;
const PUBLIC = 'http://127.0.0.1:3000';

const config = {
  publicUrl: PUBLIC,
  isHttps: false,
  host: '127.0.0.1',
  port: 3000,
  otherHosts: [],
  legacyPaths: [],
  trustedProxies: 0,
};
const logger = createLogger('silent');
const checks = standardChecks(config as unknown as Config);

/** Microseconds of the processor that `handle` takes for one request, with what it takes to make one. */
async function measure(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const began = process.cpuUsage();
  for (let count = 0; count < REQUESTS; count++) {
    const request = new IncomingMessage(new Socket());
    request.method = count % 4 === 0 ? 'POST' : 'GET';
    request.url = '/activations/act-1';
    request.rawHeaders = ['Host', '127.0.0.1:3000', 'User-Agent', 'Bench', 'Accept', '*/*', 'Cookie', 'a=b'];
    request.headers = { host: '127.0.0.1:3000', origin: PUBLIC, 'user-agent': 'Bench', accept: '*/*', cookie: 'a=b' };
    const response = new ServerResponse(request);
    handle(request, response);
    response.emit('close');
    // As a server does, so that what is done with is let go.
    if (count % 100 === 0) await nextTurn();
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / REQUESTS;
}

function doNothing(): void {}

async function costOfOne(): Promise<number> {
  const securityHeaders = new SecurityHeaders({ isHttps: false, isDevelopment: false });
  const load = new LoadShedder({ lag: { ms: 0 }, random: systemRandom, logger });
  const front = new Front({ publicUrl: 'http://127.0.0.1', trustedProxies: 0, securityHeaders, checks, load, logger });
  const answered = Promise.resolve();
  front.open([() => answered]);
  const throughFront = (request: IncomingMessage, response: ServerResponse) => front.handle(request, response);
  // The first time the code is compiled.
  for (const handle of [throughFront, doNothing]) await measure(handle);
  return (await measure(throughFront)) - (await measure(doNothing));
}

/** Resolves when the site has ended the connection, or has taken everything. */
function sendNested(port: number, host: string): Promise<void> {
  const body = Buffer.from(`${'[['.repeat(NESTED_BYTES / 4)}${']]'.repeat(NESTED_BYTES / 4)}`);
  const head = [
    'POST /api/auth/callback/credentials HTTP/1.1',
    `Host: ${host}`,
    `Origin: http://${host}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(body);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}

async function waitsUnderAttack(site: URL): Promise<number[]> {
  const waits: number[] = [];
  const attack = { isUnderWay: true };
  const attacks = Array.from({ length: CLIENTS }, () => sendNested(Number(site.port), site.host));
  void Promise.all(attacks).then(() => (attack.isUnderWay = false));
  while (attack.isUnderWay) {
    const began = performance.now();
    await fetch(new URL('/api/image-keys', site), { signal: AbortSignal.timeout(2 * MINUTE) }).then(
      (answer) => answer.text(),
      () => '',
    );
    waits.push(performance.now() - began);
  }
  return waits;
}

const [site] = process.argv.slice(2);
if (site === undefined) {
  console.log(`one request through the front: ${(await costOfOne()).toFixed(1)} µs of the processor`);
} else {
  const waits = await waitsUnderAttack(new URL(site));
  console.log(
    `${CLIENTS} × 10.5 MB of nested JSON: others waited ${percentile(waits, 0.5).toFixed(0)} ms at the median, ` +
      `${Math.max(...waits).toFixed(0)} ms at most (${waits.length} asked)`,
  );
}
