import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { mailsTo } from '../../messaging/new-message';
import type { ReplacementPorts } from '../authenticator-ports';
import { retire, type Retired } from './device-replacement';
import { lockAndHold } from '../locks/lock-and-hold';
import { unlockUnlessHeld } from '../locks/unlock-unless-held';

/**
 * Retires the device that another one was to replace, now that this one has passed a test login.
 * @returns null when nothing was waiting for that
 * @throws GatewayError when the gateway fails; another test login tries again
 */
export async function retireReplacedDevice(
  ports: ReplacementPorts,
  { userId, domain }: UserKey,
  newInstanceId: string,
  origin: RequestOrigin,
): Promise<Retired | null> {
  const owner = { userId, domain };
  const underWay = await ports.replacements.findUnderWay(owner);
  if (underWay?.state !== 'awaiting-test' || underWay.newInstanceId !== newInstanceId) return null;
  const now = ports.clock.now();
  if (now >= underWay.endsAt) return null;
  const retired = retire(underWay, now);
  const { oldInstanceId: instanceId, oldName: device, newName: newDevice, endsAt: undoUntil } = retired;
  await lockAndHold(ports, instanceId, 'replaced');
  const user = await ports.users.find(userId, domain);
  const undoUrl = `${ports.settings.publicUrl}/authenticators/${encodeURIComponent(instanceId)}`;
  const content = { kind: 'device-retiring', userId, device, newDevice, undoUntil, undoUrl } as const;
  const mails = user ? mailsTo(user, { ...content, displayName: user.displayName }, retired.id, undoUntil) : [];
  const event = { type: 'device-retiring', userId, domain, at: now, instanceId, newInstanceId } as const;
  const about = { actor: { kind: 'user', userId }, subject: owner, ...origin } as const;
  const saved = await ports.replacements.save(retired, {
    events: [{ type: 'device-retired', instanceId, newInstanceId, ...about }],
    messages: [...mails, { channel: 'webhook', event, about: retired.id }],
  });
  if (saved.ok) return retired;
  const moved = await ports.replacements.find(retired.id);
  if (moved?.state !== 'cancelled') return retireReplacedDevice(ports, owner, newInstanceId, origin);
  await ports.holds.release(instanceId, 'replaced');
  await unlockUnlessHeld(ports, instanceId);
  return null;
}
