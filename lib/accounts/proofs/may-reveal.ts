import type { SignedIn } from '../sessions/session';
import { policyFor, type ProofPorts } from './check-proofs';
import type { ProofKind } from './proof';

/**
 * Whether a session may see the image of its user's pending activation: it has, of any age, the proofs that starting
 * one takes. Otherwise a thief with the password could wait until the user starts one, and scan it first.
 */
export function mayReveal(ports: ProofPorts, signedIn: SignedIn): Promise<boolean> {
  return mayFinish(ports, signedIn, 'bind-device');
}

/**
 * Whether a session has, of any age, the proofs that binding takes now. A session that began with the password while
 * the user had no authenticator cannot finish with it once they have a device or a passkey.
 */
export async function mayFinish(
  ports: ProofPorts,
  signedIn: SignedIn,
  action: 'bind-device' | 'add-passkey',
): Promise<boolean> {
  // Consumed by the start, in this session.
  const proofs = new Set<ProofKind>(signedIn.session.proofs['recovery-code'] ? ['recovery-code'] : []);
  const findMissing = await policyFor(ports, signedIn, {
    action,
    given: proofs,
    maximumAgeMs: Infinity,
    provedSince: null,
  });
  return (await findMissing()) === null;
}
