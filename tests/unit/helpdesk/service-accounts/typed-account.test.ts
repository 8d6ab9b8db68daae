import { describe, expect, it } from 'vitest';
import {
  lastDayBefore,
  lastDayRange,
  parseNewServiceAccount,
  parseServiceLimits,
} from '@/lib/helpdesk/service-accounts/typed-account';

const NOW = new Date('2026-05-04T10:00:00Z');
const TYPED = { networks: '', requestsPerMinute: '60', lastDay: '2026-08-01' };

describe('limits, as typed', () => {
  it('networks are read one per line, without duplicates', () => {
    const networks = ' 192.0.2.0/24\n2001:DB8::/32\n\n192.0.2.0/24 ';
    expect(parseServiceLimits({ ...TYPED, networks }, NOW)).toEqual({
      ok: true,
      value: {
        networks: ['192.0.2.0/24', '2001:db8::/32'],
        requestsPerMinute: 60,
        expiresAt: new Date('2026-08-02T00:00:00Z'),
      },
    });
  });

  it('limits are shown as they were entered, so that saving them unchanged widens nothing', () => {
    const { earliest, latest } = lastDayRange(NOW);
    for (const lastDay of [earliest, TYPED.lastDay, latest]) {
      const parsed = parseServiceLimits({ ...TYPED, lastDay }, NOW);
      expect(parsed.ok && lastDayBefore(parsed.value.expiresAt)).toBe(lastDay);
    }
  });

  it.each([
    ['networks-invalid', { networks: '10.1.2.3/8' }],
    ['networks-invalid', { networks: '192.0.2.0/24\nsomewhere' }],
    ['networks-invalid', { networks: Array.from({ length: 51 }, (_, host) => `192.0.2.${host}`).join('\n') }],
    ['requests-out-of-range', { requestsPerMinute: '0' }],
    ['requests-out-of-range', { requestsPerMinute: '6001' }],
    ['requests-out-of-range', { requestsPerMinute: '1e3' }],
    ['requests-out-of-range', { requestsPerMinute: '' }],
    ['last-day-out-of-range', { lastDay: '' }],
    ['last-day-out-of-range', { lastDay: '2026-02-31x' }],
    ['last-day-out-of-range', { lastDay: '2026-99-99' }],
    ['last-day-out-of-range', { lastDay: '2026-05-03' }],
    ['last-day-out-of-range', { lastDay: '2027-05-05' }],
  ])('limits are refused as %s: %j', (refusal, typed) => {
    expect(parseServiceLimits({ ...TYPED, ...typed }, NOW)).toEqual({ ok: false, refusal });
  });
});

describe('a new account, as typed', () => {
  it.each([
    ['name-invalid', { name: ' \u202e ' }],
    ['name-invalid', { name: 'x'.repeat(61) }],
    ['scopes-missing', { scopes: [] }],
    ['scopes-missing', { scopes: ['approval:decide', 'activation:view', 'no:such'] }],
  ])('a new account is refused as %s: %j', (refusal, typed) => {
    const asked = { ...TYPED, name: 'Ticket system', scopes: ['user:find'], ...typed };
    expect(parseNewServiceAccount(asked, NOW)).toEqual({ ok: false, refusal });
  });

  it('a new account gets the scopes that machines may have, and no others', () => {
    const asked = { ...TYPED, name: ' Ticket\nsystem ', scopes: ['account:approve', 'user:view', 'user:find'] };
    expect(parseNewServiceAccount(asked, NOW)).toMatchObject({
      value: { name: 'Ticket system', scopes: ['user:find', 'user:view'] },
    });
  });
});
