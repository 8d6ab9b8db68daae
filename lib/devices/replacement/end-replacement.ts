import { ownContext, systemContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import type { ReplacementPorts } from '../authenticator-ports';
import {
  cancelReplacement,
  isRetirementBegun,
  isUnderWay,
  stop,
  undo,
  undone,
  type DeviceReplacement,
  type DeviceReplacementId,
  type OpenReplacement,
  type Undoing,
  type Undone,
} from './device-replacement';
import { unlockUnlessHeld } from '../locks/unlock-unless-held';

/** Gives up replacing one's own device: both devices stay as they are. */
export function giveUpReplacement(
  ports: ReplacementPorts,
  owner: UserKey,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found'>> {
  return retryOnConflict(() => tryToGiveUp(ports, owner, id, origin));
}

async function tryToGiveUp(
  ports: ReplacementPorts,
  owner: UserKey,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-found'> | Conflict> {
  const own = await findOwn(ports, owner, id);
  if (!own || !isUnderWay(own)) return refuse('not-found');
  // From then on the old device is not kept, but brought back.
  if (own.state === 'awaiting-test' && (await isRetirementBegun(ports, own))) return refuse('not-found');
  const cancelled = cancelReplacement(own, ports.clock.now());
  const fact = { type: 'replacement-cancelled', instanceId: own.oldInstanceId } as const;
  const saved = await ports.replacements.save(cancelled, {
    events: [{ ...fact, ...ownContext(owner, origin) }],
    messages: [],
  });
  return saved.ok ? accept(null) : CONFLICT;
}

/**
 * Brings one's own old device back, within a day; both devices work then.
 * @returns `held-otherwise` when it is locked for another cause too, which this does not lift
 * @throws GatewayError as `bringBack` does; the old device is not removed then
 */
export function undoReplacement(
  ports: ReplacementPorts,
  owner: UserKey,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<Undone, 'not-found' | 'over' | 'held-otherwise'>> {
  return retryOnConflict(() => tryToUndo(ports, owner, id, origin));
}

async function tryToUndo(
  ports: ReplacementPorts,
  owner: UserKey,
  id: DeviceReplacementId,
  origin: RequestOrigin,
): Promise<Result<Undone, 'not-found' | 'over' | 'held-otherwise'> | Conflict> {
  const own = await findOwn(ports, owner, id);
  if (own?.state !== 'retired') return refuse('not-found');
  const undoing = undo(own, ports.clock.now());
  if (!undoing.ok) return undoing;
  const { oldInstanceId: instanceId, newInstanceId } = own;
  if ((await ports.holds.standing(instanceId)).some((cause) => cause !== 'replaced')) return refuse('held-otherwise');
  const fact = { type: 'replacement-undone', instanceId, newInstanceId } as const;
  const saved = await ports.replacements.save(undoing.value, {
    events: [{ ...fact, ...ownContext(owner, origin) }],
    messages: [],
  });
  if (!saved.ok) return CONFLICT;
  return bringBack(ports, undoing.value);
}

/**
 * Unlocks the old device of a replacement that is being undone, and notes it.
 * @throws GatewayError when the gateway fails; the round tries again
 */
export async function bringBack(ports: ReplacementPorts, undoing: Undoing): Promise<Result<Undone, 'held-otherwise'>> {
  const unlocked = await unlockUnlessHeld(ports, undoing.oldInstanceId);
  const noted = undone(undoing);
  // Another process may have been as fast, and has noted it then.
  await ports.replacements.save(noted, { events: [], messages: [] });
  // One that is gone is nobody's to bring back, and no fault.
  return !unlocked.ok && unlocked.refusal === 'held' ? refuse('held-otherwise') : accept(noted);
}

/**
 * Ends every replacement in which a device that is not to be trusted is the old or the new one. Where there is a new one, the
 * old one, locked or not, is left as it is, for the helpdesk to look at.
 */
export async function endReplacementsOf(
  ports: Pick<ReplacementPorts, 'replacements' | 'clock'>,
  { userId, domain }: UserKey,
  instanceId: string,
): Promise<void> {
  const open = await ports.replacements.listOpen({ userId, domain });
  const concerned = open.filter((one) => involves(one, instanceId));
  const saved = await Promise.all(concerned.map((replacement) => endForSafety(ports, replacement)));
  // One that has moved meanwhile is looked at as it is now. It moves a few times at most, and then has ended.
  if (saved.includes(false)) await endReplacementsOf(ports, { userId, domain }, instanceId);
}

function involves(replacement: OpenReplacement, instanceId: string): boolean {
  const newInstanceId = replacement.state === 'awaiting-device' ? null : replacement.newInstanceId;
  return replacement.oldInstanceId === instanceId || newInstanceId === instanceId;
}

/** @returns whether it was still as it was read */
async function endForSafety(
  { replacements, clock }: Pick<ReplacementPorts, 'replacements' | 'clock'>,
  replacement: OpenReplacement,
): Promise<boolean> {
  const { id, oldInstanceId: instanceId } = replacement;
  const now = clock.now();
  const about = systemContext(replacement, id);
  const [ended, fact] =
    replacement.state === 'awaiting-device'
      ? [cancelReplacement(replacement, now), { type: 'replacement-cancelled', instanceId } as const]
      : [
          stop(replacement, now),
          { type: 'replacement-stopped', instanceId, newInstanceId: replacement.newInstanceId } as const,
        ];
  return (await replacements.save(ended, { events: [{ ...fact, ...about }], messages: [] })).ok;
}

async function findOwn(
  { replacements }: ReplacementPorts,
  { userId, domain }: UserKey,
  id: DeviceReplacementId,
): Promise<DeviceReplacement | null> {
  const replacement = await replacements.find(id);
  return replacement?.userId === userId && replacement.domain === domain ? replacement : null;
}
