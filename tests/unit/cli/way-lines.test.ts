import { expect, it } from 'vitest';
import { rehearse, scoreBackups } from '@/lib/accounts/ways-back/rehearsal';
import { wayLines } from '@/lib/cli/policy/way-lines';

const ABOUT = { level: 'standard', now: new Date('2026-11-30T09:10:00Z') } as const;

it('the lines of the ways back say for each loss what works, what puts it right and what is missing', () => {
  const held = {
    hasPassword: true,
    passkeys: [{ trustedFrom: new Date('2026-12-01T09:10:00Z'), isSynced: false }],
    devices: [{ name: 'Pixel 9', state: 'active', trustedFrom: null }],
    takesCodes: true,
    hasPhoneSignIn: true,
    provider: null,
    hasRecoveryCode: true,
    isMailable: true,
    offers: { passkey: true, 'recovery-code': true },
  } as const;
  expect(wayLines(scoreBackups(held, ABOUT), rehearse(held, ABOUT))).toMatchInlineSnapshot(`
    "Back:     2 of 3: a passkey from 2026-12-01T09:10:00.000Z or the recovery code
    Missing:  a phone

    If:       their phone is lost
    Signs in: with the password or a passkey
    Mends:    it with a passkey from 2026-12-01T09:10:00.000Z, the recovery code or the helpdesk
    Missing:  a phone

    If:       their computer is stolen
    Signs in: with the password or a phone
    Mends:    it with a phone
    Missing:  a passkey

    If:       they forgot their PIN
    Signs in: with the password or a passkey
    Mends:    it with a passkey from 2026-12-01T09:10:00.000Z, the recovery code or the helpdesk
    Missing:  a phone

    If:       they forgot their password
    Signs in: with a passkey or a phone
    Mends:    it with a passkey from 2026-12-01T09:10:00.000Z, a phone or the helpdesk"
  `);
});
