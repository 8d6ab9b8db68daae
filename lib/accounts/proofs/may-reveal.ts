import type { SignedIn } from '../sessions/session';
import { isByInvitation, isEnrolledFor, type ProofPorts } from './check-proofs';
import { missingProof } from './proof-policy';
import type { ProofKind } from './proof';

/**
 * Whether a session may see the image of its user's pending activation: it has, of any age, the proofs that starting one
 * takes. Otherwise whoever has the password would wait until the user starts one, and scan it first.
 */
export function mayReveal(ports: ProofPorts, signedIn: SignedIn): Promise<boolean> {
  return mayFinish(ports, signedIn, 'bind-device');
}

/**
 * Whether a session has, of any age, the proofs that binding takes now. What the password began while the user had nothing
 * is not finished with it once they have a device or a passkey.
 */
export async function mayFinish(
  ports: ProofPorts,
  signedIn: SignedIn,
  action: 'bind-device' | 'add-passkey',
): Promise<boolean> {
  const { session, user } = signedIn;
  const given = new Set<ProofKind>();
  // Used up by the start, in this session.
  if (session.proofs['recovery-code']) given.add('recovery-code');
  const about = {
    level: ports.staff.level,
    proofs: session.proofs,
    given,
    isEnrolled: await isEnrolledFor(ports, user, action),
    isExemptStaff: false,
    maximumAgeMs: Infinity,
    provedSince: null,
  };
  const missing = missingProof(action, about, ports.clock.now());
  if (missing === null || !(await isByInvitation(ports, signedIn, missing, given))) return missing === null;
  given.add('invitation');
  return missingProof(action, about, ports.clock.now()) === null;
}
