import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, RequestStamp } from '@/lib/server/http/request-stamp';

describe('whose address a request comes from', () => {
  it.each<[string | undefined, string | undefined, number, string | null]>([
    ['192.0.2.1', undefined, 0, '192.0.2.1'],
    ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['2001:db8::1', undefined, 0, '2001:db8::1'],
    ['fe80::1%eth0', undefined, 0, 'fe80::1'],
    // Without a trusted proxy the header is the client's own words.
    ['192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
    ['10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '::ffff:203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '203.0.113.9:50123', 1, '203.0.113.9'],
    ['10.0.0.1', '[2001:DB8:0::1]:50123', 1, '2001:db8::1'],
    // Only what the trusted proxies have added counts, and they add at the end.
    ['10.0.0.1', '198.51.100.66, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1', '198.51.100.66,203.0.113.9 , 10.0.0.2', 2, '203.0.113.9'],
    // A proxy less than was promised: the client is the peer.
    ['192.0.2.1', '203.0.113.9', 2, '192.0.2.1'],
    ['192.0.2.1', undefined, 1, '192.0.2.1'],
    ['192.0.2.1', ' , ', 1, '192.0.2.1'],
    [undefined, undefined, 0, null],
    [undefined, '', 1, null],
  ])('peer %s, forwarded for %s, %i proxies: %s', (peer, forwardedFor, trustedProxies, address) => {
    expect(clientAddress(peer, forwardedFor, trustedProxies)).toBe(address);
  });

  it('the client’s address is an address, whatever the header says', () => {
    for (const text of ['unknown', '_hidden', 'x'.repeat(10_000)])
      expect(clientAddress('10.0.0.1', text, 1)).toBe('10.0.0.1');
    expect(clientAddress('/run/site.sock', 'unknown', 1)).toBeNull();
  });
});

describe('the page that Next.js asks this server for after an action', () => {
  const stamp = new RequestStamp(0, { warn: () => expect.unreachable() });
  const ask = (headers: IncomingMessage['headers'], remoteAddress: string) => {
    const address = stamp.put({ headers, socket: { remoteAddress } } as IncomingMessage);
    return { address, accepted: headers['accept-encoding'] };
  };

  it('a page that follows an action has the action’s client address, and is not compressed internally', () => {
    const headers = { 'accept-encoding': 'br' };
    expect(ask(headers, '192.0.2.1')).toEqual({ address: '192.0.2.1', accepted: 'br' });
    expect(ask({ ...headers, 'accept-encoding': 'gzip' }, '127.0.0.1')).toEqual({
      address: '192.0.2.1',
      accepted: undefined,
    });
  });

  it('threat: a client cannot pretend to be the internal request of an action', () => {
    const pretended = { 'x-tessera-inner': 'guessed', 'x-tessera-address': '203.0.113.9', 'accept-encoding': 'br' };
    expect(ask(pretended, '192.0.2.1')).toEqual({ address: '192.0.2.1', accepted: 'br' });
  });
});
