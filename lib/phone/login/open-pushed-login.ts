import { openPush } from '../../crypto/messages/push-message';
import { accept, refuse, type Result } from '../../shared/result';
import type { LoginChallenge, LoginDevice, PushedLogin } from './login-steps';

/** Opens what the gateway has sent to a device, once the PIN has opened the device's key. Nothing is used up by it. */
export async function openPushedLogin(
  { message, gateway }: PushedLogin,
  { instanceId, instanceKey }: LoginDevice,
): Promise<Result<LoginChallenge, 'gateway-not-genuine'>> {
  const challengeKey = await openPush(instanceKey, instanceId, message);
  return challengeKey.ok
    ? accept({ way: 'push', challengeKey: challengeKey.value, gateway })
    : refuse('gateway-not-genuine');
}
