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
  type DeviceReplacementId,
  type OpenReplacement,
  type Undoing,
  type Undone,
} from './device-replacement';
import { unlockUnlessHeld } from '../locks/unlock-unless-held';

/** Gives up one's own replacement; both devices stay as they are. */
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
  const own = await ports.replacements.find(id, owner);
  if (!own || !isUnderWay(own)) return refuse('not-found');
  // Once retirement has begun, the way back is `undoReplacement`.
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
 * Unlocks one's own old device again, within a day; both devices work then.
 * @returns `held-otherwise` if another cause keeps it locked
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
  const own = await ports.replacements.find(id, owner);
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
 * Unlocks the old device of a replacement that is being undone, and saves that.
 * @throws GatewayError if the gateway fails; the next round tries again
 */
export async function bringBack(ports: ReplacementPorts, undoing: Undoing): Promise<Result<Undone, 'held-otherwise'>> {
  const unlocked = await unlockUnlessHeld(ports, undoing.oldInstanceId);
  const undoneReplacement = undone(undoing);
  // On a conflict another process has saved the same.
  await ports.replacements.save(undoneReplacement, { events: [], messages: [] });
  // A device that was removed meanwhile is no failure.
  return !unlocked.ok && unlocked.refusal === 'held' ? refuse('held-otherwise') : accept(undoneReplacement);
}

/**
 * Ends every replacement that involves a device which is not trusted. If there is a new device already, the old one
 * stays as it is, locked or not, for the helpdesk to decide.
 */
export async function endReplacementsOf(
  ports: Pick<ReplacementPorts, 'replacements' | 'clock'>,
  { userId, domain }: UserKey,
  instanceId: string,
): Promise<void> {
  const open = await ports.replacements.listOpen({ userId, domain });
  const concerned = open.filter((one) => involves(one, instanceId));
  const saved = await Promise.all(concerned.map((replacement) => endForSafety(ports, replacement)));
  // Retry those that moved meanwhile. A replacement moves a few times at most before it ends.
  if (saved.includes(false)) await endReplacementsOf(ports, { userId, domain }, instanceId);
}

function involves(replacement: OpenReplacement, instanceId: string): boolean {
  const newInstanceId = replacement.state === 'awaiting-device' ? null : replacement.newInstanceId;
  return replacement.oldInstanceId === instanceId || newInstanceId === instanceId;
}

/** @returns false on a conflict */
async function endForSafety(
  { replacements, clock }: Pick<ReplacementPorts, 'replacements' | 'clock'>,
  replacement: OpenReplacement,
): Promise<boolean> {
  const { id, oldInstanceId: instanceId } = replacement;
  const now = clock.now();
  const context = systemContext(replacement, id);
  const [replacementEnd, fact] =
    replacement.state === 'awaiting-device'
      ? [cancelReplacement(replacement, now), { type: 'replacement-cancelled', instanceId } as const]
      : [
          stop(replacement, now),
          { type: 'replacement-stopped', instanceId, newInstanceId: replacement.newInstanceId } as const,
        ];
  return (await replacements.save(replacementEnd, { events: [{ ...fact, ...context }], messages: [] })).ok;
}
