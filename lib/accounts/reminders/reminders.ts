import type { UserKey } from '../../shared/identifiers/user-key';
import type { Clock } from '../../shared/time/clock';
import { reminderDue, type DueReminder, type PastReminders, type ReminderKind } from './reminder';

/** PORT: how often users were reminded. */
export interface Reminders {
  find(user: UserKey): Promise<PastReminders>;
  /** Counts one more, unless another request has counted since. @param before how many there had been */
  count(user: UserKey, kind: ReminderKind, before: number, at: Date): Promise<void>;
  /** Does nothing if there has been none. */
  dismiss(user: UserKey, kind: ReminderKind): Promise<void>;
}

export type ReminderPorts = { reminders: Reminders; clock: Clock };

/** What the page is to remind the user of now; null for nothing. Reading counts nothing. */
export async function findReminder(
  { reminders, clock }: ReminderPorts,
  user: UserKey,
  wanted: readonly ReminderKind[],
): Promise<DueReminder | null> {
  return wanted.length === 0 ? null : reminderDue(wanted, await reminders.find(user), clock.now());
}

/** Counts a reminder that has come before the user's eyes; for a day it is the same one. */
export async function countReminder(
  { reminders, clock }: ReminderPorts,
  user: UserKey,
  kind: ReminderKind,
): Promise<void> {
  const past = await reminders.find(user);
  const now = clock.now();
  if (reminderDue([kind], past, now)?.isNew) await reminders.count(user, kind, past[kind]?.count ?? 0, now);
}

/** "Not now": the reminder is gone until the next one of its kind, if there is one. */
export async function dismissReminder(ports: ReminderPorts, user: UserKey, kind: ReminderKind): Promise<void> {
  // Whoever presses before the page has counted it.
  await countReminder(ports, user, kind);
  await ports.reminders.dismiss(user, kind);
}
