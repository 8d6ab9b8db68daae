import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import type { LinkResult, ResultKeyStore } from '@/lib/helpdesk/activation-links/result-signer';
import { StoredResultSigner } from '@/lib/helpdesk/activation-links/stored-result-signer';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { PrismaResultKeyStore } from '@/lib/database/tables/activation-links/prisma-result-key-store';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../../support/databases/databases';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { PUBLIC_URL } from '../../../support/doubles/fake-activation-links';

const ring = (byte: number) => new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(byte) }]);

const parse = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

forEachDatabase((_name, open) => {
  let database: Database;
  let store: ResultKeyStore;
  let clock: FakeClock;

  beforeAll(async () => {
    database = await open();
    store = new PrismaResultKeyStore(database.client);
  });

  beforeEach(async () => {
    await database.client.resultKey.deleteMany();
    clock = new FakeClock();
  });

  const replica = (encrypter = ring(9)) => new StoredResultSigner({ store, encrypter, clock }, PUBLIC_URL);
  const result = (): LinkResult => ({
    linkId: `lnk-${'1'.repeat(32)}` as ActivationLinkId,
    serviceAccountId: `sva-${'2'.repeat(32)}` as ServiceAccountId,
    callerState: 'state',
    activationId: null,
    outcome: 'not-started',
    at: clock.now(),
  });
  const kids = async () => (await replica().publish()).keys.map(({ kid }) => kid);

  async function isGenuine(jws: string): Promise<boolean> {
    const [header, claims, signature = ''] = jws.split('.');
    const { keys } = await replica().publish();
    const jwk = keys.find(({ kid }) => kid === parse(header)['kid']);
    if (!jwk) return false;
    const key = createPublicKey({ key: { ...jwk, key_ops: ['verify'] }, format: 'jwk' });
    const signed = Buffer.from(`${header}.${claims}`);
    return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  }

  /** Another key is due, has been made, and has begun. */
  async function turn(): Promise<void> {
    clock.pass(90 * DAY);
    await replica().rotate();
    clock.pass(HOUR);
    await replica().rotate();
  }

  describe('results', () => {
    it('a result is signed by a published key, for five minutes, with its type (RFC 7515, RFC 8725 §3.11)', async () => {
      const jws = await replica().sign(result());
      const [header, claims] = jws.split('.');
      expect(parse(header)).toEqual({ alg: 'ES256', typ: 'tessera-activation-result+jwt', kid: (await kids())[0] });
      const iat = clock.now().getTime() / SECOND;
      expect(parse(claims)).toMatchObject({ iss: PUBLIC_URL, iat, exp: iat + (5 * MINUTE) / SECOND });
      expect(await isGenuine(jws)).toBe(true);
      expect(await isGenuine(jws.replace('.', '.e'))).toBe(false);
    });

    it('all replicas share one first key', async () => {
      await Promise.all([replica().sign(result()), replica().sign(result())]);
      expect(await kids()).toHaveLength(1);
    });

    it('a result is verified by keys cached before its key was added, and after that key was retired', async () => {
      const old = await replica().sign(result());
      clock.pass(90 * DAY);
      await replica().rotate();
      const listed = await kids();
      expect(listed).toHaveLength(2);
      expect(parse((await replica().sign(result())).split('.')[0])['kid']).toBe(listed[0]);
      clock.pass(HOUR);
      await replica().rotate();
      expect(parse((await replica().sign(result())).split('.')[0])['kid']).toBe(listed[1]);
      expect(await isGenuine(old)).toBe(true);
      clock.pass(DAY);
      expect(await kids()).toEqual([listed[1]]);
    });

    it('threat: a stolen database — signs nothing: private keys are encrypted, and erased once they sign no more', async () => {
      await replica().sign(result());
      await expect(replica(ring(7)).sign(result())).rejects.toThrow(/./);
      await turn();
      expect((await store.list()).map((key) => key.encryptedPrivateKey === null)).toEqual([true, false]);
      const { keys } = await replica().publish();
      expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['alg', 'crv', 'key_ops', 'kid', 'kty', 'use', 'x', 'y']);
    });
  });
});
