import { SECOND } from '../../shared/time/duration';

/** Below the 30 s after which proxies time out; see `HOLD_MS` of the long polls. */
export const LONGEST_WAIT_SECONDS = 25;

/** `wait` of a `Prefer` header (RFC 7240 §4.3), in milliseconds and at most the longest wait; null without one. */
export function preferredWaitMs(header: string | undefined): number | null {
  const [, seconds] = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec(header ?? '') ?? [];
  const wait = Math.min(Number(seconds ?? 0), LONGEST_WAIT_SECONDS);
  return wait > 0 ? wait * SECOND : null;
}
