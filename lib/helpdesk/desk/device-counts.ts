import { GatewayError } from '../../activation/gateway-error';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { FoundPerson } from './find-users';

/** How many devices somebody has, and how many of them work. */
export type DeviceCount = { all: number; working: number };

/**
 * The helpdesk's first question of everybody in a list.
 * @returns by user ID; without those whose devices the gateway did not list
 */
export async function countDevices(
  directory: Pick<AuthenticatorDirectory, 'list'>,
  domain: string,
  people: readonly Pick<FoundPerson, 'userId'>[],
): Promise<ReadonlyMap<string, DeviceCount>> {
  const counts = await Promise.all(
    people.map(async ({ userId }) => {
      try {
        const devices = await directory.list({ userId, domain });
        const working = devices.filter(({ state }) => state === 'active').length;
        return [[userId, { all: devices.length, working }] as const];
      } catch (error) {
        if (error instanceof GatewayError) return [];
        throw error;
      }
    }),
  );
  return new Map(counts.flat());
}
