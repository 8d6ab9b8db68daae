import type { ProofKind } from '../proofs/proof';
import { IDENTITY, needsOf, type EnrolmentLevel, type Need, type ProtectedAction } from '../proofs/proof-policy';
import type { Holdings } from './holdings';

/** How a user gets back into their account, the quickest first. */
export const WAYS_BACK = [
  'password',
  'passkey',
  'phone',
  'provider',
  'recovery-code',
  'mailed-code',
  'helpdesk',
] as const;

export type WayBack = (typeof WAYS_BACK)[number];

/** @property from when it opens; null if it is open now */
export type OpenWay = { way: WayBack; from: Date | null };

/** What decides besides what the user holds. @property isEnrolled see `ProofCircumstances` */
export type WaysCircumstances = { level: EnrolmentLevel; isEnrolled: boolean; now: Date };

/** The ways in which a user could carry out an action with what they hold, the quickest first, by the policy of proofs. */
export function waysTo(
  action: ProtectedAction,
  held: Holdings,
  { level, isEnrolled, now }: WaysCircumstances,
): OpenWay[] {
  return waysToMeet(needsOf(action, level, isEnrolled), held, now);
}

/** The ways in which a user could sign in with what they hold, the quickest first. */
export function waysToSignIn(held: Holdings, now: Date): OpenWay[] {
  return openWays(held, now, (proves) => proves.some((kind) => IDENTITY.includes(kind)));
}

export function waysToMeet(needs: readonly Need[], held: Holdings, now: Date): OpenWay[] {
  const known = identityKnown(held);
  return openWays(held, now, (proves) =>
    needs.every(({ anyOf }) => anyOf.some((kind) => proves.includes(kind) || known.includes(kind))),
  );
}

function openWays(held: Holdings, now: Date, suffices: (proves: readonly ProofKind[]) => boolean): OpenWay[] {
  const open = sourcesOf(held, now).filter(({ proves }) => suffices(proves));
  return WAYS_BACK.flatMap((way) => {
    const [first] = open
      .filter((source) => source.way === way)
      .toSorted((left, right) => Number(left.from) - Number(right.from));
    return first ? [{ way, from: first.from }] : [];
  });
}

/** What a user proves besides anything that they hold. */
function identityKnown({ hasPassword, provider }: Holdings): readonly ProofKind[] {
  return [
    ...(hasPassword ? (['password'] as const) : []),
    ...(provider === 'provider-identity' ? ([provider] as const) : []),
  ];
}

type Source = OpenWay & { proves: readonly ProofKind[] };

function sourcesOf(held: Holdings, now: Date): Source[] {
  const { hasPassword, provider, hasRecoveryCode, hasPhoneSignIn, takesCodes } = held;
  const byDevice: ProofKind[] = [
    ...(hasPhoneSignIn ? (['device'] as const) : []),
    ...(takesCodes ? (['one-time-password'] as const) : []),
  ];
  const devices = held.devices.filter(({ state }) => state === 'active');
  return [
    ...atOnce('password', hasPassword && 'password'),
    ...held.passkeys.flatMap((passkey) => probationary('passkey', 'new-passkey', ['passkey'], passkey, now)),
    ...devices.flatMap((device) => probationary('phone', hasPhoneSignIn && 'new-device', byDevice, device, now)),
    ...atOnce('provider', provider),
    // A recovery code is worth nothing without the password.
    ...atOnce('recovery-code', hasRecoveryCode && hasPassword && 'recovery-code'),
    ...atOnce('mailed-code', held.isMailable && 'mailed-code'),
    ...atOnce('helpdesk', 'invitation'),
  ];
}

function atOnce(way: WayBack, proves: ProofKind | false | null): Source[] {
  return proves ? [{ way, proves: [proves], from: null }] : [];
}

/** What proves less until its probation is over. */
function probationary(
  way: WayBack,
  meanwhile: ProofKind | false,
  proves: readonly ProofKind[],
  { trustedFrom }: { trustedFrom: Date | null },
  now: Date,
): Source[] {
  const from = trustedFrom !== null && now < trustedFrom ? trustedFrom : null;
  return atOnce(way, meanwhile).concat({ way, proves, from });
}
