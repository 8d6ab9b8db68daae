import { expect, test } from 'vitest';
import { sha1 } from '@/lib/wire/crypto/hash';
import { raiseWithBigInt } from '@/lib/wire/crypto/srp/modular-exponentiation';
import { computeMultiplier, computePrivateKey, computeScrambling } from '@/lib/wire/crypto/srp/srp';
import { computeClientPremaster, computeClientPublicKey } from '@/lib/wire/crypto/srp/srp-client';
import { computeServerPremaster, computeServerPublicKey, computeVerifier } from '@/lib/wire/crypto/srp/srp-server';
import { bytesFromHex } from '@/lib/shared/bytes';
import vector from '../../../vectors/rfc5054-appendix-b.json' with { type: 'json' };

const number = (hex: string) => BigInt(`0x${hex}`);
const parameters = {
  group: { N: number(vector.N), g: number(vector.g), byteLength: 128 },
  H: sha1,
  power: raiseWithBigInt,
};
const { I, P } = vector;
const s = bytesFromHex(vector.s);
const [a, A, b, B, v] = [number(vector.a), number(vector.A), number(vector.b), number(vector.B), number(vector.v)];

test('RFC 5054 appendix B: k', async () => {
  expect(await computeMultiplier(parameters)).toBe(number(vector.k));
});

test('RFC 5054 appendix B: x', async () => {
  expect(await computePrivateKey(parameters, I, P, s)).toBe(number(vector.x));
});

test('RFC 5054 appendix B: v', async () => {
  expect(await computeVerifier(parameters, I, P, s)).toBe(v);
});

test('RFC 5054 appendix B: A', () => {
  expect(computeClientPublicKey(parameters, a)).toBe(A);
});

test('RFC 5054 appendix B: B', async () => {
  expect(await computeServerPublicKey(parameters, v, b)).toBe(B);
});

test('RFC 5054 appendix B: u', async () => {
  expect(await computeScrambling(parameters, A, B)).toBe(number(vector.u));
});

test("RFC 5054 appendix B: the client's premaster secret", async () => {
  expect(await computeClientPremaster(parameters, { I, P, s, a, A, B })).toEqual({ ok: true, value: number(vector.S) });
});

test("RFC 5054 appendix B: the server's premaster secret", async () => {
  expect(await computeServerPremaster(parameters, { I, s, v, b, A, B })).toEqual({ ok: true, value: number(vector.S) });
});
