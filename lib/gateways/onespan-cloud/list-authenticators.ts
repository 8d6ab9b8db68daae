import type { UserKey } from '../../shared/identifiers/user-key';
import { z } from 'zod';
import type { CloudClient } from './cloud-client';
import { isNotFound, unforeseen } from './cloud-failure';

const userSchema = z.object({ authenticators: z.array(z.string().max(64)).max(1_000).default([]) });

/**
 * `GET users/{user}@{domain}` (OneSpan §5.1). That device instances are among the serial numbers, beside the licences, is
 * inferred; a query for what is assigned to a user is documented to answer both.
 * @returns serial numbers; null when there is no such user
 */
export async function listAuthenticators(client: CloudClient, { userId, domain }: UserKey): Promise<string[] | null> {
  const path = `users/${encodeURIComponent(userId)}@${encodeURIComponent(domain)}`;
  const call = { method: 'GET', path, name: 'users', changesNothing: true } as const;
  const viewed = await client.ask(call, userSchema, (failure) => {
    if (isNotFound(failure)) return null;
    throw unforeseen(failure);
  });
  return viewed && viewed.authenticators;
}
