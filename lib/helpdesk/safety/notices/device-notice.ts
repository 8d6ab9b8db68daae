import type { RequestTrace } from '../../../shared/request-origin';
import { DAY } from '../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Activation } from '../../../activation/activation';
import type { TrustTimes } from '../../../devices/probation-directory';
import type { AwaitingTest } from '../../../devices/replacement/device-replacement';
import type { SideEffects } from '../../../messaging/new-message';
import type { Used } from '../../invitations/invitation';

/** How long "It wasn't me" works, in milliseconds: longer than a long weekend. */
export const NOTICE_LIFETIME_MS = 7 * DAY;

type Common = {
  /** Each activation has one notice. */
  readonly activationId: string;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly userId: string;
  readonly domain: string;
  readonly instanceId: string;
  readonly deviceName: string;
  /** Where the activation was requested. */
  readonly trace: RequestTrace;
  readonly activatedAt: Date;
  /** Of the "It wasn't me" link, in hexadecimal. */
  readonly tokenHash: string;
  readonly endsAt: Date;
  /** When the device's probation ends; null in notices from before there was one. */
  readonly trustedFrom: Date | null;
  /** Whether other systems were told that it has ended. */
  readonly isTrustTold: boolean;
};

export type SentNotice = Common & { readonly state: 'sent' };
/**
 * The device must not be used: its user did not activate it, or its invitation had been revoked.
 * @property isLocked whether the gateway has locked it
 */
export type DisownedNotice = Common & {
  readonly state: 'disowned';
  readonly cause: 'not-me' | 'revoked-invitation';
  readonly disownedAt: Date;
  readonly isLocked: boolean;
};

/** The notice of a new device. */
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

/** Whether this move is the user's report, rather than a later one. */
export function isReport(notice: DeviceNotice): notice is DisownedNotice {
  return notice.state === 'disowned' && notice.cause === 'not-me' && !notice.isLocked;
}

export function locked(notice: DisownedNotice): DisownedNotice {
  return { ...notice, version: notice.version + 1, isLocked: true };
}

/** Other systems are told that the device is trusted now. */
export function markTrustAnnounced(notice: SentNotice): SentNotice {
  return { ...notice, version: notice.version + 1, isTrustTold: true };
}

/** PORT: stores notices of new devices. Every write is one transaction with its side effects. */
export interface DeviceNoticeStore extends TrustTimes {
  /** @param tokenHash of its own link, or of the link in the mail about the device that its device replaced */
  findByToken(tokenHash: string): Promise<DeviceNotice | null>;
  /** Of every domain: activations that became active since then and have no notice, oldest first. */
  listMissing(since: Date, limit: number): Promise<Pick<Activation, 'id' | 'domain'>[]>;
  /** Of every domain: disowned, with a device that is not locked yet. */
  listDue(limit: number): Promise<DisownedNotice[]>;
  /** Of every domain: of devices whose probation has ended, and of which other systems are to be told; the longest ago first. */
  listTrusted(now: Date, limit: number): Promise<SentNotice[]>;
  /** Disowned since then, newest first. */
  listDisowned(domain: string, since: Date, limit: number): Promise<DisownedNotice[]>;
  /**
   * @param moves of the invitation that the device completes and the replacement that it joins, saved in the same
   *   transaction
   */
  add(
    notice: DeviceNotice,
    moves: { completed: Used | null; replacing: AwaitingTest | null },
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-told' | 'version-moved'>>;
  /**
   * Saves a move; `notice.version` is one above the version that was read. Saving the user's report ends all their
   * sessions in the same transaction.
   */
  save(notice: DeviceNotice, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
