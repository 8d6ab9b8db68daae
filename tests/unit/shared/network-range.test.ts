import { describe, expect, it } from 'vitest';
import { covers, isWithin, parseNetworkRange, type NetworkRange } from '@/lib/shared/network-range';

function range(text: string): NetworkRange {
  const parsed = parseNetworkRange(text);
  if (!parsed) throw new Error(`${text} is no range`);
  return parsed;
}

describe('a range of addresses', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    [' 192.0.2.7 ', '192.0.2.7/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['::/0', '::/0'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::ffff:192.0.2.7', '192.0.2.7/32'],
  ])('%s is read as %s', (text, canonical) => {
    expect(parseNetworkRange(text)).toBe(canonical);
  });

  it.each([
    '',
    'localhost',
    '192.0.2.0/33',
    '192.0.2.7/24',
    '192.0.2.0/-1',
    '192.0.2.0/24/8',
    '192.0.2.0:80/24',
    '192.0.2',
    '[2001:db8::]/32',
    'fe80::1%eth0/64',
    '2001:db8::1/32',
    '2001:db8::/129',
    '::ffff:192.0.2.0/120',
  ])('%s is none', (text) => {
    expect(parseNetworkRange(text)).toBeNull();
  });

  it.each([
    ['192.0.2.255', '192.0.2.0/24', true],
    ['192.0.3.0', '192.0.2.0/24', false],
    ['::ffff:192.0.2.9', '192.0.2.0/24', true],
    ['255.255.255.255', '0.0.0.0/0', true],
    ['192.0.2.7', '192.0.2.7/32', true],
    ['192.0.2.6', '192.0.2.7/32', false],
    ['2001:db8:ffff::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['192.0.2.7', '::/0', false],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['unknown', '0.0.0.0/0', false],
  ])('%s within %s: %s', (address, text, expected) => {
    expect(isWithin(address, range(text))).toBe(expected);
  });

  it.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.1.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '11.0.0.0/16', false],
    ['::/0', '10.0.0.0/8', false],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(covers(range(outer), range(inner))).toBe(expected);
  });
});
