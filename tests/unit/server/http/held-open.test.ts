import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { heldOpen } from '@/lib/server/http/held-open';
import { Unfinished } from '@/lib/server/http/unfinished';
import { networkNameOf } from '@/lib/shared/network-address';
import { repository } from '../../../support/repository';

const WAITING_PAGES = 5_000;

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const count = (number: number) => number.toLocaleString('en');

test('the README of the server shows the limits of the code', () => {
  const readme = readFileSync(join(repository, 'lib/server/http/README.md'), 'utf8');
  const [, shown = ''] = /<!-- held open -->\n([^]*?)\n<!-- \/held open -->/.exec(readme) ?? [];
  const rows = Object.values(heldOpen(WAITING_PAGES)).map(({ what, inAll, perNetwork, longestMs, whenFull }) => [
    what,
    count(perNetwork),
    count(inAll),
    longestMs === null ? '' : `${longestMs / 1_000} s`,
    whenFull,
  ]);
  expect(
    shown
      .trim()
      .split('\n')
      .filter((line) => !/^\|[ |-]+\|$/.test(line))
      .map(cells),
  ).toEqual([['what', 'one network', 'all', 'for', 'when it is used up'], ...rows]);
});

test('a network is an address of IPv4, and sixty-four bits of IPv6', () => {
  expect(networkNameOf('192.0.2.1')).toBe('192.0.2.1');
  expect(networkNameOf('2001:db8:0:1::7')).toBe(networkNameOf('2001:db8:0:1:ffff::8'));
  expect(networkNameOf('2001:db8:0:1::7')).not.toBe(networkNameOf('2001:db8:0:2::7'));
  expect(networkNameOf(null)).toBe('unknown');
});

/** @returns what became of each, in the order of their coming */
function lookedOver(networks: string[], ageMs: number): (string | null)[] {
  const outcomes: (string | null)[] = networks.map(() => null);
  const unfinished = new Unfinished({ inAll: 4, perNetwork: 2, longestMs: 5_000 });
  for (const [index, network] of networks.entries()) unfinished.add(network, (why) => (outcomes[index] = why));
  unfinished.lookOver(performance.now() + ageMs);
  return outcomes;
}

it('the oldest connections of a network over its limit are closed, and of all over the total', () => {
  expect(lookedOver(['a', 'a', 'a', 'b'], 2_000)).toEqual(['too-many', null, null, null]);
  expect(lookedOver(['a', 'b', 'c', 'd', 'e'], 2_000)).toEqual(['too-many', null, null, null, null]);
});

it('a connection of the last moment is kept, and one that takes too long is closed', () => {
  expect(lookedOver(['a', 'a', 'a', 'a', 'a', 'a'], 100)).toEqual([null, null, null, null, null, null]);
  expect(lookedOver(['a'], 5_100)).toEqual(['too-slow']);
});

it('a finished request is not closed', () => {
  let isEnded = false;
  const unfinished = new Unfinished({ inAll: 1, perNetwork: 1, longestMs: 1 });
  unfinished.add('a', () => (isEnded = true))();
  unfinished.lookOver(performance.now() + 10_000);
  expect(isEnded).toBe(false);
});
