import { fetchLoginRequests } from '../../phone/login/fetch-login-requests';
import type { GatewayAddress } from '../../phone/gateway-address';
import type { PushedLogin } from '../../phone/login/login-steps';
import { SECOND } from '../../shared/time/duration';
import type { Device } from './device';
import { NotYet } from './phone-refused';

const PATIENCE_MS = 10 * SECOND;

/**
 * Waits for a request that is sent to a device.
 * @throws NotYet when there is none within 10 seconds, or the gateway does not know the phone
 */
export async function waitForPush(
  gateway: GatewayAddress,
  notificationId: string,
  { instanceId }: Device,
): Promise<PushedLogin> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    // The first answer comes at once, each later one when there is something else.
    for (let keys: string[] | null = null; ;) {
      const inbox = await fetchLoginRequests(gateway, notificationId, keys, Date.now, signal);
      if (!inbox)
        throw new NotYet(
          'out-of-order',
          'the gateway does not know this phone: turn notifications on for one of its devices',
        );
      const pushed = inbox.requests.findLast((request) => request.instanceId === instanceId);
      if (pushed) return pushed;
      keys = inbox.requests.map(({ id }) => id);
    }
  } catch (error) {
    if (signal.aborted) throw new NotYet('nothing-sent', 'nothing was sent to the phone', { cause: error });
    throw error;
  }
}
