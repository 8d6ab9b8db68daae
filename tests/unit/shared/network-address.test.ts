import { describe, expect, test } from 'vitest';
import { canonicalAddress, networksOf, shortenAddress } from '@/lib/shared/network-address';

describe('the one spelling of an address (RFC 5952)', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['192.000.002.001', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8::1%eth0', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    // What other parsers read as octal, or as an IPv4 address.
    ['010.0.0.1', '10.0.0.1'],
    ['::8.8.8.8', '::808:808'],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical);
  });

  test.each([
    '',
    'unknown',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1.5',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4:5:6:7::8',
    '2001:db8::12345',
    '2001:db8::g',
    '192.0.2.1::1',
    '[2001:db8::1',
    'x'.repeat(10_000),
    ':'.repeat(10_000),
  ])('%s is no address', (text) => {
    expect(canonicalAddress(text)).toBeNull();
  });
});

describe('the networks that somebody is counted by', () => {
  test('an IPv4 address stands for itself, however it is written', () => {
    for (const text of ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201'])
      expect(networksOf(text)).toEqual([{ name: '192.0.2.1', bits: 32 }]);
  });

  test('an IPv6 address stands for its /64, its /56 and its /48', () => {
    expect(networksOf('2001:db8:1:2345:6:7:8:9%eth0')).toEqual([
      { name: '2001:db8:1:2345::/64', bits: 64 },
      { name: '2001:db8:1:2300::/56', bits: 56 },
      { name: '2001:db8:1::/48', bits: 48 },
    ]);
  });

  test('threat: the addresses of one /64, in whatever spelling, are one network', () => {
    const texts = [
      '2001:db8::1',
      '2001:DB8:0:0:ffff::',
      '2001:0db8::abcd:1',
      '2001:db8::192.0.2.1',
      '[2001:db8::2]:80',
    ];
    expect(new Set(texts.map((text) => networksOf(text)[0]?.name))).toEqual(new Set(['2001:db8::/64']));
    expect(networksOf('2001:db8:0:1::1')[0]?.name).toBe('2001:db8:0:1::/64');
  });

  test('clients without a valid address share one network', () => {
    for (const text of [null, '', 'garbage']) expect(networksOf(text)).toEqual([{ name: 'unknown', bits: 32 }]);
  });
});

describe('a network address, as people are told it', () => {
  test.each([
    [null, null],
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:DB8::1', '2001:db8::/48'],
    ['2001:0db8:0001::1', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
    ['::1', '::/48'],
    ['unknown', null],
    ['', null],
    ['192.0.2', null],
  ])('%s is told as %s', (address, told) => {
    expect(shortenAddress(address)).toBe(told);
  });
});
