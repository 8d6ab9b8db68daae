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

/* The gateway's side of SRP-6a; the symbols are those of `srp.ts`. */

export async function computeVerifier(parameters: SrpParameters, I: string, P: string, s: Uint8Array): Promise<bigint> {
  const { group, power } = parameters;
  const x = await computePrivateKey(parameters, I, P, s);
  // v = g^x mod N
  return power(group.g, x, group.N);
}

/** @param b at least 256 random bits (RFC 5054 §3.1) */
export async function computeServerPublicKey(parameters: SrpParameters, v: bigint, b: bigint): Promise<bigint> {
  const { group, power } = parameters;
  const k = await computeMultiplier(parameters);
  // B = k*v + g^b mod N
  return (k * v + power(group.g, b, group.N)) % group.N;
}

export type ServerInput = { I: string; s: Uint8Array; v: bigint; b: bigint; A: bigint; B: bigint };

/** S as the server computes it, below N. A is refused when it is a multiple of N. */
export async function computeServerPremaster(
  parameters: SrpParameters,
  { v, b, A, B }: ServerInput,
): Promise<Result<bigint, 'invalid-public-key'>> {
  const { group, power } = parameters;
  const { N } = group;
  if (!isAcceptablePublicKey(group, A)) return refuse('invalid-public-key');
  const u = await computeScrambling(parameters, A, B);
  // S = (A * v^u) ^ b mod N
  return accept(power((A * power(v, u, N)) % N, b, N));
}

/** Session key and both evidence messages as the server expects them. */
export async function computeServerSession(
  parameters: SrpParameters,
  input: ServerInput,
): Promise<Result<SrpSession, 'invalid-public-key'>> {
  const S = await computeServerPremaster(parameters, input);
  if (!S.ok) return S;
  const { I, s, A, B } = input;
  return accept(await computeSession(parameters, { I, s, A, B, S: S.value }));
}
