import { generateActivationId, type ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { HOUR } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { DOMAIN, type LoadPerson } from './load-people';

/** Their version, which a page knows that waits for the next. */
export const WAITING_VERSION = 2;

/** Gives each person an activation that shows its image and that nothing happens to for an hour. */
export async function addWaitingActivations(
  client: PrismaClient,
  people: readonly LoadPerson[],
): Promise<ActivationId[]> {
  const now = new Date();
  const inAnHour = new Date(now.getTime() + HOUR);
  const rows = people.map(({ userId }) => ({
    id: generateActivationId(systemRandom),
    userId,
    domain: DOMAIN,
    version: WAITING_VERSION,
    state: 'issued',
    requestedAt: now,
    issuedAt: now,
    expiresAt: inAnHour,
    // Claimed by nobody, so that no process asks the gateway about them.
    leasedUntil: inAnHour,
    registrationIdentifier: generateActivationId(systemRandom),
    gatewayUserId: userId,
    gatewayDomain: DOMAIN,
    encryptedPayload: 'x'.repeat(300),
  }));
  await client.activation.createMany({ data: rows });
  return rows.map(({ id }) => id);
}
