import type { RequestTrace } from '../../shared/request-origin';
import { DAY } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { AwaitingTest } from '../../devices/replacement/device-replacement';
import type { SideEffects } from '../../messaging/new-message';
import type { Used } from '../invitations/invitation';

/** How long "It wasn't me" works, in milliseconds: over a long weekend. */
export const NOTICE_LIFETIME_MS = 7 * DAY;

type Common = {
  /** The activation that it tells of; there is one notice of each. */
  readonly activationId: string;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly userId: string;
  readonly domain: string;
  readonly instanceId: string;
  readonly deviceName: string;
  /** Where the activation was asked for. */
  readonly trace: RequestTrace;
  readonly activatedAt: Date;
  /** Of the link that says "It wasn't me", in hexadecimal. */
  readonly tokenHash: string;
  readonly endsAt: Date;
};

export type SentNotice = Common & { readonly state: 'sent' };
/**
 * The device is not to be used: its person did not activate it, or the invitation behind it had been revoked.
 * @property isLocked whether the gateway has done its part
 */
export type DisownedNotice = Common & {
  readonly state: 'disowned';
  readonly cause: 'not-me' | 'revoked-invitation';
  readonly disownedAt: Date;
  readonly isLocked: boolean;
};

/** What a person was told of a device that has just begun to work as theirs. */
export type DeviceNotice = SentNotice | DisownedNotice;

export type DisownRefusal = 'over' | 'already-reported';

export function disown(
  notice: DeviceNotice,
  cause: DisownedNotice['cause'],
  now: Date,
): Result<DisownedNotice, DisownRefusal> {
  if (notice.state === 'disowned') return refuse('already-reported');
  if (now >= notice.endsAt) return refuse('over');
  const { version } = notice;
  return accept({ ...notice, version: version + 1, state: 'disowned', cause, disownedAt: now, isLocked: false });
}

/** Whether this is the move with which its person says so, and none that comes after it. */
export function isReport(notice: DeviceNotice): notice is DisownedNotice {
  return notice.state === 'disowned' && notice.cause === 'not-me' && !notice.isLocked;
}

/** The gateway has locked the device. */
export function locked(notice: DisownedNotice): DisownedNotice {
  return { ...notice, version: notice.version + 1, isLocked: true };
}

/** PORT: keeps what people were told of their new devices. Every write is one transaction with its side effects. */
export interface DeviceNoticeStore {
  findByToken(tokenHash: string): Promise<DeviceNotice | null>;
  /** Activations that became active since then and of which nobody was told, the oldest first. */
  listMissing(since: Date, limit: number): Promise<ActivationId[]>;
  /** Those whose device is still to be locked. */
  listDue(limit: number): Promise<DisownedNotice[]>;
  /** Those disowned since then, newest first. */
  listDisowned(since: Date, limit: number): Promise<DisownedNotice[]>;
  /**
   * @param moves what the device brings about: the invitation that it completes, and the replacement that it is the new
   * device of; kept with the notice, so that both are made once
   */
  add(
    notice: DeviceNotice,
    moves: { completed: Used | null; replacing: AwaitingTest | null },
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-told' | 'version-moved'>>;
  /**
   * Saves a move; `notice.version` is one above the version that was read. With "It wasn't me" every session of its person
   * ends.
   */
  save(notice: DeviceNotice, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
