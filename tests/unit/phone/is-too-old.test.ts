import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isTooOld } from '@/lib/phone/site/is-too-old';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';

const NOW = Date.UTC(2026, 10, 25, 12);

let server: Server;
let gatewayUrl: string;
/** Whether the gateway tells its time. */
let isUp: boolean;
let asked: number;

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    const reply = { resultCodes: { returnCode: 0 }, result: { serverTime: NOW / SECOND } };
    response.writeHead(isUp ? 200 : 503).end(isUp ? JSON.stringify(reply) : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  gatewayUrl = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  isUp = true;
  asked = 0;
});

/** @param age of the image; @param ahead how far the phone's clock is; both in milliseconds */
function judge(age: number, ahead = 0, says: { imageSeconds?: number } = { imageSeconds: 300 }): Promise<boolean> {
  const signature = { keyId: '0123abcd', issuedAt: (NOW - age) / SECOND, bytes: new Uint8Array(64) };
  return isTooOld(signature, { gatewayUrl, gatewayId: 'g', frontEndKey: 'f', ...says }, () => NOW + ahead);
}

test('an image is too old once it has lived as long as the website says, and not before', async () => {
  expect(await judge(4 * MINUTE)).toBe(false);
  expect(asked).toBe(0);
  expect(await judge(6 * MINUTE)).toBe(true);
  expect(asked).toBe(1);
});

test('a phone whose clock is wrong condemns no fresh image, and takes no old one for one of the future', async () => {
  for (const ahead of [-6 * MINUTE, 6 * MINUTE]) expect(await judge(MINUTE, ahead)).toBe(false);
  for (const ahead of [-12 * MINUTE, 12 * MINUTE]) expect(await judge(6 * MINUTE, ahead)).toBe(true);
});

test('an image of unknown age is left to the gateway', async () => {
  isUp = false;
  expect(await judge(6 * MINUTE)).toBe(false);
  expect(await judge(6 * MINUTE, 0, {})).toBe(false);
});
