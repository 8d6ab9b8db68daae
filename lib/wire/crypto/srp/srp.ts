import { utf8, type Bytes } from '../../../shared/bytes';
import { bigIntegerFromBytes, bytesFromBigInteger } from '../big-integer';
import type { SrpParameters, PrimeGroup } from './srp-parameters';

/*
 * SRP-6a (RFC 2945, RFC 5054), what both sides compute. Symbols:
 *
 *   N g     prime and generator of the group        H    hash function
 *   I P s   identity, password, salt                x    private key made of them
 *   a A     client's ephemeral private, public key  b B  server's ephemeral private, public key
 *   k u     multiplier, scrambling parameter        v    verifier, all that a server keeps of a password
 *   S K     premaster secret, session key           M1 M2  evidence of the client, of the server
 *
 * `|` joins bytes. PAD fills up to the length of N. I and P are UTF-8.
 */

/** Validates a received public key: a multiple of N would fix S whatever the password (RFC 5054 §2.5.3, §2.5.4). */
export function isAcceptablePublicKey({ N }: PrimeGroup, publicKey: bigint): boolean {
  return publicKey % N !== 0n;
}

export async function computeMultiplier({ group, H }: SrpParameters): Promise<bigint> {
  const { N, g, byteLength } = group;
  // k = H(N | PAD(g))
  return bigIntegerFromBytes(await H(bytesFromBigInteger(N, byteLength), bytesFromBigInteger(g, byteLength)));
}

export async function computeScrambling({ group, H }: SrpParameters, A: bigint, B: bigint): Promise<bigint> {
  // u = H(PAD(A) | PAD(B))
  return bigIntegerFromBytes(
    await H(bytesFromBigInteger(A, group.byteLength), bytesFromBigInteger(B, group.byteLength)),
  );
}

export async function computePrivateKey({ H }: SrpParameters, I: string, P: string, s: Uint8Array): Promise<bigint> {
  // x = H(s | H(I ":" P))
  return bigIntegerFromBytes(await H(s, await H(utf8(`${I}:${P}`))));
}

/** The result for two sides with the same S. */
export type SrpSession = { readonly K: Bytes; readonly M1: Bytes; readonly M2: Bytes };

/**
 * RFC 2945 §3 with a plain hash for K.
 * @param s salt as sent
 * @param S premaster secret, below N
 */
export async function computeSession(
  { group, H }: SrpParameters,
  { I, s, A, B, S }: { I: string; s: Uint8Array; A: bigint; B: bigint; S: bigint },
): Promise<SrpSession> {
  const { N, g, byteLength } = group;
  const paddedA = bytesFromBigInteger(A, byteLength);
  const paddedB = bytesFromBigInteger(B, byteLength);
  // K = H(PAD(S))
  const K = await H(bytesFromBigInteger(S, byteLength));
  const hashOfN = await H(bytesFromBigInteger(N, byteLength));
  const hashOfG = await H(bytesFromBigInteger(g, 1));
  const groupHash = hashOfN.map((byte, index) => byte ^ (hashOfG[index] ?? 0));
  // M1 = H(H(N) xor H(g) | H(I) | s | PAD(A) | PAD(B) | K)
  const M1 = await H(groupHash, await H(utf8(I)), s, paddedA, paddedB, K);
  // M2 = H(PAD(A) | M1 | K)
  const M2 = await H(paddedA, M1, K);
  return { K, M1, M2 };
}
