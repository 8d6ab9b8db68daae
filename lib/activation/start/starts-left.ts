import type { UserKey } from '../../shared/identifiers/user-key';
import { DAY } from '../../shared/time/duration';
import type { ActivationPorts } from '../activation-ports';

export type StartsLeft = {
  left: number;
  /** When the next start becomes possible, while none is left. */
  nextAt: Date | null;
};

/** How often a person may still start an activation; the limit is for any 24 hours. */
export async function startsLeft(
  { store, clock, settings }: Pick<ActivationPorts, 'store' | 'clock' | 'settings'>,
  user: UserKey,
): Promise<StartsLeft> {
  const aDayAgo = new Date(clock.now().getTime() - DAY);
  const left = Math.max(0, settings.startsPerDay - (await store.countStarts(user, aDayAgo)));
  if (left > 0) return { left, nextAt: null };
  const oldest = await store.oldestStart(user, aDayAgo);
  return { left, nextAt: oldest && new Date(oldest.getTime() + DAY) };
}
