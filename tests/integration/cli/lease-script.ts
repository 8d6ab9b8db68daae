/**
 * A `Script` that takes leases of an activation, of mails (one of which it gives back) and of an API request for an hour, and
 * then says how many mails it had.
 * @param open code that declares `database`
 * @param key of the outbox, in hexadecimal
 */
export const leaseScript = (open: string, key: string) => `
  const { KeyRing } = await import('./lib/wire/crypto/key-ring.ts');
  const { messageAppender } = await import('./lib/database/side-effects/append-messages.ts');
  const { PrismaActivationStore } = await import('./lib/database/tables/activation/prisma-activation-store.ts');
  const { PrismaIdempotencyStore } = await import('./lib/database/tables/service-accounts/prisma-idempotency-store.ts');
  const { PrismaOutbox } = await import('./lib/database/tables/messaging/prisma-outbox.ts');
  const { systemClock } = await import('./lib/shared/time/clock.ts');
  const { systemRandom } = await import('./lib/shared/random.ts');
  const { activationInEveryState } = await import('./tests/support/doubles/fake-activations.ts');
  const { newMail } = await import('./tests/support/mail/new-mail.ts');
  const { testAppender, testPersister } = await import('./tests/support/test-chain.ts');
  ${open}
  const [now, until] = [new Date(), new Date(Date.now() + 3_600_000)];
  const ring = new KeyRing([{ id: 'k1', key: Uint8Array.from(Buffer.from('${key}', 'hex')) }]);
  const store = new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock));
  await store.create(activationInEveryState('leased').requested, null, until, []);
  const append = messageAppender(ring, systemRandom, []);
  await database.client.$transaction((transaction) => append(transaction, [newMail(), newMail()], now));
  const outbox = new PrismaOutbox(database, ring, systemClock, testAppender());
  const leased = await outbox.lease('mail', now, until, 10);
  const [, tried] = leased;
  await outbox.retry(tried.delivery.id, tried.attempt, until, 'timeout');
  const request = { serviceAccountId: 'a', key: 'k', fingerprint: 'f' };
  await new PrismaIdempotencyStore(database).begin(request, { now, leasedUntil: until, keptUntil: until });
  console.log(leased.length);
  setInterval(() => {}, 1_000);`;
