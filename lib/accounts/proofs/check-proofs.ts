import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { ProofWay } from '../../shared/form-state';
import { accept, refuse, type Result } from '../../shared/result';
import type { AccessPorts } from '../access-ports';
import type { SignedIn } from '../sessions/session';
import type { PasswordRefused } from '../sign-in/check-password';
import { confirmPassword } from '../sign-in/confirm-password';
import type { ProofKind } from './proof';
import { missingProof, type ProtectedAction } from './proof-policy';
import { needsStaffProof, type StaffPolicy } from './staff-proof';

/** A one-time password that no device of the user accepts; `too-many-attempts` if the budget is used up. */
export type DeviceProofRefusal =
  'not-a-one-time-password' | 'one-time-password-wrong' | 'already-used' | 'too-many-attempts';

/** PORT: the devices that can vouch for a user. Every method throws `GatewayError` if the gateway fails. */
export interface VouchingDevices {
  /** In any state, so that locking the only device does not open the way of a first one. */
  hasAny(user: UserKey): Promise<boolean>;
  /** Whether a one-time password of one of them can be checked. */
  takesOneTimePassword(user: UserKey): Promise<boolean>;
  /** Checks a one-time password against each usable device. */
  verifyOneTimePassword(user: UserKey, typed: string, origin: RequestOrigin): Promise<Result<null, DeviceProofRefusal>>;
}

/** For actions that need proofs. */
export type ProofPorts = AccessPorts & { devices: VouchingDevices; staff: StaffPolicy };

/** What a form brings along; null or empty for a field that it has not. */
export type TypedProofs = { password: string | null; oneTimePassword: string | null };

export type ProofRefusal =
  'step-up-required' | 'second-proof-required' | PasswordRefused | Exclude<DeviceProofRefusal, 'too-many-attempts'>;

/**
 * Permits an action if the session has the proofs that the policy wants, or if what was typed gives them, which then
 * counts for the whole session. What is not needed is not looked at.
 * @param given proofs that the caller knows of and the session does not keep
 */
export async function checkProofs(
  ports: ProofPorts,
  signedIn: SignedIn,
  { action, given = [] }: { action: ProtectedAction; given?: readonly ProofKind[] },
  typed: TypedProofs,
  origin: RequestOrigin,
): Promise<Result<null, ProofRefusal>> {
  const { session, user } = signedIn;
  const known = new Set(given);
  const { settings, staff } = ports;
  const { level } = staff;
  const isExemptStaff = !needsStaffProof(staff, user);
  const asked = { level, isExemptStaff, hasDevice: await countsDevices(ports, user, action) };
  for (;;) {
    const about = { ...asked, proofs: session.proofs, given: known, maximumAgeMs: settings.stepUpAgeMs };
    const missing = missingProof(action, about, ports.clock.now());
    if (missing === null) return accept(null);
    const proof = ({ identity: 'password', second: 'one-time-password' } as const)[missing.what];
    const text = proof === 'password' ? typed.password : typed.oneTimePassword;
    if (!text || known.has(proof)) {
      const refusal = missing.what === 'identity' ? 'step-up-required' : 'second-proof-required';
      if (refusal === 'second-proof-required')
        await ports.audit.append({ type: 'proof-missing', action, ...ownContext(user, origin) });
      return refuse(refusal);
    }
    const checked =
      proof === 'password'
        ? await confirmPassword(ports, signedIn, text, origin)
        : await confirmDevice(ports, signedIn, text, origin);
    if (!checked.ok) return checked;
    known.add(proof);
  }
}

/** Asks the gateway only where it makes a difference. */
async function countsDevices(
  { staff: { level }, devices }: ProofPorts,
  user: UserKey,
  action: ProtectedAction,
): Promise<boolean> {
  return action === 'bind-device' && level !== 'open' && devices.hasAny(user);
}

async function confirmDevice(
  ports: ProofPorts,
  { session, user }: SignedIn,
  typed: string,
  origin: RequestOrigin,
): Promise<Result<null, DeviceProofRefusal>> {
  const verified = await ports.devices.verifyOneTimePassword(user, typed, origin);
  if (!verified.ok) return verified;
  await ports.sessions.prove(session.id, 'one-time-password', ports.clock.now());
  await ports.audit.append({ type: 'proof-given', proof: 'one-time-password', ...ownContext(user, origin) });
  return accept(null);
}

/** In the order in which to offer them. @param hasPhoneSignIn whether the gateway can challenge phones */
export async function proofWays(
  { devices }: Pick<ProofPorts, 'devices'>,
  user: UserKey,
  hasPhoneSignIn: boolean,
): Promise<ProofWay[]> {
  const hasDevice = await devices.hasAny(user);
  return [
    ...(hasDevice && hasPhoneSignIn ? (['phone'] as const) : []),
    ...(hasDevice && (await devices.takesOneTimePassword(user)) ? (['one-time-password'] as const) : []),
    'helpdesk',
  ];
}
