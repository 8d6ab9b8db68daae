import { accept, refuse, type Result } from '../../../shared/result';
import {
  computeMultiplier,
  computePrivateKey,
  computeScrambling,
  computeSession,
  isAcceptablePublicKey,
  type SrpSession,
} from './srp';
import type { SrpParameters } from './srp-parameters';

/* The phone's side of SRP-6a; the symbols are those of `srp.ts`. */

/** @param a at least 256 random bits (RFC 5054 §3.1) */
export function computeClientPublicKey({ group, power }: SrpParameters, a: bigint): bigint {
  // A = g^a mod N
  return power(group.g, a, group.N);
}

export type ClientInput = { I: string; P: string; s: Uint8Array; a: bigint; A: bigint; B: bigint };

/** S as the client computes it, below N. B is refused when it is a multiple of N, or when u is zero. */
export async function computeClientPremaster(
  parameters: SrpParameters,
  { I, P, s, a, A, B }: ClientInput,
): Promise<Result<bigint, 'invalid-public-key'>> {
  const { group, power } = parameters;
  const { N, g } = group;
  if (!isAcceptablePublicKey(group, B)) return refuse('invalid-public-key');
  const k = await computeMultiplier(parameters);
  const u = await computeScrambling(parameters, A, B);
  if (u === 0n) return refuse('invalid-public-key');
  const x = await computePrivateKey(parameters, I, P, s);
  // S = (B - (k * g^x)) ^ (a + (u * x)) mod N, with a multiple of N added to stay positive
  const base = (((B - k * power(g, x, N)) % N) + N) % N;
  return accept(power(base, a + u * x, N));
}

/** Session key and both evidence messages as the client expects them. */
export async function computeClientSession(
  parameters: SrpParameters,
  input: ClientInput,
): Promise<Result<SrpSession, 'invalid-public-key'>> {
  const S = await computeClientPremaster(parameters, input);
  if (!S.ok) return S;
  const { I, s, A, B } = input;
  return accept(await computeSession(parameters, { I, s, A, B, S: S.value }));
}
