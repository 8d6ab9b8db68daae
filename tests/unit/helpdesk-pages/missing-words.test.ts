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

  it('adds up what was ticked and filled in, and names the rest, the heaviest first', () => {
    expect(said({ reason: 'lost' })).toBe(
      '0 of 3 points. 3 more needed, by asking a phone (3), a one-time password (3), calling back (2), a manager’s word (2) or an identity document (1).',
    );
    expect(said({ reason: 'lost', manager: 'on', 'manager-detail': 'Ann' })).toContain('2 of 3 points. 1 more needed');
    expect(said({ reason: 'failed', manager: 'on', 'manager-detail': 'Ann' })).toBe('2 of 2 points. That is enough.');
  });

  it('asks for more where people are protected', () => {
    expect(said({ reason: 'failed', manager: 'on', 'manager-detail': 'Ann' }, { isProtected: true })).toContain(
      '2 of 4 points',
    );
  });

  it('does not count a tick without what was seen or heard', () => {
    expect(said({ reason: 'lost', manager: 'on', 'manager-detail': '  ' })).toContain('0 of 3 points');
  });

  it('lets no lost device vouch for its owner', () => {
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    const otp = { 'one-time-password': 'on', 'one-time-password-digits': '123456' };
    expect(vouchingDevices([PHONE], filledIn({ reason: 'lost', ...old }))).toEqual([]);
    expect(said({ reason: 'lost', ...old, ...otp })).toContain('0 of 3 points');
    expect(said({ reason: 'new-phone', ...old, ...otp })).toContain('3 of 2 points');
  });

  it('counts what a phone has confirmed, but not beside its one-time password, nor from a lost one', () => {
    const confirmedBy = PHONE.instanceId;
    const otp = { 'one-time-password': 'on', 'one-time-password-digits': '123456' };
    expect(said({ reason: 'lost' }, { confirmedBy })).toBe('3 of 3 points. That is enough.');
    expect(said({ reason: 'lost', ...otp }, { confirmedBy })).toContain('3 of 3 points');
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    expect(said({ reason: 'lost', ...old }, { confirmedBy })).toContain('0 of 3 points');
  });

  it('does not ask for what the gateway has no way to check', () => {
    const methods = { 'login-request': 'not-offered', 'one-time-password': 'not-documented' } as const;
    expect(said({ reason: 'lost' }, { methods })).toBe(
      '0 of 3 points. 3 more needed, by calling back (2), a manager’s word (2) or an identity document (1).',
    );
  });
});
