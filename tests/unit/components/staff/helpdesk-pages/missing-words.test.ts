import { describe, expect, it } from 'vitest';
import { assessFilledIn, readFilledIn, vouchingDevices } from '@/components/staff/helpdesk/reissue/caller-checks';
import { missingWords } from '@/components/staff/helpdesk/reissue/reissue-words';
import type { CheckContacts } from '@/lib/helpdesk/caller-check/check-contacts';
import type { DeviceMethods } from '@/lib/helpdesk/caller-check/device-methods';

const PHONE = { instanceId: 'VDS1000042-1', name: 'Phone', state: 'active' as const };

function filledIn(entries: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ oldDevice: 'none', ...entries })) form.set(name, value);
  return readFilledIn(form);
}

const METHODS: DeviceMethods = { 'login-request': true, 'one-time-password': true };
const CALLED = { 'number-called': '+493023125001' };
const CONTACTS: Pick<CheckContacts, 'numbers' | 'manager'> = {
  numbers: [CALLED['number-called']],
  manager: { displayName: 'Ann Chief' },
};

function said(
  entries: Record<string, string>,
  { isProtected = false, methods = METHODS, contacts = CONTACTS, device = null as string | null, manager = false } = {},
): string {
  const around = { devices: [PHONE], methods, contacts, isProtected };
  return missingWords(assessFilledIn(around, filledIn(entries), { device, manager }));
}

describe('the caller check of the form', () => {
  it('a missing reason is named first', () => {
    expect(said({})).toContain('Choose a reason first');
  });

  it('the words add up the checks, say whether a second person has to approve, and suggest the heaviest first', () => {
    expect(said({ reason: 'lost' })).toBe(
      '3 more points needed. Quickest: a check on their phone. Until then a second person has to approve this.',
    );
    expect(said({ reason: 'lost', ...CALLED })).toContain('1 more point needed.');
    expect(said({ reason: 'lost', ...CALLED }, { manager: true })).toBe('Enough.');
    expect(said({ reason: 'failed', ...CALLED })).toBe('Enough.');
  });

  it('a protected group asks for more points', () => {
    expect(said({ reason: 'failed', ...CALLED }, { isProtected: true })).toContain('2 more points needed');
  });

  it('a note counts no points, whatever is in it', () => {
    expect(said({ reason: 'lost', 'identity-document-detail': 'X4F2' })).toContain('3 more points needed');
    expect(filledIn({ 'identity-document-detail': 'X4F' }).isNoteShort).toBe(true);
    expect(filledIn({ 'identity-document-detail': 'X4F2' }).isNoteShort).toBe(false);
  });

  it('a check that needs contacts on record is not suggested without them', () => {
    const contacts = { numbers: [], manager: null };
    expect(said({ reason: 'new-phone', ...CALLED }, { contacts })).toContain('2 more points needed');
    const methods = { 'login-request': 'not-offered', 'one-time-password': 'not-documented' } as const;
    expect(said({ reason: 'lost' }, { contacts, methods })).toBe(
      '3 more points needed. A second person has to approve this.',
    );
  });

  it('a lost device does not vouch for its owner', () => {
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    const otp = { 'one-time-password-digits': '123456' };
    expect(vouchingDevices([PHONE], filledIn({ reason: 'lost', ...old }))).toEqual([]);
    expect(said({ reason: 'lost', ...old, ...otp })).toContain('3 more points needed');
    expect(said({ reason: 'new-phone', ...old, ...otp })).toBe('Enough.');
  });

  it('a phone’s confirmation counts, except beside its one-time password or from a lost phone', () => {
    const otp = { 'one-time-password-digits': '123456' };
    expect(said({ reason: 'lost' }, { device: PHONE.instanceId })).toBe('Enough.');
    expect(said({ reason: 'lost', ...otp }, { device: PHONE.instanceId })).toBe('Enough.');
    const old = { oldDevice: 'lock', oldInstanceId: PHONE.instanceId };
    expect(said({ reason: 'lost', ...old }, { device: PHONE.instanceId })).toContain('3 more points needed');
  });

  it('a check that the gateway cannot make is not suggested', () => {
    const methods = { 'login-request': 'not-offered', 'one-time-password': 'not-documented' } as const;
    expect(said({ reason: 'lost' }, { methods })).toBe(
      '3 more points needed. Quickest: call back. Until then a second person has to approve this.',
    );
  });
});
