import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';

/** How long a device may take to repeat the time of an answer: by the gateway's clock, since phones' may be wrong. */
const WINDOW_MS = 2 * MINUTE;

/** Whether a device has had the gateway's answer just now, and sends no message that was kept back. */
export function isOfRecentAnswer({ clock }: { clock: Clock }, askedAt: number): boolean {
  const age = clock.now().getTime() - askedAt;
  return age >= 0 && age <= WINDOW_MS;
}
