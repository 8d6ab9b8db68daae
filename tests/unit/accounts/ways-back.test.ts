import { describe, expect, it } from 'vitest';
import { ENROLMENT_LEVELS, type EnrolmentLevel } from '@/lib/accounts/proofs/proof-policy';
import { readHoldings, type Holdings } from '@/lib/accounts/ways-back/holdings';
import { LOSSES, rehearse, scoreBackups, type Loss } from '@/lib/accounts/ways-back/rehearsal';
import { waysTo, waysToSignIn, type OpenWay } from '@/lib/accounts/ways-back/ways-back';
import { HOUR } from '@/lib/shared/time/duration';
import { FakeVouchingDevices } from '../../support/doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../../support/doubles/fake-access-ports';

const NOW = new Date('2026-11-30T09:10:00Z');
const TOMORROW = new Date(NOW.getTime() + 24 * HOUR);

const PIXEL = { name: 'Pixel 9', state: 'active', trustedFrom: null } as const;
const TABLET = { name: 'Tablet', state: 'active', trustedFrom: null } as const;
const PASSKEY = { trustedFrom: null, isSynced: false } as const;

const ONE_PHONE: Holdings = {
  hasPassword: true,
  passkeys: [],
  devices: [PIXEL],
  takesCodes: true,
  hasPhoneSignIn: true,
  provider: null,
  hasRecoveryCode: false,
  isMailable: true,
  offers: { passkey: true, 'recovery-code': true },
};

const EVERYTHING: Holdings = {
  ...ONE_PHONE,
  passkeys: [PASSKEY],
  devices: [PIXEL, TABLET],
  hasRecoveryCode: true,
};

/** "passkey, phone from 2026-12-01". */
function brief(ways: readonly OpenWay[]): string {
  return ways.map(({ way, from }) => (from ? `${way} from ${from.toISOString().slice(0, 10)}` : way)).join(', ');
}

function after(loss: Loss, held: Holdings, level: EnrolmentLevel = 'standard') {
  const rehearsal = rehearse(held, { level, now: NOW }).find((one) => one.loss === loss);
  if (!rehearsal) throw new Error(`there is no rehearsal of ${loss}`);
  return {
    signsIn: brief(rehearsal.signsIn),
    mends: brief(rehearsal.mends),
    missing: rehearsal.missing.join(', '),
  };
}

function score(held: Holdings, level: EnrolmentLevel = 'standard') {
  const { backups, ready } = scoreBackups(held, { level, now: NOW });
  return `${ready} of ${backups.length}`;
}

describe('ways back', () => {
  it('the way back after the only phone is lost is the helpdesk alone, and every backup is missing', () => {
    expect(after('phone', ONE_PHONE)).toEqual({
      signsIn: 'password',
      mends: 'helpdesk',
      missing: 'passkey, phone, recovery-code',
    });
    expect(score(ONE_PHONE)).toBe('0 of 3');
  });

  it('the ways back are listed quickest first, the helpdesk last', () => {
    expect(after('phone', EVERYTHING)).toEqual({
      signsIn: 'password, passkey, phone',
      mends: 'passkey, phone, recovery-code, helpdesk',
      missing: '',
    });
    expect(score(EVERYTHING)).toBe('3 of 3');
  });

  it('the ways back open later where a second phone or passkey is on probation, which signs in meanwhile', () => {
    const held = {
      ...ONE_PHONE,
      devices: [PIXEL, { ...TABLET, trustedFrom: TOMORROW }],
      passkeys: [{ ...PASSKEY, trustedFrom: TOMORROW }],
    };
    expect(after('phone', held)).toEqual({
      signsIn: 'password, passkey, phone',
      mends: 'passkey from 2026-12-01, phone from 2026-12-01, helpdesk',
      missing: 'recovery-code',
    });
  });

  it('the rehearsal assumes that the lost phone is the one that vouches', () => {
    const held = { ...ONE_PHONE, devices: [{ ...TABLET, trustedFrom: TOMORROW }, PIXEL] };
    expect(after('phone', held).mends).toBe('phone from 2026-12-01, helpdesk');
  });

  it('the score counts neither a locked device nor, with the password off, a recovery code', () => {
    expect(score({ ...ONE_PHONE, devices: [PIXEL, { ...TABLET, state: 'locked' }] })).toBe('0 of 3');
    const off = { ...EVERYTHING, hasPassword: false, offers: { passkey: true, 'recovery-code': false } };
    expect(score(off)).toBe('2 of 2');
    expect(after('phone', off).mends).toBe('passkey, phone, helpdesk');
  });

  it('the ways back of a forgotten PIN are those of a lost phone', () => {
    expect(after('pin', EVERYTHING)).toEqual(after('phone', EVERYTHING));
  });

  it('the ways back after a stolen computer exclude passkeys that are not synced', () => {
    expect(after('computer', { ...ONE_PHONE, passkeys: [PASSKEY] })).toEqual({
      signsIn: 'password, phone',
      mends: 'phone',
      missing: 'passkey',
    });
    expect(after('computer', { ...ONE_PHONE, passkeys: [{ ...PASSKEY, isSynced: true }] }).signsIn).toBe(
      'password, passkey, phone',
    );
  });

  it('a forgotten password takes a mailed code and a possession, or the helpdesk', () => {
    expect(after('password', ONE_PHONE)).toEqual({ signsIn: 'phone', mends: 'phone, helpdesk', missing: 'passkey' });
    expect(after('password', { ...ONE_PHONE, isMailable: false }).mends).toBe('helpdesk');
    expect(after('password', { ...ONE_PHONE, devices: [] }).mends).toBe('mailed-code, helpdesk');
  });

  it.each(ENROLMENT_LEVELS)('the ways back follow the policy of proofs at the level %s', (level) => {
    const about = { level, isEnrolled: true, now: NOW };
    const lost = { ...ONE_PHONE, devices: [] };
    expect(brief(waysTo('bind-device', lost, about))).toBe(
      level === 'open' ? 'password, mailed-code, helpdesk' : 'helpdesk',
    );
    expect(brief(waysTo('add-passkey', lost, about))).toBe(level === 'open' ? 'password, mailed-code, helpdesk' : '');
  });

  it('a phone that the gateway cannot challenge is a way back by its one-time passwords', () => {
    const held = { ...EVERYTHING, hasPhoneSignIn: false };
    expect(brief(waysToSignIn(held, NOW))).toBe('password, passkey');
    expect(after('phone', held).mends).toBe('passkey, phone, recovery-code, helpdesk');
    expect(after('phone', { ...held, takesCodes: false }).mends).toBe('passkey, recovery-code, helpdesk');
  });

  it('the helpdesk is always a way back when a phone is lost, whatever the account holds', () => {
    for (const level of ENROLMENT_LEVELS)
      for (const held of [ONE_PHONE, EVERYTHING, { ...ONE_PHONE, devices: [], hasPassword: false }])
        for (const loss of LOSSES.filter((one) => one === 'phone' || one === 'pin'))
          expect(after(loss, held, level).mends).toContain('helpdesk');
  });
});

describe('what a user holds', () => {
  it('the holdings are read from devices, passkeys, recovery code, provider and mailbox', async () => {
    const ports = await fakeAccess();
    const user = await ports.users.find(JANE.userId, JANE.domain);
    if (!user) throw new Error('there is no Jane');
    const devices = Object.assign(new FakeVouchingDevices(), {
      describe: async () => ({
        devices: [PIXEL],
        hasAny: true,
        mayVouch: true,
        takesCodes: true,
        codeDevices: [],
        trustedNext: null,
      }),
    });
    expect(await readHoldings({ ...ports, devices }, user, true)).toMatchObject({
      hasPassword: true,
      devices: [PIXEL],
      passkeys: [],
      takesCodes: true,
      hasPhoneSignIn: true,
      hasRecoveryCode: false,
      provider: null,
      offers: { 'recovery-code': true },
    });
  });
});
