import { describe, expect, it } from 'vitest';
import { Reach } from '@/lib/shared/reach';

const LOCAL = { headers: { host: 'localhost:3000' }, httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1' } };

describe('threat: a proxy makes a site of one machine everybody’s', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1', undefined])(
    'threat: a proxy opens a site of one machine to everyone — a request of this machine does not show it, from %j',
    (remoteAddress) => {
      const reach = new Reach();
      reach.note({ ...LOCAL, socket: { remoteAddress } });
      expect(reach.isFromElsewhere).toBe(false);
    },
  );

  it.each<[string, Partial<Parameters<Reach['note']>[0]>]>([
    ['a peer elsewhere', { socket: { remoteAddress: '192.0.2.7' } }],
    ['a peer elsewhere by IPv6', { socket: { remoteAddress: '2001:db8::7' } }],
    ['a proxy without settings', { httpVersion: '1.0' }],
    ...[
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
      'forwarded',
      'via',
      'x-real-ip',
      'cf-connecting-ip',
    ].map((name): [string, object] => [name, { headers: { host: 'localhost:3000', [name]: 'anything' } }]),
  ])('the site’s reach is shown by %s, from then on', (_what, shown) => {
    const reach = new Reach();
    reach.note({ ...LOCAL, ...shown });
    reach.note(LOCAL);
    expect(reach.isFromElsewhere).toBe(true);
  });
});
