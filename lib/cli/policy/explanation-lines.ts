import type { ExplainedNeed, Explanation, Verdict } from '../../accounts/proofs/explain-policy';
import type { UserExplanation } from '../../accounts/proofs/explain-for-user';
import type { ProofKind } from '../../accounts/proofs/proof';
import type { DescribedDevice } from '../../accounts/proofs/vouching-devices';
import type { User } from '../../accounts/users/user';
import type { ProofWay } from '../../shared/form-state';
import { MINUTE } from '../../shared/time/duration';

const KINDS: Record<ProofKind, string> = {
  password: 'a password',
  passkey: 'a passkey',
  'new-passkey': 'a passkey on probation',
  device: 'a trusted device',
  'new-device': 'a device on probation',
  'one-time-password': 'a one-time password',
  provider: 'an identity provider with a strong context',
  'provider-identity': 'an identity provider',
  invitation: 'an invitation',
  'recovery-code': 'a recovery code',
  'mailed-code': 'a code by email',
  'activated-device': 'their first device in the session that has just activated it',
};

const WAYS: Record<ProofWay, string> = {
  password: 'a password',
  passkey: 'a passkey',
  phone: 'their phone',
  provider: 'the identity provider',
  'one-time-password': 'a one-time password',
  'mailed-code': 'a code by email',
  'recovery-code': 'their recovery code',
  helpdesk: 'an invitation',
};

const BINDINGS = { first: 'the first device or passkey', further: 'a further device or passkey' };

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What a user has, and what the policy says to each action. */
export function explanationLines({ userId, bar }: User, explained: UserExplanation): string {
  return [
    field('User', bar === null ? userId : `${userId}, ${bar}`),
    field('Password', explained.hasPassword ? 'yes' : 'turned off'),
    field('Passkeys', String(explained.passkeys)),
    ...deviceLines(explained.devices),
    ...explained.actions.flatMap((explanation) => ['', ...actionLines(explanation, explained)]),
  ].join('\n');
}

function deviceLines(devices: readonly DescribedDevice[]): string[] {
  if (devices.length === 0) return [field('Devices', 'none')];
  return devices.map((device, place) => field(place === 0 ? 'Devices' : '', deviceWords(device)));
}

function deviceWords({ name, state, trustedFrom }: DescribedDevice): string {
  if (state === 'locked') return `${name}: locked`;
  return trustedFrom ? `${name}: on probation until ${trustedFrom.toISOString()}` : `${name}: trusted`;
}

function actionLines(
  { action, level, binding, isExempt, needs, verdict }: Explanation,
  user: UserExplanation,
): string[] {
  const rule = [`level ${level}`, ...(binding ? [BINDINGS[binding]] : [])].join(', ');
  const none = isExempt ? 'Nothing: a demo account on this machine.' : 'Nothing besides the password.';
  return [
    field('Action', `${action} (${rule})`),
    ...(needs.length === 0 ? [field('Takes', none)] : needs.flatMap(needLines)),
    field('Verdict', verdictWords(verdict, needs, user)),
  ];
}

function needLines({ anyOf, maximumAgeMs, ways }: ExplainedNeed, place: number): string[] {
  const age = maximumAgeMs === null ? 'in this session' : `in the last ${maximumAgeMs / MINUTE} minutes`;
  return [
    field(place === 0 ? 'Takes' : 'and', `${EITHER.format(anyOf.map((kind) => KINDS[kind]))}, ${age}`),
    field('', `of which they have: ${wayWords(ways) || 'none'}`),
  ];
}

function verdictWords(verdict: Verdict, needs: readonly ExplainedNeed[], user: UserExplanation): string {
  switch (verdict.code) {
    case 'barred':
      return `Could not: the account is ${verdict.bar}.`;
    case 'not-staff':
      return 'Could not: no member of staff.';
    case 'could': {
      const [first, ...others] = needs.map(({ ways }) => wayWords(ways));
      return first === undefined ? 'Could.' : `Could, with ${[first, ...others].join(', and ')}.`;
    }
    case 'could-not':
      return `Could not: ${hasOnly(user)}, ${lacks(verdict.lacking)}. ${waysOn(verdict)}`;
  }
}

function hasOnly({ hasPassword, passkeys }: UserExplanation): string {
  const has = [...(hasPassword ? ['a password'] : []), ...(passkeys > 0 ? ['a passkey'] : [])];
  return has.length === 0 ? 'nothing to sign in with' : `only ${has.join(' and ')}`;
}

function lacks({ what, anyOf }: ExplainedNeed): string {
  if (what === 'identity') return 'no proof of who they are';
  return anyOf.every((kind) => kind === 'passkey') ? 'no passkey' : 'no second proof';
}

function waysOn({ from, isForHelpdesk }: Extract<Verdict, { code: 'could-not' }>): string {
  const ways = [
    ...(from ? [`their device, from ${from.toISOString()}`] : []),
    ...(isForHelpdesk ? ['an invitation by the helpdesk'] : []),
  ];
  return `Ways on: ${ways.length === 0 ? 'none' : ways.join('; ')}.`;
}

function wayWords(ways: readonly ProofWay[]): string {
  return EITHER.format(ways.map((way) => WAYS[way]));
}

export function field(label: string, value: string): string {
  return `${(label && `${label}:`).padEnd(10)}${value}`;
}
