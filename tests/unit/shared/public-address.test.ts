import { expect, test } from 'vitest';
import { addressBits } from '@/lib/shared/network-address';
import { isPublicAddress } from '@/lib/shared/public-address';

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '172.32.0.1',
  '192.167.255.255',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80b::200e',
])('%s leads into the Internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::1',
  '168.63.129.16',
  '::ffff:168.63.129.16',
  '161.26.0.10',
  '166.9.48.1',
  '::8.8.8.8',
  '010.0.0.1',
  'localhost',
  '2130706433',
  '0x7f.1',
  '',
])('threat: %s leads into this machine’s network, or nowhere', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

/** The address with this number. */
function spell(value: bigint, isShort: boolean): string {
  const size = isShort ? 8n : 16n;
  const parts = Array.from({ length: isShort ? 4 : 8 }, (_, index) =>
    ((value >> (size * BigInt((isShort ? 3 : 7) - index))) & ((1n << size) - 1n)).toString(isShort ? 10 : 16),
  );
  return parts.join(isShort ? '.' : ':');
}

/** Of a range: its first and its last address, and those before and after it. */
function edgesOf(range: string): { ends: string[]; neighbours: string[] } {
  const [text = '', prefix = ''] = range.split('/');
  const { value = 0n, width = 32 } = addressBits(text) ?? {};
  const last = value + (1n << BigInt(width - Number(prefix))) - 1n;
  const isShort = width === 32;
  const spelt = (numbers: bigint[]) => numbers.map((number) => spell(number, isShort));
  const around = [value - 1n, last + 1n].filter((number) => number >= 0n && number < 1n << BigInt(width));
  return { ends: spelt([value, last]), neighbours: spelt(around) };
}

// Rows of the registries of special-purpose addresses, of multicast, and of what clouds publish.
test.each([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
  '161.26.0.0/16',
  '166.8.0.0/14',

  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '100:0:0:1::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
])('threat: a webhook to %s — neither its first nor its last address leads into the Internet', (range) => {
  expect(edgesOf(range).ends.filter(isPublicAddress)).toEqual([]);
});

test.each([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '168.63.129.16/32',
  '161.26.0.0/16',
  '166.8.0.0/14',
  '2001:db8::/32',
  '2002::/16',
  // Globally reachable by the registries.
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.175.48.0/24',
  '2620:4f:8000::/48',
])('the addresses beside %s lead into the Internet', (range) => {
  const { neighbours } = edgesOf(range);
  expect(neighbours.filter(isPublicAddress)).toEqual(neighbours);
});
