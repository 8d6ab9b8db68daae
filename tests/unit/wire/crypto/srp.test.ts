import * as fc from 'fast-check';
import { SRPParameters, SRPRoutines } from 'tssrp6a';
import { expect, test } from 'vitest';
import { bigIntegerFromBytes, bytesFromBigInteger } from '@/lib/wire/crypto/big-integer';
import { raiseWithBigInt } from '@/lib/wire/crypto/srp/modular-exponentiation';
import { computeMultiplier, computeScrambling } from '@/lib/wire/crypto/srp/srp';
import { computeClientPremaster, computeClientPublicKey, computeClientSession } from '@/lib/wire/crypto/srp/srp-client';
import { srpParameters, GROUP_2048 } from '@/lib/wire/crypto/srp/srp-parameters';
import { computeServerPublicKey, computeServerSession, computeVerifier } from '@/lib/wire/crypto/srp/srp-server';
import { concatBytes, utf8 } from '@/lib/shared/bytes';

const parameters = srpParameters(raiseWithBigInt);
const { N } = GROUP_2048;
const privateKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bigIntegerFromBytes(bytes) | 1n);
const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });

test('both sides of SRP end with the same key and evidence, for any credentials and keys', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, salt, privateKey, privateKey, async (I, P, s, a, b) => {
      const v = await computeVerifier(parameters, I, P, s);
      const A = computeClientPublicKey(parameters, a);
      const B = await computeServerPublicKey(parameters, v, b);
      const client = await computeClientSession(parameters, { I, P, s, a, A, B });
      const server = await computeServerSession(parameters, { I, s, v, b, A, B });
      expect(client.ok).toBe(true);
      expect(client).toEqual(server);
    }),
    { numRuns: 20 },
  );
});

test('an independent library computes the same v, A, B, k, u and S', async () => {
  const other = new SRPRoutines(new SRPParameters(SRPParameters.PrimeGroup[2048], SRPParameters.H['SHA256']));
  await fc.assert(
    fc.asyncProperty(text, text, salt, privateKey, privateKey, async (I, P, s, a, b) => {
      // The library hashes the password alone and the salt as a number; giving it our inner hash makes x the same thing.
      const inner = await parameters.H(utf8(`${I}:${P}`));
      fc.pre(s[0] !== 0);
      const x = await other.computeXStep2(bigIntegerFromBytes(s), inner.buffer);
      const v = await computeVerifier(parameters, I, P, s);
      expect(v).toBe(other.computeVerifier(x));

      const k = await computeMultiplier(parameters);
      expect(k).toBe(await other.computeK());
      const A = computeClientPublicKey(parameters, a);
      expect(A).toBe(other.computeClientPublicValue(a));
      const B = await computeServerPublicKey(parameters, v, b);
      const u = await computeScrambling(parameters, A, B);
      expect(u).toBe(await other.computeU(A, B));
      const S = await computeClientPremaster(parameters, { I, P, s, a, A, B });
      expect(S).toEqual({ ok: true, value: other.computeClientSessionKey(k, x, u, a, B) });
    }),
    { numRuns: 10 },
  );
});

test.each([
  ['zero', 0n],
  ['N', N],
  ['a multiple of N', 2n * N],
])("threat: a client's public key of %s would fix the secret, so it is refused", async (_, A) => {
  const server = await computeServerSession(parameters, { I: 'I', s: new Uint8Array(16), v: 3n, b: 5n, A, B: 7n });
  expect(server).toEqual({ ok: false, refusal: 'invalid-public-key' });
});

test.each([
  ['zero', 0n],
  ['N', N],
])("threat: a server's public key of %s is refused", async (_, B) => {
  const client = await computeClientSession(parameters, { I: 'I', P: 'P', s: new Uint8Array(16), a: 5n, A: 32n, B });
  expect(client).toEqual({ ok: false, refusal: 'invalid-public-key' });
});

test('another password gives other evidence', async () => {
  const s = new Uint8Array(16);
  const v = await computeVerifier(parameters, 'I', 'right', s);
  const A = computeClientPublicKey(parameters, 5n);
  const B = await computeServerPublicKey(parameters, v, 7n);
  const client = await computeClientSession(parameters, { I: 'I', P: 'wrong', s, a: 5n, A, B });
  const server = await computeServerSession(parameters, { I: 'I', s, v, b: 7n, A, B });
  expect(client.ok && server.ok && client.value.M1).not.toEqual(server.ok && server.value.M1);
});

function pad(value: bigint) {
  return bytesFromBigInteger(value, 256);
}

test('the evidence follows its formulas to the byte', async () => {
  const { H, group } = parameters;
  const s = new Uint8Array(16).fill(9);
  const v = await computeVerifier(parameters, 'I', 'P', s);
  const A = computeClientPublicKey(parameters, 5n);
  const B = await computeServerPublicKey(parameters, v, 7n);
  const session = await computeServerSession(parameters, { I: 'I', s, v, b: 7n, A, B });
  const premaster = await computeClientPremaster(parameters, { I: 'I', P: 'P', s, a: 5n, A, B });
  if (!session.ok || !premaster.ok) throw new Error('refused');
  const K = await H(pad(premaster.value));
  const hashOfG = await H(Uint8Array.of(2));
  const groupHash = (await H(pad(group.N))).map((byte, index) => byte ^ (hashOfG[index] ?? 0));
  const M1 = await H(concatBytes(groupHash, await H(utf8('I')), s, pad(A), pad(B), K));
  expect(session.value).toEqual({ K, M1, M2: await H(concatBytes(pad(A), M1, K)) });
});
