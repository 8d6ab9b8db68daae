import type { SignedIn } from '../sessions/session';
import { policyFor, type ProofPorts, type UsedUp } from './check-proofs';
import { hasProof, type ProofKind } from './proof';

/**
 * Whether a session may see the image of its user's pending activation: it has, of any age, the proofs that starting
 * one takes. Otherwise a thief with the password could wait until the user starts one, and scan it first.
 */
export function mayReveal(ports: ProofPorts, signedIn: SignedIn): Promise<boolean> {
  return mayFinish(ports, signedIn, 'bind-device');
}

/** In the session that has used one up: a recovery code, or a device that it had just activated. */
const USED_UP: readonly ProofKind[] = ['recovery-code', 'activated-device'];

/**
 * Whether a session has, of any age, the proofs that binding takes now. A session that began with the password while
 * the user had no authenticator cannot finish with it once they have a device or a passkey.
 * @param usedUp receives a voucher that is still to be used up; null if none may be
 */
export async function mayFinish(
  ports: ProofPorts,
  signedIn: SignedIn,
  action: 'bind-device' | 'add-passkey',
  usedUp: UsedUp | null = null,
): Promise<boolean> {
  const { proofs } = signedIn.session;
  const now = ports.clock.now();
  // Consumed by the start, in this session, for the activation alone.
  const usedByStart = action === 'bind-device' ? USED_UP.filter((kind) => hasProof(proofs, [kind], Infinity, now)) : [];
  const findMissing = await policyFor(ports, signedIn, {
    action,
    given: new Set(usedByStart),
    usedUp,
    maximumAgeMs: Infinity,
    provedSince: null,
  });
  return (await findMissing()).length === 0;
}
