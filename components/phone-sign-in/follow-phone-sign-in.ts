import type { PhoneSignInStatus } from '@/lib/access/phone-sign-in-status';
import type { FollowEnvironment } from '@/components/activation/follow-environment';
import {
  ANSWER_LIMIT_MS,
  backOffMs,
  EXPIRY_GRACE_MS,
  OVERDUE_QUESTIONS,
  quietWaitMs,
} from '@/components/activation/poll-timing';
import { wait } from '@/components/activation/wait';
import { askPhoneSignIn } from './ask-phone-sign-in';
import type { PhoneSignInEnding } from './ended-words';

type Environment = Pick<FollowEnvironment, 'fetch' | 'setTimer' | 'clock' | 'monotonicNow' | 'random'>;

/**
 * Asks, one question at a time, until the phone has answered or the time is over. A hidden page asks too: it is about a
 * minute, and whoever signs in on the phone itself has another app in front of the page.
 * @param onStatus called with every answer, and with what was known last whenever the server cannot be reached
 * @returns null when `signal` was aborted
 */
export async function followPhoneSignIn(
  environment: Environment,
  initial: PhoneSignInStatus,
  onStatus: (status: PhoneSignInStatus, isReconnecting: boolean) => void,
  signal: AbortSignal,
): Promise<'approved' | PhoneSignInEnding | null> {
  const { clock, monotonicNow, random } = environment;
  let status = initial;
  let failures = 0;
  let overdueQuestions = 0;
  clock.learn(status.serverTime);
  while (!signal.aborted) {
    const remainingMs = Date.parse(status.expiresAt) - clock.now();
    const isOverdue = remainingMs <= 0;
    overdueQuestions = isOverdue ? overdueQuestions + 1 : 0;
    if (overdueQuestions > OVERDUE_QUESTIONS) return 'expired';

    const { id, version } = status;
    const askedAt = monotonicNow();
    const limitMs = isOverdue ? ANSWER_LIMIT_MS : Math.min(ANSWER_LIMIT_MS, remainingMs + EXPIRY_GRACE_MS);
    const answer = await askPhoneSignIn(environment, { id, after: isOverdue ? -1 : version, limitMs }, signal);
    if (signal.aborted) return null;
    if (answer.kind === 'gone') return 'superseded';
    if (answer.kind === 'status') {
      failures = 0;
      status = answer.status;
      clock.learn(status.serverTime);
      const outcome = outcomeOf(status);
      if (outcome) return outcome;
      onStatus(status, false);
      if (status.version !== version) continue;
      const quietMs = quietWaitMs(status.retryAfterMs, monotonicNow() - askedAt, random);
      const longestMs = Math.max(0, Date.parse(status.expiresAt) - clock.now());
      await wait(environment, isOverdue ? backOffMs(overdueQuestions, random) : Math.min(quietMs, longestMs), signal);
    } else if (answer.kind === 'trouble' || limitMs === ANSWER_LIMIT_MS) {
      failures++;
      onStatus(status, true);
      await wait(environment, backOffMs(failures, random), signal);
    }
  }
  return null;
}

function outcomeOf({ state, reason }: PhoneSignInStatus): 'approved' | PhoneSignInEnding | null {
  switch (state) {
    case 'waiting':
    case 'scanned':
      return null;
    case 'approved':
      return 'approved';
    case 'expired':
      return 'expired';
    case 'refused':
      return reason ?? 'not-finished';
    case 'cancelled':
    case 'redeemed':
      return 'superseded';
  }
}
