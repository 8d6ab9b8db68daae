import { expect, it } from 'vitest';
import { explainPolicy, type ExplainedCircumstances } from '@/lib/accounts/proofs/explain-policy';
import { explanationLines } from '@/lib/cli/policy/explanation-lines';
import { MINUTE } from '@/lib/shared/time/duration';
import type { User } from '@/lib/accounts/users/user';

const ANNA: User = {
  userId: 'anna',
  domain: 'example.org',
  displayName: 'Anna',
  roles: ['user'],
  mailAddresses: [],
  language: 'en',
  timeZone: null,
  group: null,
  bar: null,
};

const TRUSTED_FROM = new Date('2026-11-27T10:00:00Z');

const WITH_NEW_DEVICE: ExplainedCircumstances = {
  level: 'standard',
  bar: null,
  isStaff: false,
  isExemptStaff: true,
  isEnrolled: true,
  maximumAgeMs: 5 * MINUTE,
  trustedNext: TRUSTED_FROM,
  ways: { identity: ['password'], second: ['helpdesk'] },
};

it('the lines for a user with a new device say what they have, what the action takes, and what is missing', () => {
  const said = explanationLines(ANNA, {
    hasPassword: true,
    passkeys: 0,
    devices: [
      { name: 'Pixel 9', state: 'active', trustedFrom: TRUSTED_FROM },
      { name: 'Old phone', state: 'locked', trustedFrom: null },
    ],
    actions: [explainPolicy('bind-device', WITH_NEW_DEVICE)],
  });
  expect(said).toMatchInlineSnapshot(`
    "User:     anna
    Password: yes
    Passkeys: 0
    Devices:  Pixel 9: on probation until 2026-11-27T10:00:00.000Z
              Old phone: locked

    Action:   bind-device (level standard, a further device or passkey)
    Takes:    a password, a passkey, a passkey on probation, a trusted device, a device on probation, an identity provider with a strong context, an identity provider or an invitation, in the last 5 minutes
              of which they have: a password
    and:      a passkey, a trusted device, a one-time password, a recovery code, an invitation or their first device in the session that has just activated it, in the last 5 minutes
              of which they have: none
    Verdict:  Could not: only a password, no second proof. Ways on: their device, from 2026-11-27T10:00:00.000Z; an invitation by the helpdesk."
  `);
});

it('the lines for a user with a trusted device name each way they have', () => {
  const ways = { identity: ['password'], second: ['phone', 'one-time-password', 'helpdesk'] } as const;
  const said = explanationLines(ANNA, {
    hasPassword: true,
    passkeys: 0,
    devices: [{ name: 'Pixel 9', state: 'active', trustedFrom: null }],
    actions: [explainPolicy('remove-device', { ...WITH_NEW_DEVICE, trustedNext: null, ways })],
  });
  expect(said.split('\n').at(-1)).toBe('Verdict:  Could, with a password, and their phone or a one-time password.');
});

it('the lines for a disabled account say so first and last', () => {
  const said = explanationLines(
    { ...ANNA, bar: 'disabled' },
    {
      hasPassword: true,
      passkeys: 0,
      devices: [],
      actions: [explainPolicy('rename-device', { ...WITH_NEW_DEVICE, bar: 'disabled' })],
    },
  );
  expect(said).toMatch(/^User: {5}anna, disabled\n/);
  expect(said).toMatch(/Verdict: {2}Could not: the account is disabled\.$/);
});
