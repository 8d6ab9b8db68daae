import { signActivation } from '../../crypto/messages/activation-signature';
import { accept, type Result } from '../../shared/result';
import type { Instance } from '../accounts/instance';
import type { OfflineLinked, Signed } from './offline-steps';
import { checkPin, type PinRefusal } from '../keys/pin-policy';
import { protectKey } from '../keys/protected-key';

/**
 * What the phone keeps once the person has chosen a PIN, and what it shows for the website.
 * @param description what the device calls itself
 * @param now when the instance says that it was activated
 */
export async function finishOffline(
  linked: OfflineLinked,
  { pin, description }: { pin: string; description: string },
  now: Date,
): Promise<Result<{ instance: Instance; signed: Signed }, PinRefusal>> {
  const { registrationIdentifier, userId, domain, licence, deviceCode, instanceId, instanceKey } = linked;
  const checked = checkPin(pin, licence);
  if (!checked.ok) return checked;
  const protectedKey = await protectKey(instanceKey, pin, instanceId);
  const signature = await signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode });
  const { notificationsEnabled } = licence;
  const activatedAt = now.toISOString();
  return accept({
    instance: { instanceId, userId, domain, description, activatedAt, notificationsEnabled, protectedKey },
    signed: { registrationIdentifier, instanceId, signature },
  });
}
