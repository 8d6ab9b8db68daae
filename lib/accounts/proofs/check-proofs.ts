import { ownContext } from '../../audit/audit-context';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { PasskeyPorts, ProviderPorts } from '../account-ports';
import { checkRecoveryCode, type RecoveryCodeRefusal } from '../recovery/check-recovery-code';
import type { RecoveryCodeId } from '../recovery/recovery-code';
import type { RecoveryCodeStore } from '../recovery/recovery-code-store';
import { confirmPasskey } from '../passkeys/prove-with-passkey';
import type { PasskeyRefusal } from '../passkeys/refuse-passkey';
import type { SignedIn } from '../sessions/session';
import type { PasswordRefused } from '../sign-in/check-password';
import { confirmPassword } from '../sign-in/confirm-password';
import { findBackupVoucher, type BackupVouchers } from './backup-voucher';
import type { MailedCodes } from './mailed-codes';
import type { OpenInvitations } from './open-invitations';
import type { DeviceProofRefusal, TypedOneTimePassword, VouchingDevices } from './vouching-devices';
import type { ProofKind } from './proof';
import {
  dependsOnEnrolment,
  missingProofs,
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
  const demand = { action, maximumAgeMs: ports.settings.stepUpAgeMs, provedSince, mayVouch: true };
  const judge = await policyFor(ports, signedIn, demand);
  let held: HeldProofs = { given: new Set(given), voucher: null };
  let recoveryCode: RecoveryCodeId | null = null;
  const kindsTried = new Set<TypedProof['kind']>();
  for (;;) {
    const judgement = await judge(held);
    const { voucher, given: counted } = judgement.held;
    const [missing] = judgement.missing;
    if (!missing) {
      if (voucher !== null)
        await ports.audit.append({ type: 'proof-given', proof: 'activated-device', ...ownContext(user, origin) });
      return accept({ recoveryCode, voucher });
    }
    const proof = typedProof(missing, proofs, kindsTried);
    // Nothing was tried, so nothing is recorded: a form that asks for a proof is no event of the account.
    if (proof === null) return refuse(missing.what === 'identity' ? 'step-up-required' : 'second-proof-required');
    const result = await confirm(ports, signedIn, proof, proofs.codeDevice, origin);
    if (!result.ok) return result;
    kindsTried.add(proof.kind);
    held = { voucher, given: new Set([...counted, result.value.proves]) };
    recoveryCode = result.value.recoveryCode ?? recoveryCode;
  }
}

/**
 * What permits an action once, and is used up in the transaction that carries it out.
 * @property voucher the activation whose device vouches; see `findBackupVoucher`
 */
export type UsedUp = { recoveryCode: RecoveryCodeId | null; voucher: ActivationId | null };

export const NOTHING_USED_UP: Readonly<UsedUp> = { recoveryCode: null, voucher: null };

/**
 * What counts besides the session's proofs.
 * @property voucher the activation whose device vouches; see `findBackupVoucher`
 */
export type HeldProofs = { given: ReadonlySet<ProofKind>; voucher: ActivationId | null };

/** @property missing in the order in which to ask for it @property held with what the session turned out to hold */
type Judgement = { missing: readonly Need[]; held: HeldProofs };

/**
 * The policy for one action of one session, which judges what is held so far. An invitation that the session holds counts
 * too, and a device that it has activated; both are looked up only if they make a difference.
 * @param demand.mayVouch whether such a device may
 */
export async function policyFor(
  ports: ProofPorts,
  signedIn: SignedIn,
  demand: Pick<ProofCircumstances, 'maximumAgeMs' | 'provedSince'> & { action: ProtectedAction; mayVouch: boolean },
): Promise<(held: HeldProofs) => Promise<Judgement>> {
  const { session, user } = signedIn;
  const { staff, clock, heldInvitations } = ports;
  const { action, mayVouch, maximumAgeMs, provedSince } = demand;
  const circumstances = {
    maximumAgeMs,
    provedSince,
    level: staff.level,
    proofs: session.proofs,
    isEnrolled: await isEnrolledFor(ports, user, action),
    isExemptStaff: !needsStaffProof(staff, user),
  };
  return async function judge(held) {
    const missing = missingProofs(action, { ...circumstances, given: held.given }, clock.now());
    for (const need of missing) {
      const more = await findHeld(need, held);
      if (more) return judge(more);
    }
    return { missing, held };
  };

  /** @returns what is held with what was found that counts; null for nothing more */
  async function findHeld({ anyOf }: Need, { given, voucher }: HeldProofs): Promise<HeldProofs | null> {
    if (anyOf.includes('invitation') && !given.has('invitation') && (await heldInvitations.isHeldBy(signedIn)))
      return { voucher, given: new Set([...given, 'invitation']) };
    if (!mayVouch || !anyOf.includes('activated-device') || given.has('activated-device')) return null;
    const found = await findBackupVoucher(ports, signedIn, action === 'bind-device');
    return found && { voucher: found, given: new Set([...given, 'activated-device']) };
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
