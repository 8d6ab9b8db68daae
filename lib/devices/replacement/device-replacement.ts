import { prefixedId } from '../../shared/identifiers/prefixed-id';
import { DAY } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { DeviceHolds } from '../locks/device-holds';
import type { SideEffects } from '../../messaging/new-message';

/** `rpl-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type DeviceReplacementId = string & { readonly brand: 'DeviceReplacementId' };

export const { parse: parseDeviceReplacementId, generate: generateDeviceReplacementId } =
  prefixedId<DeviceReplacementId>('rpl');

/** Time to activate and test the new device, in milliseconds. */
export const REPLACING_LIFETIME_MS = DAY;

/** Time to undo, in milliseconds. */
export const UNDO_LIFETIME_MS = DAY;

type Common = {
  readonly id: DeviceReplacementId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly userId: string;
  readonly domain: string;
  readonly oldInstanceId: string;
  readonly oldName: string;
  readonly startedAt: Date;
  /** Of the "It wasn't me" link in the mail about its retirement, in hexadecimal; null before there is one. */
  readonly notMeTokenHash: string | null;
};
type Open = { readonly endsAt: Date };
type New = { readonly newInstanceId: string; readonly newName: string };
type Ended = { readonly endedAt: Date };

/** The old device works; the new one is not activated yet. */
export type AwaitingDevice = Common & Open & { readonly state: 'awaiting-device' };
/** Both work; the new one has not passed a test login yet. */
export type AwaitingTest = Common & Open & New & { readonly state: 'awaiting-test' };
/** The new device works, the old one is locked; it is removed at `endsAt`. */
export type Retired = Common & Open & New & { readonly state: 'retired' };
/** The old device was removed. */
export type Finished = Common & New & Ended & { readonly state: 'finished' };
/** The hold of the old device is released; the gateway still has to unlock it. */
export type Undoing = Common & New & Ended & { readonly state: 'undoing' };
/** The old device was unlocked again. */
export type Undone = Common & New & Ended & { readonly state: 'undone' };
/** Given up or timed out; both devices are as they were. */
export type CancelledReplacement = Common & Ended & { readonly state: 'cancelled' };
/** One of the two is not trusted: the old one stays as it is, and is not removed. */
export type Stopped = Common & New & Ended & { readonly state: 'stopped' };

export type UnderWay = AwaitingDevice | AwaitingTest;
export type OpenReplacement = UnderWay | Retired;
export type DeviceReplacement = OpenReplacement | Finished | Undoing | Undone | CancelledReplacement | Stopped;

export const UNDER_WAY_STATES = ['awaiting-device', 'awaiting-test'] as const;
export const OPEN_STATES = [...UNDER_WAY_STATES, 'retired'] as const;

export function isUnderWay(replacement: DeviceReplacement): replacement is UnderWay {
  return (UNDER_WAY_STATES as readonly string[]).includes(replacement.state);
}

export function isOpen(replacement: DeviceReplacement): replacement is OpenReplacement {
  return (OPEN_STATES as readonly string[]).includes(replacement.state);
}

function common(replacement: DeviceReplacement): Common {
  const { id, version, userId, domain, oldInstanceId, oldName, startedAt, notMeTokenHash } = replacement;
  return { id, version: version + 1, userId, domain, oldInstanceId, oldName, startedAt, notMeTokenHash };
}

/** Takes the user's newest device as the new one, replacing an earlier candidate. */
export function haveNewDevice(replacement: UnderWay, { newInstanceId, newName }: New): AwaitingTest {
  const { endsAt } = replacement;
  return { ...common(replacement), state: 'awaiting-test', endsAt, newInstanceId, newName };
}

/** Whether the new device has passed its test login: the old one is held, but not retired yet. */
export async function isRetirementBegun(
  { holds }: { holds: DeviceHolds },
  { oldInstanceId }: AwaitingTest,
): Promise<boolean> {
  return (await holds.standing(oldInstanceId)).includes('replaced');
}

/** The new device has passed a test login; the undo period of the old one begins. */
export function retire(replacement: AwaitingTest, notMeTokenHash: string, now: Date): Retired {
  const { newInstanceId, newName } = replacement;
  const endsAt = new Date(now.getTime() + UNDO_LIFETIME_MS);
  return { ...common(replacement), state: 'retired', endsAt, newInstanceId, newName, notMeTokenHash };
}

export function undo(replacement: Retired, now: Date): Result<Undoing, 'over'> {
  if (now >= replacement.endsAt) return refuse('over');
  const { newInstanceId, newName } = replacement;
  return accept({ ...common(replacement), state: 'undoing', newInstanceId, newName, endedAt: now });
}

/** The gateway has unlocked the old device, unless another cause keeps it locked. */
export function undone(replacement: Undoing): Undone {
  const { newInstanceId, newName, endedAt } = replacement;
  return { ...common(replacement), state: 'undone', newInstanceId, newName, endedAt };
}

export function finish(replacement: Retired, now: Date): Result<Finished, 'not-yet'> {
  if (now < replacement.endsAt) return refuse('not-yet');
  const { newInstanceId, newName } = replacement;
  return accept({ ...common(replacement), state: 'finished', newInstanceId, newName, endedAt: now });
}

export function stop(replacement: Retired | AwaitingTest, now: Date): Stopped {
  const { newInstanceId, newName } = replacement;
  return { ...common(replacement), state: 'stopped', newInstanceId, newName, endedAt: now };
}

export function cancelReplacement(replacement: UnderWay, now: Date): CancelledReplacement {
  return { ...common(replacement), state: 'cancelled', endedAt: now };
}

/** PORT: stores replacements. Every write is one transaction with its side effects. */
export interface DeviceReplacementStore {
  /** A user's own; another's is not there. */
  find(id: DeviceReplacementId, owner: UserKey): Promise<DeviceReplacement | null>;
  /** A user has at most one under way. */
  findUnderWay(user: UserKey): Promise<UnderWay | null>;
  /** A user's open ones, newest first. */
  listOpen(user: UserKey): Promise<OpenReplacement[]>;
  /** Of every domain: open ones that are overdue, those whose retirement has begun, and those being undone. */
  listDue(now: Date, limit: number): Promise<(OpenReplacement | Undoing)[]>;
  create(replacement: AwaitingDevice, sideEffects: SideEffects): Promise<Result<null, 'already-under-way'>>;
  /**
   * Saves a move; `replacement.version` is one above the version that was read. Saving `undoing` or `cancelled`
   * releases the hold `replaced` of the old device in the same transaction.
   */
  save(replacement: DeviceReplacement, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
