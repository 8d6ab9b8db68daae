import type { ProofPrompt, ProofWay } from '../../shared/form-state';
import { proofOf } from '../passkeys/passkey';
import type { SignedIn } from '../sessions/session';
import type { User } from '../users/user';
import { isEnrolled, policyFor, type ProofAsked, type ProofPorts } from './check-proofs';
import { mayHelpdeskHelp, secondProofs, type Need, type ProtectedAction } from './proof-policy';
import type { CodeDevice, VouchingDevices } from './vouching-devices';

/**
 * What a form must ask its user to prove before an action, and how this user can. The same policy judges the action.
 * @param isAsked kinds of need to ask for although the session has met them
 * @param hasPhoneSignIn whether the gateway can challenge phones
 * @returns null if nothing is missing
 */
export async function promptForProof(
  ports: ProofPorts,
  signedIn: SignedIn,
  { action, given = [], provedSince = null }: ProofAsked,
  hasPhoneSignIn: boolean,
  isAsked: readonly Need['what'][] = [],
): Promise<ProofPrompt | null> {
  const summarized = { ...ports, devices: askingOnce(ports.devices) };
  const demand = { action, maximumAgeMs: ports.settings.stepUpAgeMs, provedSince, mayVouch: true };
  const judge = await policyFor(summarized, signedIn, demand);
  const { missing: needs } = await judge({ given: new Set(given), voucher: null });
  const kinds = new Set([...needs.map(({ what }) => what), ...isAsked]);
  if (kinds.size === 0) return null;
  const offer = (missing: Need['what']) =>
    kinds.has(missing) ? proofWays(summarized, signedIn.user, { action, missing }, hasPhoneSignIn) : null;
  const identity = await offer('identity');
  const second = await offer('second');
  const ways = [...(identity?.ways ?? []), ...(second?.ways ?? [])];
  const codeDevices = second?.codeDevices ?? [];
  return {
    identity: identity && identity.ways,
    second: second && second.ways,
    codeDevices: codeDevices.length > 1 ? codeDevices : [],
    providerName: ways.includes('provider') ? (ports.identityProvider.settings?.name ?? null) : null,
    trustedNext: second?.trustedNext?.toISOString() ?? null,
  };
}

/** The gateway is asked once for all that depends on the devices. */
function askingOnce(devices: VouchingDevices): VouchingDevices {
  let summary: ReturnType<VouchingDevices['describe']> | null = null;
  const describe: VouchingDevices['describe'] = (user) => (summary ??= devices.describe(user));
  return {
    describe,
    hasAny: async (user) => (await describe(user)).hasAny,
    mayVouch: (user, instanceId) => devices.mayVouch(user, instanceId),
    isOnlyDevice: (user, instanceId) => devices.isOnlyDevice(user, instanceId),
    verifyOneTimePassword: (user, typed, origin) => devices.verifyOneTimePassword(user, typed, origin),
  };
}

/** @property codeDevices see `VouchingSummary`; empty where no one-time password is offered */
type OfferedProofs = { ways: ProofWay[]; trustedNext: Date | null; codeDevices: readonly CodeDevice[] };

/**
 * How the user can supply a missing proof, in the order in which to offer the ways.
 * @param missing the kind of need
 * @param hasPhoneSignIn whether the gateway can challenge phones
 */
export async function proofWays(
  ports: Omit<ProofPorts, 'devices'> & { devices: Pick<VouchingDevices, 'describe'> },
  user: User,
  { action, missing }: { action: ProtectedAction; missing: 'identity' | 'second' },
  hasPhoneSignIn: boolean,
): Promise<OfferedProofs> {
  const { store, relyingParty } = ports.passkeys;
  const passkeys = relyingParty ? await store.list(user) : [];
  const passkey = passkeys.length > 0 ? (['passkey'] as const) : [];
  const { settings, accounts } = ports.identityProvider;
  const isBound = settings !== null && (await accounts.isBound(user, settings.issuer));
  if (missing === 'identity') {
    const isOff = await ports.users.changesPasswords?.isOff(user);
    const provider = isBound ? (['provider'] as const) : [];
    return {
      ways: [...(isOff ? [] : (['password'] as const)), ...passkey, ...provider],
      trustedNext: null,
      codeDevices: [],
    };
  }
  const { devices, staff } = ports;
  const summary = await devices.describe(user);
  const { hasAny, mayVouch, codeDevices } = summary;
  const now = ports.clock.now();
  // The gateway's answer is reused.
  const enrolled = await isEnrolled({ ...ports, devices: { hasAny: async () => hasAny } }, user);
  const kinds = secondProofs(action, staff.level, enrolled);
  const offers = {
    passkey: passkeys.some((one) => kinds.includes(proofOf(one, now))),
    provider: isBound && settings.hasStrongContext && kinds.includes('provider'),
    phone:
      hasPhoneSignIn &&
      ((mayVouch && kinds.includes('device')) || (summary.trustedNext !== null && kinds.includes('new-device'))),
    'one-time-password': codeDevices.length > 0 && kinds.includes('one-time-password'),
    'mailed-code': kinds.includes('mailed-code') && (await ports.mailedCodes?.mayBeMailed(user)) === true,
    'recovery-code': kinds.includes('recovery-code') && (await ports.recoveryCodes.find(user)) !== null,
    helpdesk: kinds.length > 0 && mayHelpdeskHelp(action),
  };
  const later = [
    ...(kinds.includes('device') ? [summary.trustedNext] : []),
    ...(kinds.includes('passkey') ? passkeys.map(({ trustedFrom }) => trustedFrom) : []),
  ];
  const [trustedNext = null] = later
    .filter((from) => from !== null && now < from)
    .toSorted((left, right) => Number(left) - Number(right));
  const ways = (Object.keys(offers) as (keyof typeof offers)[]).filter((way) => offers[way]);
  return { ways, trustedNext, codeDevices: offers['one-time-password'] ? codeDevices : [] };
}
