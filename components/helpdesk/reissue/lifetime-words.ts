import { HOUR, MINUTE } from '@/lib/shared/time/duration';

/** "15 minutes", "1 hour". @param milliseconds whole minutes */
export function lifetimeWords(milliseconds: number): string {
  const [count, unit] = milliseconds % HOUR === 0 ? [milliseconds / HOUR, 'hour'] : [milliseconds / MINUTE, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
