import { createDiffieHellman, type DiffieHellman, createHash } from 'node:crypto';
import { bigIntegerFromBytes, bytesFromBigInteger } from '../../../wire/crypto/big-integer';
import { raiseWithBigInt, type ModularExponentiation } from '../../../wire/crypto/srp/modular-exponentiation';
import { GROUP_2048, type PrimeGroup, type SrpParameters } from '../../../wire/crypto/srp/srp-parameters';
import type { Hash } from '../../../wire/crypto/hash';

/**
 * Exponentiation by OpenSSL for one group: several times as fast as BigInt, and constant-time in the exponent. The
 * Diffie-Hellman object is created once, at its first use, because OpenSSL then tests the prime for a fifth of a
 * second.
 */
export function createOpenSslExponentiation({ N, g, byteLength }: PrimeGroup): ModularExponentiation {
  let group: DiffieHellman | undefined;
  return (base, exponent, modulus) => {
    // OpenSSL rejects 1 and N - 1 as public keys, and is bound to this modulus.
    if (modulus !== N || base <= 1n || base >= N - 1n || exponent === 0n)
      return raiseWithBigInt(base, exponent, modulus);
    const diffieHellman = (group ??= createDiffieHellman(
      bytesFromBigInteger(N, byteLength),
      bytesFromBigInteger(g, 1),
    ));
    diffieHellman.setPrivateKey(bytesFromBigInteger(exponent, byteLengthOf(exponent)));
    return bigIntegerFromBytes(diffieHellman.computeSecret(bytesFromBigInteger(base, byteLength)));
  };
}

function byteLengthOf(value: bigint): number {
  return Math.ceil(value.toString(16).length / 2);
}

/** Synchronous SHA-256: Web Crypto's detour through another thread takes longer than hashing a few hundred bytes. */
export const sha256WithOpenSsl: Hash = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Promise.resolve(new Uint8Array(hash.digest()));
};

/** SRP on the gateway's side: one for the process, because the prime is tested for each exponentiation that is created. */
export const GATEWAY_SRP: SrpParameters = {
  group: GROUP_2048,
  H: sha256WithOpenSsl,
  power: createOpenSslExponentiation(GROUP_2048),
};
