import 'server-only';
import type { DueReminder } from '../../accounts/reminders/reminder';
import { findReminder } from '../../accounts/reminders/reminders';
import type { SignedIn } from '../../accounts/sessions/session';
import type { WaysBackOverview } from '../../accounts/ways-back/overview';
import { services } from '../composition/compose';

/** What the page of devices reminds the signed-in user of now; null for nothing. @param waysBack null if unknown */
export async function readReminder(
  { user, session }: SignedIn,
  waysBack: WaysBackOverview | null,
): Promise<DueReminder | null> {
  // Whoever has just left the offer at the end of an activation is left alone.
  if (!waysBack || waysBack.isVouched) return null;
  const { isEnrolled, score, mayAdd, mayAddFirstPasskey } = waysBack;
  const { reminders } = await services();
  return findReminder(reminders, user, [
    ...(isEnrolled && score.ready === 0 && mayAdd ? (['backup'] as const) : []),
    ...(mayAddFirstPasskey && session.proofs.password !== undefined ? (['passkey'] as const) : []),
  ]);
}
