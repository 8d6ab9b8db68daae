import type { UserKey } from '../../shared/identifiers/user-key';
import { z } from 'zod';
import type { CloudClient } from './cloud-client';
import { throwUnforeseen } from './cloud-failure';

/** Everything that the cloud tells of an activation (OneSpan §5.2). */
const statusSchema = z.object({ activationStatus: z.enum(['pending', 'activated', 'timeout', 'unknown']) });

export type ActivationStatus = z.infer<typeof statusSchema>['activationStatus'];

/**
 * `POST registrations/check-status` (OneSpan §5.1): what became of the last registration of a user, told at once.
 * @throws GatewayError also for a status that is not documented
 */
export async function checkStatus(client: CloudClient, user: UserKey): Promise<ActivationStatus> {
  const path = 'registrations/check-status';
  const body = { login: loginOf(user), timeoutSeconds: '0' };
  const call = { method: 'POST', path, name: path, body, changesNothing: true } as const;
  const told = await client.ask(call, statusSchema, throwUnforeseen);
  return told.activationStatus;
}

/**
 * The user ID alone, as documented. One that looks like a mail address would be taken for a user of another domain, so
 * that it is given the one of its own (inferred from the paths of OneSpan §5.1).
 */
function loginOf({ userId, domain }: UserKey): string {
  return userId.includes('@') ? `${userId}@${domain}` : userId;
}
