import { settleAccounts, type SettlePorts } from '../../helpdesk/administration/settle-account';
import type { Services } from '../composition/compose';
import { UNSETTLED_KEY } from '../../shared/changes/change-feed';
import { SECOND } from '../../shared/time/duration';
import { runEvery, WakeSignal } from './run-every';

/** Finds what failed before, and what began while its user was being disabled. */
const LOOK_EVERY_MS = 5 * SECOND;

/**
 * Ends what disabled users have under way, as soon as one is disabled in whatever process, until the signal aborts.
 */
export async function watchAccounts(
  {
    administration,
    changeFeed,
    logger,
  }: Pick<Services, 'changeFeed' | 'logger'> & {
    administration: SettlePorts | null;
  },
  signal: AbortSignal,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<void> {
  if (!administration) return;
  const wakeSignal = new WakeSignal();
  const unsubscribe = await changeFeed.subscribe(UNSETTLED_KEY, () => wakeSignal.set());
  const onFault = (error: unknown) =>
    logger.error({ err: error }, 'failed to revoke sessions and activations of a disabled user');
  const work = () => settleAccounts(administration, onFault, signal);
  await runEvery('disabled-accounts', work, lookEveryMs, onFault, signal, wakeSignal);
  unsubscribe();
}
