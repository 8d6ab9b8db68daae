import { DAY } from '../../shared/time/duration';

/**
 * What the page of devices reminds a user of, and how often: of a backup, whoever has none; of a passkey, whoever signs in
 * with a password.
 */
const TIMES = { backup: 2, passkey: 1 } as const satisfies Record<string, number>;

export type ReminderKind = keyof typeof TIMES;

export const REMINDER_KINDS = ['backup', 'passkey'] as const satisfies readonly ReminderKind[];

/** @property count how often @property shownAt when it was last shown first @property isDismissed since then */
export type Reminder = { count: number; shownAt: Date; isDismissed: boolean };

/** What a user was reminded of. */
export type PastReminders = Partial<Record<ReminderKind, Reminder>>;

/** For how long a reminder is one and the same, and no other comes, in milliseconds. */
const ONE_MS = DAY;

/** In milliseconds, from one reminder to the next of its kind. */
const PAUSE_MS = 7 * DAY;

/** @property isNew whether it is one more, and not still the one before */
export type DueReminder = { kind: ReminderKind; isNew: boolean };

/** @param wanted what there is to remind of, the most important first @returns what to remind of now */
export function reminderDue(wanted: readonly ReminderKind[], past: PastReminders, now: Date): DueReminder | null {
  const isAnotherFresh = (kind: ReminderKind) =>
    REMINDER_KINDS.some((other) => other !== kind && past[other] && isFresh(past[other], now));
  const due = wanted.find((kind) => stage(kind, past, now) !== 'none' && !isAnotherFresh(kind));
  return due === undefined ? null : { kind: due, isNew: stage(due, past, now) === 'new' };
}

function stage(kind: ReminderKind, past: PastReminders, now: Date): 'new' | 'still' | 'none' {
  const before = past[kind];
  if (!before) return 'new';
  if (isFresh(before, now)) return before.isDismissed ? 'none' : 'still';
  const isPauseOver = now.getTime() - before.shownAt.getTime() >= PAUSE_MS;
  return isPauseOver && before.count < TIMES[kind] ? 'new' : 'none';
}

function isFresh({ shownAt }: Reminder, now: Date): boolean {
  return now.getTime() - shownAt.getTime() < ONE_MS;
}
