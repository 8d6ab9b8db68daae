import { describe, expect, it } from 'vitest';
import { mayReadMetrics } from '@/lib/server/web/answers/may-read-metrics';
import { ADDRESS_HEADER } from '@/lib/server/http/exchange';
import { sessionCookies } from '@/lib/server/web/sessions/session-cookie';

const HERE = 'http://localhost:3000';

function from(address: string, publicUrl = HERE): boolean {
  return mayReadMetrics(new Headers({ [ADDRESS_HEADER]: address }), { metricsToken: null, publicUrl });
}

describe('who may read the metrics', () => {
  const token = 't'.repeat(32);
  const withHeader = (authorization?: string) =>
    mayReadMetrics(new Headers({ [ADDRESS_HEADER]: '127.0.0.1', ...(authorization && { authorization }) }), {
      metricsToken: token,
      publicUrl: 'https://bank.example',
    });

  it('the metrics can be read only from this machine while no token is set', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1'].map((address) => from(address))).toEqual([true, true, true]);
    expect(['192.0.2.1', '127.0.0.1.evil.example', '::2', ''].map((address) => from(address))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(mayReadMetrics(new Headers(), { metricsToken: null, publicUrl: HERE })).toBe(false);
  });

  it('threat: a proxy on this machine makes every client local — the metrics cannot be read without a token', () => {
    for (const publicUrl of ['https://bank.example', 'http://127.0.0.1.bank.example', 'http://192.0.2.1:3000'])
      expect(from('127.0.0.1', publicUrl)).toBe(false);
  });

  it('the metrics can be read only with the token once it is set, also from this machine', () => {
    expect(withHeader(`Bearer ${token}`)).toBe(true);
    for (const other of [undefined, token, `bearer ${token}`, `Bearer ${token}x`, 'Bearer ', `Basic ${token}`])
      expect(withHeader(other)).toBe(false);
  });
});

describe('the cookies of a sign-in', () => {
  it('the cookies are bound to this very host on https', () => {
    const cookies = Object.values(sessionCookies(true));
    expect(cookies.map(({ name }) => name.startsWith('__Host-'))).toEqual(cookies.map(() => true));
    // What browsers ask of the prefix: secure, no domain, the whole site.
    for (const { options } of cookies) {
      expect(options).toMatchObject({ secure: true, path: '/', httpOnly: true, sameSite: 'lax' });
      expect(options).not.toHaveProperty('domain');
    }
  });

  it('the cookies have another name on http, where browsers refuse the prefix', () => {
    for (const { name, options } of Object.values(sessionCookies(false))) {
      expect(name).not.toMatch(/^__/);
      expect(options).toMatchObject({ secure: false, httpOnly: true });
    }
  });
});
