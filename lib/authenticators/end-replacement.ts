import type { RequestOrigin } from '../access/access-ports';
import type { GatewayUser } from '../activation/activation-gateway';
import { accept, refuse, type Result } from '../shared/result';
import type { ReplacementPorts } from './authenticator-ports';
import {
  cancelReplacement,
  isUnderWay,
  stop,
  undo,
  type DeviceReplacement,
  type DeviceReplacementId,
  type Undone,
} from './device-replacement';

/** Gives up replacing one's own device: both devices stay as they are. */
export async function giveUpReplacement(
  ports: ReplacementPorts,
  owner: GatewayUser,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found'>> {
  const own = await findOwn(ports, owner, id);
  if (!own || !isUnderWay(own)) return refuse('not-found');
  const cancelled = cancelReplacement(own, ports.clock.now());
  const fact = { type: 'replacement-cancelled', instanceId: own.oldInstanceId } as const;
  const saved = await ports.replacements.save(cancelled, { events: [{ ...fact, ...by(owner, origin) }], messages: [] });
  return saved.ok ? accept(null) : giveUpReplacement(ports, owner, id, origin);
}

/**
 * Brings one's own old device back, within a day; both devices work then.
 * @throws GatewayError when the gateway fails; the old device is not removed then, and can be unlocked like any other
 */
export async function undoReplacement(
  ports: ReplacementPorts,
  owner: GatewayUser,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<Undone, 'not-found' | 'over'>> {
  const own = await findOwn(ports, owner, id);
  if (own?.state !== 'retired') return refuse('not-found');
  const undone = undo(own, ports.clock.now());
  if (!undone.ok) return undone;
  const { oldInstanceId: instanceId, newInstanceId } = own;
  const fact = { type: 'replacement-undone', instanceId, newInstanceId } as const;
  const saved = await ports.replacements.save(undone.value, {
    events: [{ ...fact, ...by(owner, origin) }],
    messages: [],
  });
  if (!saved.ok) return undoReplacement(ports, owner, id, origin);
  await ports.holds.release(instanceId);
  await ports.directory.unlock(instanceId);
  return undone;
}

/** The new device is not its person's: the old one, locked or not, is left as it is, for the helpdesk to look at. */
export async function stopReplacementBy(
  { replacements, clock }: Pick<ReplacementPorts, 'replacements' | 'clock'>,
  { userId, domain }: GatewayUser,
  newInstanceId: string,
): Promise<void> {
  for (const replacement of await replacements.listOpen({ userId, domain })) {
    if (replacement.state === 'awaiting-device' || replacement.newInstanceId !== newInstanceId) continue;
    const stopped = stop(replacement, clock.now());
    const about = { actor: { kind: 'system' }, subject: { userId, domain } } as const;
    const where = { correlationId: replacement.id, address: null };
    const instanceId = replacement.oldInstanceId;
    await replacements.save(stopped, {
      events: [{ type: 'replacement-stopped', instanceId, newInstanceId, ...about, ...where }],
      messages: [],
    });
  }
}

async function findOwn(
  { replacements }: ReplacementPorts,
  { userId, domain }: GatewayUser,
  id: DeviceReplacementId,
): Promise<DeviceReplacement | null> {
  const replacement = await replacements.find(id);
  return replacement?.userId === userId && replacement.domain === domain ? replacement : null;
}

function by({ userId, domain }: GatewayUser, origin: RequestOrigin) {
  return { actor: { kind: 'user', userId }, subject: { userId, domain }, ...origin } as const;
}
