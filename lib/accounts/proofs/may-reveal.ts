import type { SignedIn } from '../sessions/session';
import { policyFor, type HeldProofs, type ProofPorts } from './check-proofs';
import { hasProof, type ProofKind } from './proof';

/**
 * Whether a session may see the image of its user's pending activation: it has, of any age, the proofs that starting
 * one takes. Otherwise a thief with the password could wait until the user starts one, and scan it first.
 */
export async function mayReveal(ports: ProofPorts, signedIn: SignedIn): Promise<boolean> {
  // Consumed by the start, in this session, for the activation alone.
  const usedByStart = USED_UP.filter((kind) => hasProof(signedIn.session.proofs, [kind], Infinity, ports.clock.now()));
  const demand = { action: 'bind-device', ...OF_ANY_AGE, mayVouch: false } as const;
  const judge = await policyFor(ports, signedIn, demand);
  return (await judge({ given: new Set(usedByStart), voucher: null })).missing.length === 0;
}

/** In the session that has used one up: a recovery code, or a device that it had just activated. */
const USED_UP: readonly ProofKind[] = ['recovery-code', 'activated-device'];

const OF_ANY_AGE = { maximumAgeMs: Infinity, provedSince: null };

/**
 * Whether a session has, of any age, the proofs that a passkey takes now. A session that began with the password while
 * the user had no authenticator cannot finish with it once they have a device or a passkey.
 * @returns with a voucher that is still to be used up, if it counts; null if something is missing
 */
export async function findPasskeyPermission(
  ports: ProofPorts,
  signedIn: SignedIn,
): Promise<Pick<HeldProofs, 'voucher'> | null> {
  const judge = await policyFor(ports, signedIn, { action: 'add-passkey', ...OF_ANY_AGE, mayVouch: true });
  const { missing, held } = await judge({ given: new Set(), voucher: null });
  return missing.length === 0 ? held : null;
}
