import { MINUTE, SECOND } from '../shared/time/duration';
import { failed, ok, skipped, warning, type Finding } from './finding';
import type { ProbeAnswer } from './probe';

const NOTICEABLE_MS = 30 * SECOND;

/** Then one-time passwords, and how long an image can be used, are judged differently here and there. */
const HARMFUL_MS = 2 * MINUTE;

const FIX = 'Let both machines take the time from the same time server (NTP).';

/** Compares the server's clock with this machine's, by the date of a reply (RFC 9110 §6.6.1), which has whole seconds. */
export function clockFinding({ reply }: ProbeAnswer): Finding {
  const sentAt = Date.parse(reply?.date ?? '');
  if (!reply || Number.isNaN(sentAt)) return skipped('the answer has no date');
  const differenceMs = sentAt - reply.receivedAt.getTime();
  const seconds = Math.round(Math.abs(differenceMs) / SECOND);
  const words = `the server is ${seconds} s ${differenceMs < 0 ? 'behind' : 'ahead of'} this machine`;
  if (Math.abs(differenceMs) >= HARMFUL_MS) return failed(words, FIX);
  return Math.abs(differenceMs) >= NOTICEABLE_MS ? warning(words, FIX) : ok(words);
}
