import type { Confirmation } from './run-caller-request';
import { MINUTE } from '@/lib/shared/time/duration';

/** As long as the server counts it; see `lib/helpdesk/caller-check`. */
const COUNTS_MS = 15 * MINUTE;

type Kept = Confirmation & { until: number };

function placeOf(userId: string): string {
  return `tessera.caller-confirmed.${userId}`;
}

/**
 * Carries a confirmation from the person's page to the form that uses it, in this tab. Its key counts for this agent
 * alone, and the server asks the gateway again.
 */
export function keepConfirmation(
  storage: Pick<Storage, 'setItem'>,
  userId: string,
  confirmation: Confirmation,
  now: number,
): void {
  const kept: Kept = { ...confirmation, until: now + COUNTS_MS };
  storage.setItem(placeOf(userId), JSON.stringify(kept));
}

/** Takes it up once: it counts for one invitation. @returns null where there is none that counts */
export function takeConfirmation(
  storage: Pick<Storage, 'getItem' | 'removeItem'>,
  userId: string,
  now: number,
): Confirmation | null {
  const text = storage.getItem(placeOf(userId));
  if (text === null) return null;
  storage.removeItem(placeOf(userId));
  const { key, instanceId, until } = JSON.parse(text) as Kept;
  return now < until ? { key, instanceId } : null;
}
