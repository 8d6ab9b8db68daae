import { beforeAll, describe, expect, it } from 'vitest';
import { managerWordsContext } from '@/lib/helpdesk/caller-check/manager/manager-request';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { openDataKeys } from '@/lib/database/secrets/open-data-keys';
import { countEncrypted, reencrypt, retireKeys } from '@/lib/database/secrets/reencrypt';
import { copyContext, verifierContext } from '@/lib/devices/copies/device-copy';
import { ENCRYPTED_COLUMNS } from '@/lib/database/secrets/encrypted-columns';
import { challengeWordsContext } from '@/lib/gateways/embedded/engine/challenges/challenge';
import { pushSubscriptionContext } from '@/lib/gateways/embedded/engine/device-instance';
import { pushKeyContext } from '@/lib/messaging/phone-alerts/push-key';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';

const OLD = { id: 'old', key: new Uint8Array(32).fill(1) };
const NEW = { id: 'new', key: new Uint8Array(32).fill(2) };
const AT = new Date('2026-05-04T10:00:00Z');

forEachDatabase((_kind, open) => {
  let database: Database;
  const old = new KeyRing([OLD]);
  const both = new KeyRing([NEW, OLD]);

  beforeAll(async () => {
    database = await open();
    await openDataKeys(database.client, [OLD], old, AT);
    await fill(database, old);
  });

  it('threat: no column of encrypted values is forgotten when keys are changed', async () => {
    const rows = await database.client.$queryRaw<{ name: string }[]>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%encrypted%'`;
    expect(ENCRYPTED_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      rows.map(({ name }) => name).toSorted(),
    );
    const used = new Set((await countEncrypted(database.client)).map(({ table, column }) => `${table}.${column}`));
    expect([...used].toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  describe('encrypting everything under a new key', () => {
    it('a value that no key decrypts is left unchanged and reported', async () => {
      await database.client.outboxMessage.update({
        where: { id: 'msg-1' },
        data: { encryptedContent: 'v1.old.AAAA.AAAA' },
      });
      expect((await reencrypt(database.client, both, 'new')).unreadable).toBe(1);
      expect(await database.client.outboxMessage.findUnique({ where: { id: 'msg-1' } })).toMatchObject({
        encryptedContent: 'v1.old.AAAA.AAAA',
      });
      expect(await retireKeys(database.client, await countEncrypted(database.client), 'new', AT)).toEqual([]);
      const encryptedContent = await old.encrypt('mail', 'msg-1');
      await database.client.outboxMessage.update({ where: { id: 'msg-1' }, data: { encryptedContent } });
    });

    it('the re-encryption resumes after an interruption, in several batches, and leaves no value of the old key', async () => {
      await openDataKeys(database.client, [NEW, OLD], both, AT);
      const sealed = await Promise.all(Array.from({ length: 450 }, (_, n) => old.encrypt('x', `many-${n}`)));
      await database.client.outboxMessage.createMany({
        data: sealed.map((encryptedContent, n) => message(`many-${n}`, encryptedContent)),
      });
      const { reencrypted, unreadable } = await reencrypt(database.client, both, 'new');
      expect(unreadable).toBe(0);
      expect(reencrypted).toBeGreaterThanOrEqual(450);
      const counts = await countEncrypted(database.client);
      expect(counts.map(({ keyId }) => keyId)).toEqual(ENCRYPTED_COLUMNS.map(() => 'new'));
      expect(await reencrypt(database.client, both, 'new')).toEqual({ reencrypted: 0, unreadable: 0 });
    });

    it('the old key can be removed afterwards, and everything still decrypts', async () => {
      expect(await retireKeys(database.client, await countEncrypted(database.client), 'new', AT)).toEqual(['old']);
      const ring = new KeyRing([NEW]);
      await expect(openDataKeys(database.client, [NEW], ring, systemClock.now())).resolves.toBeDefined();
      const { encryptedContent } = await database.client.outboxMessage.findUniqueOrThrow({ where: { id: 'many-7' } });
      expect(await ring.decrypt(encryptedContent ?? '', 'many-7')).toBe('x');
      const key = await database.client.gatewayInstance.findFirstOrThrow();
      expect(await ring.decrypt(key.encryptedKey ?? '', 'instance VDS1000001-1 key')).toBe('instance');
    });

    it('the re-encryption does not overwrite a concurrent change', async () => {
      const before = await old.encrypt('before', 'msg-1');
      await database.client.outboxMessage.update({ where: { id: 'msg-1' }, data: { encryptedContent: before } });
      const after = await both.encrypt('after', 'msg-1');
      const interrupted = {
        encrypt: (text: string, context: string) => both.encrypt(text, context),
        async decrypt(value: string, context: string) {
          await database.client.outboxMessage.update({ where: { id: 'msg-1' }, data: { encryptedContent: after } });
          return both.decrypt(value, context);
        },
      };
      expect(await reencrypt(database.client, interrupted, 'new')).toEqual({ reencrypted: 0, unreadable: 0 });
      expect(await database.client.outboxMessage.findUnique({ where: { id: 'msg-1' } })).toMatchObject({
        encryptedContent: after,
      });
    });
  });
});

function message(id: string, encryptedContent: string) {
  return {
    id,
    channel: 'mail',
    kind: 'test',
    destination: 'x',
    state: 'pending',
    queuedAt: AT,
    dueAt: AT,
    encryptedContent,
  };
}

/** One value of every kind, as the product seals it. */
async function fill({ client }: Database, ring: KeyRing): Promise<void> {
  await client.outboxMessage.create({ data: message('msg-1', await ring.encrypt('mail', 'msg-1')) });
  const activation = { domain: 'example.org', version: 0, requestedAt: AT, expiresAt: AT };
  await client.activation.create({
    data: {
      ...activation,
      id: 'act-1',
      userId: 'jane',
      state: 'requested',
      encryptedCredential: await ring.encrypt('password', 'credential of act-1'),
    },
  });
  await client.activation.create({
    data: {
      ...activation,
      id: 'act-2',
      userId: 'john',
      state: 'issued',
      encryptedPayload: await ring.encrypt('payload', 'act-2'),
    },
  });
  await client.gatewayLicence.create({
    data: {
      serialNumber: 'VDS1000001',
      userId: 'jane',
      domain: '',
      encryptedKey: await ring.encrypt('licence', 'licence VDS1000001 key'),
      activationLimit: 3,
      pinMinimumLength: 4,
      pinMaximumLength: 8,
      notificationsEnabled: false,
      createdAt: AT,
    },
  });
  await client.gatewayRegistration.create({
    data: {
      identifier: 'abcd1234',
      serialNumber: 'VDS1000001',
      state: 'data-sent',
      salt: '',
      sequenceNumber: 1,
      encryptedVerifier: await ring.encrypt('1', 'registration abcd1234 verifier'),
      encryptedServerPrivateKey: await ring.encrypt('1', 'registration abcd1234 server private key'),
      encryptedCommittedKey: await ring.encrypt('key', 'registration abcd1234 committed key'),
      encryptedInstanceKey: await ring.encrypt('instance', 'instance VDS1000001-1 key'),
      registeredAt: AT,
      expiresAt: AT,
    },
  });
  await client.gatewayInstance.create({
    data: {
      serialNumber: 'VDS1000001',
      sequenceNumber: 1,
      encryptedKey: await ring.encrypt('instance', 'instance VDS1000001-1 key'),
      encryptedNotificationId: await ring.encrypt('phone', 'instance VDS1000001-1 notification'),
      deviceCode: '',
      description: '',
      state: 'active',
      activatedAt: AT,
    },
  });
  await client.pushSubscription.create({
    data: {
      serialNumber: 'VDS1000001',
      sequenceNumber: 1,
      encryptedSubscription: await ring.encrypt('endpoint and keys', pushSubscriptionContext('VDS1000001-1')),
      endpointHash: '',
      host: 'fcm.googleapis.com',
      subscribedAt: AT,
    },
  });
  await client.pushKey.create({
    data: { id: 1, publicKey: '', encryptedPrivateKey: await ring.encrypt('key', pushKeyContext()), createdAt: AT },
  });
  await client.gatewayChallenge.create({
    data: {
      keyHash: 'hash',
      requestKey: 'request',
      state: 'waiting',
      origin: '',
      address: '',
      browser: '',
      number: '12',
      addresseeUserId: 'jane',
      addresseeDomain: '',
      encryptedKey: await ring.encrypt('challenge', 'challenge hash key'),
      openedAt: AT,
      expiresAt: AT,
      purpose: 'caller-check',
      encryptedWords: await ring.encrypt('amber falcon', challengeWordsContext('hash')),
    },
  });
  await client.deviceCopy.create({
    data: {
      instanceId: 'VDS1000001-1',
      version: 0,
      state: 'kept',
      userId: 'jane',
      domain: 'example.org',
      keptAt: AT,
      challengeAt: AT,
      calls: [],
      credentialHash: 'hash',
      publicKey: 'key',
      eraseTokenHash: 'hash',
      triesLeft: 5,
      encryptedVerifier: await ring.encrypt('verifier', verifierContext('VDS1000001-1')),
      encryptedCopy: await ring.encrypt('copy', copyContext('VDS1000001-1')),
    },
  });
  await client.managerRequest.create({
    data: {
      id: 'mgr-1',
      version: 1,
      state: 'waiting',
      userId: 'jane',
      domain: 'example.org',
      managerUserId: 'john',
      askedBy: 'anna',
      askedAt: AT,
      expiresAt: AT,
      encryptedWords: await ring.encrypt('amber falcon', managerWordsContext('mgr-1')),
    },
  });
  await client.imageKey.create({
    data: {
      number: 1,
      id: '00000000',
      publicKey: '',
      encryptedPrivateKey: await ring.encrypt('key', 'image key 00000000'),
      notBefore: AT,
    },
  });
  await client.managedWebhook.create({
    data: {
      id: 'whk-1',
      version: 1,
      domain: 'example.org',
      address: 'https://hooks.example.org/',
      events: [],
      isEnabled: true,
      encryptedSecret: await ring.encrypt('secret', 'whk-1'),
      createdBy: 'anna',
      createdAt: AT,
    },
  });
  await client.resultKey.create({
    data: {
      number: 1,
      id: 'thumbprint',
      publicKey: '',
      encryptedPrivateKey: await ring.encrypt('key', 'result key thumbprint'),
      notBefore: AT,
    },
  });
}
