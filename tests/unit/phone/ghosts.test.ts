import { expect, test } from 'vitest';
import type { Channel } from '@/lib/phone/call-service';
import { fetchGhosts, lockGhost } from '@/lib/phone/marks/ghosts';
import type { JsonObject } from '@/lib/shared/json-object';

const SITE = 'https://id.example.org';

function answering(status: number, json: JsonObject): Channel {
  return { send: async () => ({ status, json }) };
}

/** What a proxy, or a site of another maker, may say to anything. */
const ELSEWHERE = answering(200, { resultCodes: { returnCode: -1 } });

test('a device that its browser has deleted is called locked where the site says so, and not by any other answer', async () => {
  expect(await lockGhost(SITE, 'a'.repeat(32), answering(200, { done: true }))).toBe(true);
  expect(await lockGhost(SITE, 'a'.repeat(32), answering(404, {}))).toBe(false);
  await expect(lockGhost(SITE, 'a'.repeat(32), ELSEWHERE)).rejects.toMatchObject({ code: 'malformed-reply' });
});

test('a browser that asks what it has deleted takes no other answer than the site’s for “nothing”', async () => {
  const ghost = { id: 'b'.repeat(32), activatedAt: '2026-11-03T10:00:00.000Z' };
  expect(await fetchGhosts(SITE, answering(200, { ghosts: [ghost, { id: 1 }] }))).toEqual([ghost]);
  await expect(fetchGhosts(SITE, ELSEWHERE)).rejects.toMatchObject({ code: 'malformed-reply' });
});
