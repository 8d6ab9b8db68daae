import { ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { makeMailLink } from '../../messaging/mail-link';
import { mailsTo } from '../../messaging/new-message';
import type { ReplacementPorts } from '../authenticator-ports';
import { retire, type AwaitingTest, type Retired } from './device-replacement';
import { lockAndHold } from '../locks/lock-and-hold';
import { unlockUnlessHeld } from '../locks/unlock-unless-held';
import { sha256OfText } from '../../shared/bytes';

/**
 * Retires the old device of a replacement, once the new one has passed a test login.
 * @returns null if no replacement awaits this device
 * @throws GatewayError as `carryOutRetirement` does
 */
export async function retireReplacedDevice(
  ports: ReplacementPorts,
  { userId, domain }: UserKey,
  newInstanceId: string,
  origin: RequestOrigin,
): Promise<Retired | null> {
  const underWay = await ports.replacements.findUnderWay({ userId, domain });
  if (underWay?.state !== 'awaiting-test' || underWay.newInstanceId !== newInstanceId) return null;
  return ports.clock.now() < underWay.endsAt ? carryOutRetirement(ports, underWay, origin) : null;
}

/**
 * Locks the old device and saves the move. The hold is written first, so that the round finds a retirement that a crash
 * interrupted.
 * @returns null if the replacement has ended otherwise
 * @throws GatewayError if the gateway fails; the next round tries again
 */
export async function carryOutRetirement(
  ports: ReplacementPorts,
  underWay: AwaitingTest,
  origin: RequestOrigin,
): Promise<Retired | null> {
  const { userId, domain } = underWay;
  const now = ports.clock.now();
  const { token, url: notMeLink } = await makeMailLink(ports, '/not-me');
  const retired = retire(underWay, await sha256OfText(token), now);
  const { oldInstanceId: instanceId, oldName: device, newInstanceId, newName: newDevice, endsAt: undoUntil } = retired;
  await lockAndHold(ports, instanceId, 'replaced');
  const user = await ports.users.find(userId, domain);
  const undoUrl = `${ports.settings.publicUrl}/authenticators/${encodeURIComponent(instanceId)}`;
  const content = { kind: 'device-retiring', userId, device, newDevice, undoUntil, undoUrl, notMeLink } as const;
  const mails = user ? mailsTo(user, { ...content, displayName: user.displayName }, retired.id) : [];
  const event = { type: 'device-retiring', userId, domain, at: now, instanceId, newInstanceId } as const;
  const context = ownContext({ userId, domain }, origin);
  const saved = await ports.replacements.save(retired, {
    events: [{ type: 'device-retired', instanceId, newInstanceId, ...context }],
    messages: [...mails, { channel: 'webhook', event, about: retired.id }],
  });
  if (saved.ok) return retired;
  const moved = await ports.replacements.find(retired.id, retired);
  // The round was faster, or a newer device replaced the one that passed.
  if (moved?.state === 'retired') return moved;
  if (moved?.state === 'awaiting-test') return carryOutRetirement(ports, moved, origin);
  if (moved?.state !== 'cancelled') return null;
  await ports.holds.release(instanceId, 'replaced');
  await unlockUnlessHeld(ports, instanceId);
  return null;
}
