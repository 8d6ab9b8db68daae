import { ownContext } from '../../audit/audit-context';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import type { ProofWay } from '../../shared/form-state';
import { accept, refuse, type Result } from '../../shared/result';
import type { PasskeyPorts, ProviderPorts } from '../account-ports';
import { checkRecoveryCode, type RecoveryCodeRefusal } from '../recovery/check-recovery-code';
import type { RecoveryCodeId } from '../recovery/recovery-code';
import type { RecoveryCodeStore } from '../recovery/recovery-code-store';
import { proofOf } from '../passkeys/passkey';
import { confirmPasskey } from '../passkeys/prove-with-passkey';
import type { PasskeyRefusal } from '../passkeys/refuse-passkey';
import type { SignedIn } from '../sessions/session';
import type { PasswordRefused } from '../sign-in/check-password';
import { confirmPassword } from '../sign-in/confirm-password';
import { findBackupVoucher, type BackupVouchers } from './backup-voucher';
import type { MailedCodes } from './mailed-codes';
import type { OpenInvitations } from './open-invitations';
import type { CodeDevice, DeviceProofRefusal, TypedOneTimePassword, VouchingDevices } from './vouching-devices';
import type { ProofKind } from './proof';
import {
  dependsOnEnrolment,
  mayHelpdeskHelp,
  missingProof,
  secondProofs,
  type Need,
  type ProofCircumstances,
  type ProtectedAction,
} from './proof-policy';
import { isEnrolmentOver, needsStaffProof, type StaffEnrolment, type StaffPolicy } from './staff-proof';
import type { AddressChanges } from '../users/known-addresses';
import type { User } from '../users/user';

/**
 * For actions that require proofs.
 * @property mailedCodes null if this site does not store the accounts
 * @property probation of a passkey that was bound in a weaker way; `addressChanges` like `mailedCodes`
 */
export type ProofPorts = PasskeyPorts &
  ProviderPorts & {
    devices: VouchingDevices;
    staff: StaffPolicy;
    staffEnrolment: StaffEnrolment;
    recoveryCodes: RecoveryCodeStore;
    mailedCodes: MailedCodes | null;
    heldInvitations: OpenInvitations;
    vouchers: BackupVouchers;
    probation: { ms: number; addressChanges: AddressChanges | null };
  };

/**
 * The proof fields of a form; null or empty for a field that it does not have.
 * @property codeDevice the device that shows the one-time password; see `TypedOneTimePassword`
 * @property passkey the browser's answer to the session's challenge
 */
export type TypedProofs = {
  password: string | null;
  oneTimePassword: string | null;
  codeDevice: string | null;
  passkey: string | null;
  recoveryCode: string | null;
  mailedCode: string | null;
};

export const NO_PROOFS: TypedProofs = {
  password: null,
  oneTimePassword: null,
  codeDevice: null,
  passkey: null,
  recoveryCode: null,
  mailedCode: null,
};

export type ProofRefusal =
  | 'step-up-required'
  | 'second-proof-required'
  | PasswordRefused
  | PasskeyRefusal
  | RecoveryCodeRefusal
  | 'mailed-code-wrong'
  | DeviceProofRefusal;

/**
 * An action, as the policy of proofs sees it.
 * @property given see `checkProofs`
 * @property provedSince see `ProofCircumstances`
 */
export type ProofAsked = { action: ProtectedAction; given?: readonly ProofKind[]; provedSince?: Date | null };

/**
 * Permits an action if the session has the proofs that the policy requires, or if the form supplies them, which then
 * count for the whole session. Proofs that are not needed are not checked.
 * @param asked.given proofs that the caller holds and the session does not store
 * @param asked.provedSince see `ProofCircumstances`
 * @returns what permits it and the action must consume
 */
export async function checkProofs(
  ports: ProofPorts,
  signedIn: SignedIn,
  { action, given = [], provedSince = null }: ProofAsked,
  proofs: TypedProofs,
  origin: RequestOrigin,
): Promise<Result<UsedUp, ProofRefusal>> {
  const { user } = signedIn;
  const proofKinds = new Set(given);
  const usedUp: UsedUp = { ...NOTHING_USED_UP };
  const demand = { action, given: proofKinds, maximumAgeMs: ports.settings.stepUpAgeMs, provedSince, usedUp };
  const findMissing = await policyFor(ports, signedIn, demand);
  const kindsTried = new Set<TypedProof['kind']>();
  for (;;) {
    const missing = await findMissing();
    if (missing === null) {
      if (usedUp.voucher !== null)
        await ports.audit.append({ type: 'proof-given', proof: 'activated-device', ...ownContext(user, origin) });
      return accept(usedUp);
    }
    const proof = typedProof(missing, proofs, kindsTried);
    if (proof === null) {
      const refusal = missing.what === 'identity' ? 'step-up-required' : 'second-proof-required';
      if (refusal === 'second-proof-required')
        await ports.audit.append({ type: 'proof-missing', action, ...ownContext(user, origin) });
      return refuse(refusal);
    }
    const result = await confirm(ports, signedIn, proof, proofs.codeDevice, origin);
    if (!result.ok) return result;
    kindsTried.add(proof.kind);
    proofKinds.add(result.value.proves);
    usedUp.recoveryCode = result.value.recoveryCode ?? usedUp.recoveryCode;
  }
}

/**
 * What permits an action once, and is used up in the transaction that carries it out.
 * @property voucher the activation whose device vouches; see `findBackupVoucher`
 */
export type UsedUp = { recoveryCode: RecoveryCodeId | null; voucher: ActivationId | null };

export const NOTHING_USED_UP: Readonly<UsedUp> = { recoveryCode: null, voucher: null };

/**
 * The policy for one action of one session.
 * @param demand.given what counts besides the session's proofs. An invitation that the session holds is added to it, and
 *   a device that it has activated; both are looked up only if they make a difference
 * @param demand.usedUp receives the voucher that counts; null if none may
 * @returns the next missing proof; null if none is missing
 */
export async function policyFor(
  ports: ProofPorts,
  signedIn: SignedIn,
  demand: Pick<ProofCircumstances, 'maximumAgeMs' | 'provedSince'> & {
    action: ProtectedAction;
    given: Set<ProofKind>;
    usedUp: UsedUp | null;
  },
): Promise<() => Promise<Need | null>> {
  const { session, user } = signedIn;
  const { staff, clock, heldInvitations } = ports;
  const { action, given, usedUp } = demand;
  const about = {
    ...demand,
    level: staff.level,
    proofs: session.proofs,
    isEnrolled: await isEnrolledFor(ports, user, action),
    isExemptStaff: !needsStaffProof(staff, user),
  };
  return async function findMissing() {
    const missing = missingProof(action, about, clock.now());
    if (missing && (await addWhatIsHeld(missing))) return findMissing();
    return missing;
  };

  /** @returns whether something was found that counts */
  async function addWhatIsHeld({ anyOf }: Need): Promise<boolean> {
    if (anyOf.includes('invitation') && !given.has('invitation') && (await heldInvitations.isHeldBy(signedIn))) {
      given.add('invitation');
      return true;
    }
    if (!usedUp || !anyOf.includes('activated-device') || given.has('activated-device')) return false;
    usedUp.voucher = await findBackupVoucher(ports, signedIn, action === 'bind-device');
    if (usedUp.voucher !== null) given.add('activated-device');
    return usedUp.voucher !== null;
  }
}

type TypedProof = {
  kind: 'password' | 'one-time-password' | 'passkey' | 'recovery-code' | 'mailed-code';
  text: string;
};

/**
 * A proof in the form that may be the missing one and was not checked yet. A passkey first, because it may supply two.
 */
function typedProof(
  { what, anyOf }: Need,
  proofs: TypedProofs,
  kindsTried: ReadonlySet<TypedProof['kind']>,
): TypedProof | null {
  const candidates = [
    { kind: 'passkey', text: proofs.passkey },
    ...(what === 'identity'
      ? ([{ kind: 'password', text: proofs.password }] as const)
      : ([
          { kind: 'one-time-password', text: proofs.oneTimePassword },
          { kind: 'mailed-code', text: proofs.mailedCode },
          { kind: 'recovery-code', text: proofs.recoveryCode },
        ] as const)),
  ] as const;
  for (const { kind, text } of candidates)
    if (text && anyOf.includes(kind) && !kindsTried.has(kind)) return { kind, text };
  return null;
}

/**
 * @property proves less than the entered kind, if it comes from a passkey on probation
 * @property recoveryCode to be consumed
 */
type Confirmed = { proves: ProofKind; recoveryCode: RecoveryCodeId | null };

async function confirm(
  ports: ProofPorts,
  signedIn: SignedIn,
  { kind, text }: TypedProof,
  codeDevice: string | null,
  origin: RequestOrigin,
): Promise<Result<Confirmed, Exclude<ProofRefusal, 'step-up-required' | 'second-proof-required'>>> {
  const proving = (result: Result<unknown, Exclude<ProofRefusal, 'step-up-required' | 'second-proof-required'>>) =>
    result.ok ? accept({ proves: kind, recoveryCode: null }) : result;
  switch (kind) {
    case 'passkey': {
      const result = await confirmPasskey(ports, signedIn, text, origin);
      return result.ok ? accept({ proves: result.value, recoveryCode: null }) : result;
    }
    case 'recovery-code': {
      const result = await checkRecoveryCode(ports, signedIn, text, origin);
      return result.ok ? accept({ proves: kind, recoveryCode: result.value }) : result;
    }
    case 'password':
      return proving(await confirmPassword(ports, signedIn, text, origin));
    case 'one-time-password':
      return proving(await confirmDevice(ports, signedIn, { typed: text, instanceId: codeDevice }, origin));
    case 'mailed-code':
      return proving(await confirmMailedCode(ports, signedIn, text, origin));
  }
}

/** Whether an action requires more of this user because they are enrolled. Looked up only if it makes a difference. */
export async function isEnrolledFor(
  ports: ProofPorts,
  user: Pick<User, 'userId' | 'domain' | 'roles'>,
  action: ProtectedAction,
): Promise<boolean> {
  return dependsOnEnrolment(action) && ports.staff.level !== 'open' && (await isEnrolled(ports, user));
}

/** Whether the user has a factor that a stolen password does not include, or is past the deadline for a first one. */
export async function isEnrolled(
  ports: Pick<ProofPorts, 'passkeys' | 'staff' | 'staffEnrolment'> & { devices: Pick<VouchingDevices, 'hasAny'> },
  user: Pick<User, 'userId' | 'domain' | 'roles'>,
): Promise<boolean> {
  if (await isEnrolmentOver(ports, user)) return true;
  return (await ports.passkeys.store.list(user)).length > 0 || ports.devices.hasAny(user);
}

async function confirmDevice(
  ports: ProofPorts,
  { session, user }: SignedIn,
  input: TypedOneTimePassword,
  origin: RequestOrigin,
): Promise<Result<null, DeviceProofRefusal>> {
  const verified = await ports.devices.verifyOneTimePassword(user, input, origin);
  if (!verified.ok) return verified;
  await ports.sessions.prove(session.id, 'one-time-password', ports.clock.now());
  await ports.audit.append({ type: 'proof-given', proof: 'one-time-password', ...ownContext(user, origin) });
  return accept(null);
}

async function confirmMailedCode(
  { mailedCodes, sessions, audit, clock }: ProofPorts,
  signedIn: SignedIn,
  input: string,
  origin: RequestOrigin,
): Promise<Result<null, 'mailed-code-wrong'>> {
  if (!(await mailedCodes?.check(signedIn, input, origin))) return refuse('mailed-code-wrong');
  await sessions.prove(signedIn.session.id, 'mailed-code', clock.now());
  await audit.append({ type: 'proof-given', proof: 'mailed-code', ...ownContext(signedIn.user, origin) });
  return accept(null);
}

/** @property codeDevices see `VouchingSummary`; empty where no one-time password is offered */
type OfferedProofs = { ways: ProofWay[]; trustedNext: Date | null; codeDevices: readonly CodeDevice[] };

/**
 * How the user can supply a missing proof, in the order in which to offer the ways.
 * @param missing from `checkProofs`
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
