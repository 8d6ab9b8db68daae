import { describe, expect, it } from 'vitest';
import { assessFilledIn, readFilledIn, vouchingDevices } from '@/components/helpdesk/reissue/caller-checks';
import { missingWords } from '@/components/helpdesk/reissue/reissue-words';
import type { DeviceMethods } from '@/lib/helpdesk/reissue/device-methods';

const PHONE = { instanceId: 'VDS1000042-1', name: 'Phone', state: 'active' as const };

function filledIn(entries: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ oldDevice: 'none', ...entries })) form.set(name, value);
  return readFilledIn(form);
}

const METHODS: DeviceMethods = { 'login-request': true, 'one-time-password': true };

function said(
  entries: Record<string, string>,
  { isProtected = false, methods = METHODS, confirmedBy = null as string | null } = {},
): string {
  return missingWords(assessFilledIn({ devices: [PHONE], methods, isProtected }, filledIn(entries), confirmedBy));
}

describe('the caller check of the form', () => {
  it('says first that a reason is needed', () => {
    expect(said({})).toContain('Choose a reason first');
  });

  it('adds up what was filled in, and names the rest, the heaviest first', () => {
    expect(said({ reason: 'lost' })).toBe(
      '0 of 3 points. Add, for example: a check on their phone (3), a one-time password (3), call back (2), a manager’s word (2) or an identity document (1).',
    );
    expect(said({ reason: 'lost', 'manager-detail': 'Ann Chief' })).toContain('2 of 3 points. Add');
    expect(said({ reason: 'failed', 'manager-detail': 'Ann Chief' })).toBe('Enough (2 needed).');
  });

  it('asks for more where people are protected', () => {
    expect(said({ reason: 'failed', 'manager-detail': 'Ann Chief' }, { isProtected: true })).toContain('2 of 4 points');
  });

  it('counts no proof that is empty or too short to be one', () => {
    for (const detail of ['  ', 'A', 'Ann']) {
      expect(said({ reason: 'lost', 'manager-detail': detail })).toContain('0 of 3 points');
    }
    expect(said({ reason: 'lost', 'call-back-detail': '12345' })).toContain('0 of 3 points');
    expect(said({ reason: 'lost', 'call-back-detail': '+49 30 1234' })).toContain('2 of 3 points');
    expect(said({ reason: 'lost', 'identity-document-detail': 'X4F' })).toContain('0 of 3 points');
    expect(filledIn({ 'call-back-detail': '1' }).malformed).toEqual(['call-back']);
  });

  it('lets no lost device vouch for its owner', () => {
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    const otp = { 'one-time-password-digits': '123456' };
    expect(vouchingDevices([PHONE], filledIn({ reason: 'lost', ...old }))).toEqual([]);
    expect(said({ reason: 'lost', ...old, ...otp })).toContain('0 of 3 points');
    expect(said({ reason: 'new-phone', ...old, ...otp })).toBe('Enough (2 needed).');
  });

  it('counts what a phone has confirmed, but not beside its one-time password, nor from a lost one', () => {
    const confirmedBy = PHONE.instanceId;
    const otp = { 'one-time-password-digits': '123456' };
    expect(said({ reason: 'lost' }, { confirmedBy })).toBe('Enough (3 needed).');
    expect(said({ reason: 'lost', ...otp }, { confirmedBy })).toBe('Enough (3 needed).');
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    expect(said({ reason: 'lost', ...old }, { confirmedBy })).toContain('0 of 3 points');
  });

  it('does not ask for what the gateway has no way to check', () => {
    const methods = { 'login-request': 'not-offered', 'one-time-password': 'not-documented' } as const;
    expect(said({ reason: 'lost' }, { methods })).toBe(
      '0 of 3 points. Add, for example: call back (2), a manager’s word (2) or an identity document (1).',
    );
  });
});
